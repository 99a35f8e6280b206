/** What can be asked about, each by the beginning of its types' names in the schema. */
export const DATA_SETS = {
  requests: "Request",
  disclosures: "Disclosure",
  interpretations: "Interpretation",
  remedies: "Remedy",
  proposals: "Proposal",
  reports: "Report",
} as const;

export type DataSet = keyof typeof DATA_SETS;
export const SETS = Object.keys(DATA_SETS) as readonly DataSet[];

export const inputTypeOf = (set: DataSet): string => `${DATA_SETS[set]}StatisticsInput`;

/** The query whose answer is a table, the same for every data set; its one variable says the rest. */
export const documentOf = (set: DataSet): string => `query ($input: ${inputTypeOf(set)}!) {
  ${DATA_SETS[set].toLowerCase()}Statistics(input: $input) {
    dimensions { key label }
    measures { name label unit formula }
    rows { keys labels values states numerators denominators note }
    totals { keys labels values states numerators denominators note }
    coverage { asOf units groups suppressed threshold protection notes }
  }
}`;

const bare = (document: string): string => document.replace(/\s+/g, " ").trim();

/** The data set of a document that the builder wrote; null of any other. */
export const setOf = (document: string): DataSet | null =>
  SETS.find((set) => bare(documentOf(set)) === bare(document)) ?? null;

export interface AnswerRow {
  readonly keys: readonly (string | null)[];
  readonly labels: readonly string[];
  readonly values: readonly (number | null)[];
  readonly states: readonly ("VALUE" | "ROUNDED" | "WITHHELD" | "EMPTY")[];
  readonly numerators: readonly (number | null)[];
  readonly denominators: readonly (number | null)[];
  readonly note: string | null;
}

export interface Answer {
  readonly dimensions: readonly { readonly key: string; readonly label: string }[];
  readonly measures: readonly {
    readonly name: string;
    readonly label: string;
    readonly unit: string;
    readonly formula: string;
  }[];
  readonly rows: readonly AnswerRow[];
  readonly totals: AnswerRow | null;
  readonly coverage: {
    readonly asOf: string;
    readonly units: number;
    readonly groups: number;
    readonly suppressed: number;
    readonly threshold: number | null;
    readonly protection: string | null;
    readonly notes: readonly string[];
  };
}

export interface Asked {
  readonly name?: string;
  readonly function?: string;
  readonly field?: string;
  readonly percentile?: number;
}

/** Functions that compute something of a field; all others can do with the records. */
const OF_FIELDS = ["SUM", "MEAN", "MEDIAN", "PERCENTILE", "MIN", "MAX", "DISTINCT"];

/** Enough is chosen for the server to compute it. */
export const isWhole = ({ function: computed = "", field, percentile }: Asked): boolean =>
  computed !== "" &&
  (field !== undefined || !OF_FIELDS.includes(computed)) &&
  (percentile !== undefined || computed !== "PERCENTILE");

/** Names that are left blank are made of what is computed, and numbered where they would be the same. */
export function named(
  measures: readonly Asked[],
  wordsOf: (measure: Asked) => string,
): (Asked & { readonly name: string })[] {
  const taken = new Set(measures.map(({ name }) => name).filter(Boolean));
  return measures.map((measure) => {
    if (measure.name) return { ...measure, name: measure.name };
    const words = wordsOf(measure);
    let name = words;
    for (let number = 2; taken.has(name); number++) name = `${words} ${number}`;
    taken.add(name);
    return { ...measure, name };
  });
}
