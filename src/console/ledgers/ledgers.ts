import type { TypedDocumentNode } from "@urql/core";
import { figure, label, nameOf, t } from "../texts";
import { REQUESTS, DISCLOSURES, INTERPRETATIONS, REMEDIES, PROPOSALS, SUPPLIES } from "./ledger-queries";
import type { Mutation } from "../ui/step-form";

/** A page of a ledger's list, as every list of the API answers it. */
interface Connection<Row> {
  readonly nodes: readonly Row[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

export interface LedgerPage<Data, Row extends { readonly id: string }> {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each list has filters of its own
  readonly list: TypedDocumentNode<Data, any>;
  readonly rows: (data: Data) => Connection<Row> | null | undefined;
  readonly create: Mutation;
  /** The list in the API, for its file; null: it takes no filter. */
  readonly listed: { readonly field: string; readonly filter: string | null; readonly order: string };
  /** By column: the orders of the API, upward and downward. */
  readonly orders: Readonly<Record<string, Partial<Record<"ascending" | "descending", string>>>>;
  /** The first names the row and leads to it. */
  readonly columns: readonly (readonly [title: string, cell: (row: Row) => string])[];
  /** Boxes above the list, each a filter of the API. */
  readonly only: Readonly<Record<string, object>>;
  /** Whether the API finds words in it. */
  readonly searched: boolean;
  /** Steps that several records can take at once, all or none. */
  readonly together?: readonly Mutation[];
  /** Whether a year without any of its records is stated by name and date. */
  readonly none?: boolean;
  /** The import's kind and the template's name, where tables can fill the ledger. */
  readonly table: { readonly kind: string; readonly template: string } | null;
}

/** The field by which a step's input names its record. */
export const ID_FIELD = {
  InformationRequest: "requestId",
  Disclosure: "disclosureId",
  Interpretation: "interpretationId",
  Remedy: "remedyId",
  Proposal: "proposalId",
  SuppliedCount: "supplyId",
} as const;

/** One shape for all ledgers: what differs in type stays inside each. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the row's type is private to the entry
type AnyLedger = LedgerPage<any, any>;
const ledger = <Data, Row extends { readonly id: string }>(page: LedgerPage<Data, Row>): AnyLedger => page;

const c = t.ledger.columns;
const both = (name: string) => ({ ascending: `${name}_ASC`, descending: `${name}_DESC` });
const named =
  <T extends Parameters<typeof label>[0]>(type: T) =>
  (value: string | null | undefined): string =>
    value == null ? "" : label(type, value);

export const LEDGERS: Readonly<Record<string, AnyLedger>> = {
  requests: ledger({
    list: REQUESTS,
    rows: ({ unit }) => unit?.requests,
    create: "receiveRequest",
    none: true,
    listed: { field: "requests", filter: "RequestFilter", order: "RequestOrder" },
    orders: { [c.received]: both("RECEIVED"), [c.due]: { ascending: "DUE_ASC" } },
    columns: [
      [c.number, ({ number }) => number],
      [c.subject, ({ subject }) => subject],
      [c.received, ({ receivedOn }) => receivedOn],
      [c.due, ({ clock }) => `${clock.dueOn ?? ""}${clock.overdue ? ` ${t.work.overdue}` : ""}`],
      [c.state, ({ state }) => named("RequestState")(state)],
      [c.outcome, ({ outcome }) => named("RequestOutcome")(outcome)],
    ],
    only: { [t.ledger.pending]: { pending: true }, [t.ledger.overdue]: { overdue: true } },
    searched: true,
    table: { kind: "REQUESTS", template: "requests" },
  }),
  disclosures: ledger({
    list: DISCLOSURES,
    rows: ({ unit }) => unit?.disclosures,
    create: "registerDisclosure",
    together: ["reviewDisclosures", "publishDisclosures"],
    none: true,
    listed: { field: "disclosures", filter: "DisclosureFilter", order: "DisclosureOrder" },
    orders: { [c.formed]: both("FORMED") },
    columns: [
      [c.title, ({ title }) => title],
      [c.category, ({ category }) => category],
      [c.documentNumber, ({ documentNumber }) => documentNumber ?? ""],
      [c.formed, ({ formedOn }) => formedOn],
      [c.published, ({ publishedOn, late }) => `${publishedOn ?? ""}${late ? ` ${t.work.overdue}` : ""}`],
      [c.state, ({ status }) => named("DisclosureStatus")(status)],
    ],
    only: {},
    searched: true,
    table: { kind: "DISCLOSURES", template: "disclosures" },
  }),
  interpretations: ledger({
    list: INTERPRETATIONS,
    rows: ({ unit }) => unit?.interpretations,
    create: "registerInterpretation",
    listed: { field: "interpretations", filter: "InterpretationFilter", order: "InterpretationOrder" },
    orders: { [c.due]: { ascending: "DUE_ASC" } },
    columns: [
      [c.document, ({ documentTitle }) => documentTitle],
      [c.title, ({ title }) => title ?? ""],
      [c.form, ({ form }) => named("InterpretationForm")(form)],
      [c.published, ({ publishedOn }) => publishedOn ?? ""],
      [c.due, ({ dueOn }) => dueOn ?? ""],
      [c.state, ({ state }) => named("InterpretationState")(state)],
    ],
    only: { [t.ledger.overdue]: { overdue: true } },
    searched: false,
    table: { kind: "INTERPRETATIONS", template: "interpretations" },
  }),
  remedies: ledger({
    list: REMEDIES,
    rows: ({ unit }) => unit?.remedies,
    create: "lodgeRemedy",
    none: true,
    listed: { field: "remedies", filter: "RemedyFilter", order: "RemedyOrder" },
    orders: { [c.lodged]: both("LODGED") },
    columns: [
      [c.number, ({ number }) => number],
      [c.route, ({ route }) => named("RemedyRoute")(route)],
      [c.lodged, ({ lodgedOn }) => lodgedOn],
      [c.state, ({ state }) => named("RemedyState")(state)],
      [c.ruling, ({ ruling }) => named("RemedyRuling")(ruling)],
    ],
    only: { [t.ledger.pending]: { pending: true } },
    searched: false,
    table: { kind: "REMEDIES", template: "remedies" },
  }),
  proposals: ledger({
    list: PROPOSALS,
    rows: ({ unit }) => unit?.proposals,
    create: "assignProposal",
    listed: { field: "proposals", filter: "ProposalFilter", order: "ProposalOrder" },
    orders: { [c.assigned]: both("ASSIGNED"), [c.due]: { ascending: "DUE_ASC" } },
    columns: [
      [c.number, ({ number }) => number],
      [c.title, ({ title }) => title],
      [c.kind, ({ kind }) => named("ProposalKind")(kind)],
      [c.assigned, ({ assignedOn }) => assignedOn],
      [c.due, ({ dueOn }) => dueOn],
      [c.state, ({ state }) => named("ProposalState")(state)],
    ],
    only: { [t.ledger.pending]: { answered: false }, [t.ledger.overdue]: { overdue: true } },
    searched: false,
    table: { kind: "PROPOSALS", template: "proposals" },
  }),
  supplies: ledger({
    list: SUPPLIES,
    rows: ({ unit }) => unit?.suppliedCounts,
    create: "recordSupply",
    none: true,
    listed: { field: "suppliedCounts", filter: null, order: "SuppliedCountOrder" },
    orders: { [c.counts]: both("FROM") },
    columns: [
      [c.title, ({ indicator }) => nameOf(indicator)],
      [c.counts, ({ from, to }) => `${from} — ${to}`],
      [t.admin.value, ({ quantity, indicator }) => `${figure(quantity)} ${indicator.unit}`],
      [c.supplier, ({ supplier }) => supplier],
      [c.state, ({ state }) => named("SuppliedCountState")(state)],
    ],
    only: {},
    searched: false,
    table: null,
  }),
};
