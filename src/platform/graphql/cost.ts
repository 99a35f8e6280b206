import {
  DirectiveLocation,
  getNamedType,
  getNullableType,
  GraphQLDirective,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isInterfaceType,
} from "graphql";
import type { GraphQLField, GraphQLSchema } from "graphql";
import { DEFAULT_PAGE_SIZE } from "./paging.js";

/**
 * Rows that a field will read, as data: paths of its arguments, those that begin with `parent.` of the field above. Who
 * keeps count of the rows tells how many they are (see price-of-rows.ts).
 */
export interface RowsRead {
  /** Which rows: a ledger. */
  readonly of: string;
  /** The code of the unit at or below which they lie. */
  readonly under: string;
  /** Codes of units, if only theirs are read. */
  readonly units?: string;
  /** Whether all below the unit is read: true, or a list of what is read there; where no argument says so it is. */
  readonly subtree?: string;
  /** What one row costs, one tenth unless said: it is only counted. */
  readonly each?: number;
  /** Lists, for each member of which the rows are read or reckoned. */
  readonly times?: readonly string[];
  /** Only those of some years. */
  readonly years?: string;
  /** A list of measures: the rows are read once, and once more for each field that is measured. */
  readonly measures?: string;
}

/** Set as the extension `price` of a field whose work its selections do not show. */
export interface FieldPrice {
  readonly weight: number;
  readonly rows?: RowsRead;
  /** Arguments by name, fields of an input by path: `input.years`. */
  readonly multipliers?: readonly string[];
  /** Of a list that no argument sizes. */
  readonly assumedSize?: number;
}

/** What a field costs, told in the SDL by @cost and reckoned with by price.ts: the two cannot differ. */
export interface FieldCost extends FieldPrice {
  readonly multipliers: readonly string[];
  /** What the multipliers multiply: what is selected below a list or a connection, the weight of any other field. */
  readonly multiplies: "below" | "weight";
}

type AnyField = GraphQLField<unknown, unknown>;

/** What begins a path that leads to an argument of the field above. */
export const PARENT = "parent.";

/** The lists of a connection hold as many as its field was asked for. */
export const PAGED_LISTS = new Set(["edges", "nodes"]);

export const COST_DIRECTIVE = new GraphQLDirective({
  name: "cost",
  description: [
    "查询费用，执行之前即算出；未注明的字段为 1 · What a field costs, reckoned before anything runs; 1 where it does not say.",
    "列表和分页字段：weight + 条数 × 所选子字段的费用之和；条数取 multipliers 中给出的自变量（数组取长度），否则取 assumedSize；edges、nodes 的条数同其连接 · A list or a connection costs its weight, and what is selected below it as often as the given argument of multipliers says (an array by its length), else assumedSize; edges and nodes hold as many as their connection.",
    "其他字段：weight × multipliers 各自变量之积，加所选子字段 · Any other field costs its weight times all of its multipliers, and what is selected below.",
    "台账的统计和列表，每读取约 10 行另加 1，按台账现有行数估计 · Statistics and lists of a ledger cost one more for every ten rows that they will read, estimated by how many the ledger holds.",
  ].join("\n"),
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: {
    weight: { type: new GraphQLNonNull(GraphQLInt) },
    multipliers: { type: new GraphQLList(new GraphQLNonNull(GraphQLString)) },
    assumedSize: { type: GraphQLInt },
  },
});

export function costOf(field: AnyField): FieldCost {
  const { weight = 1, multipliers, assumedSize, rows } = ownPrice(field) ?? {};
  const read = rows && { rows };
  const composite = isCompositeType(getNamedType(field.type));
  const list = composite && isListType(getNullableType(field.type));
  const paged = composite && field.args.some(({ name }) => name === "first");
  if (!list && !paged) return { weight, ...read, multipliers: multipliers ?? [], multiplies: "weight" };
  return {
    ...read,
    weight,
    multipliers: multipliers ?? (paged ? ["first"] : keysOf(field)),
    assumedSize: assumedSize ?? DEFAULT_PAGE_SIZE,
    multiplies: "below",
  };
}

/** Things asked for by key, such as years. A list of an enum is a filter: it does not say how many there are. */
const keysOf = ({ args }: AnyField): string[] =>
  args
    .filter(({ type }) => isListType(getNullableType(type)) && !isEnumType(getNamedType(type)))
    .map(({ name }) => name);

function ownPrice({ name, extensions: { price } }: AnyField): FieldPrice | undefined {
  if (price === undefined) return undefined;
  if (isPrice(price)) return price;
  throw new Error(`the price of ${name} is not { weight, multipliers }: only that can be told in the SDL`);
}

const isPrice = (price: unknown): price is FieldPrice =>
  typeof price === "object" && price !== null && "weight" in price && Number.isInteger(price.weight);

/** Puts @cost on every field that does not cost just 1, where the printer of applied directives finds it. */
export function documentCosts(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      const cost = applied(field);
      if (cost) field.extensions = { ...field.extensions, directives: { cost } };
    }
  }
}

/** A path that leads nowhere would multiply by 1 for ever, in silence. */
function isArgument({ args }: AnyField, path: string): boolean {
  const [first, ...rest] = path.split(".");
  let type = args.find(({ name }) => name === first)?.type;
  for (const name of rest) {
    const input = type && getNamedType(type);
    type = isInputObjectType(input) ? input.getFields()[name]?.type : undefined;
  }
  return type !== undefined;
}

function applied(field: AnyField): FieldPrice | null {
  if (PAGED_LISTS.has(field.name)) return null;
  const { weight, multipliers, assumedSize, rows, multiplies } = costOf(field);
  const { of: _of, each: _each, ...read } = rows ?? {};
  const paths = [...multipliers, ...Object.values(read).flat()];
  for (const path of paths.filter((path) => !path.startsWith(PARENT)))
    if (!isArgument(field, path)) throw new Error(`the price of ${field.name} names no argument: ${path}`);
  if (multiplies === "weight" && weight === 1 && multipliers.length === 0) return null;
  return { weight, ...(multipliers.length > 0 && { multipliers }), ...(assumedSize && { assumedSize }) };
}
