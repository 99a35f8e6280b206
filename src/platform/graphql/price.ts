import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  Kind,
  typeFromAST,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { costOf, PAGED_LISTS, type FieldCost, PARENT, type RowsRead } from "./cost.js";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "./paging.js";

export interface Price {
  readonly total: number;
  /** The root field that costs most, by its response name. */
  readonly costliest: { readonly field: string; readonly price: number };
  /** Rows that the operation will read, where the document does not show how many. */
  readonly reads: readonly Read[];
}

type Variables = Readonly<Record<string, unknown>>;
type Arguments = Readonly<Record<string, unknown>>;
type AnyField = GraphQLField<unknown, unknown>;

/** Upper bound of a multiplier; larger arguments are rejected by the field itself with a clearer message. */
const MAX_MULTIPLIER = 100_000;
/** Typical length of a list of fields, arguments or values in introspection: many types have none. */
const SCHEMA_LIST_SIZE = 2;

/**
 * Number of fields that the answer can hold, plus the prices that cost.ts adds for work that the selection does not
 * show: each field counts 1, and a list multiplies the selection below it by its size. Both sides of a condition and
 * every type of an interface are counted, so the price is an upper bound.
 */
export function priceOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Price {
  const root = schema.getRootType(operation.operation) ?? undefined;
  const pricing = new Pricing(schema, document, variables);
  const total = pricing.ofSet(operation.selectionSet, root, { args: {}, page: null, atRoot: true });
  return { total, costliest: pricing.costliest, reads: pricing.reads };
}

/** The field above a selection set. */
interface Above {
  readonly args: Arguments;
  /** Requested page size, if the field is a connection. */
  readonly page: number | null;
  readonly atRoot: boolean;
}

interface Asked {
  readonly above: Above;
  /** Number of items according to the field's own arguments. */
  readonly asked: number | null;
  readonly args: Arguments;
}

class Pricing {
  costliest = { field: "", price: 0 };
  reads: Read[] = [];
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  /** Prices by fragment, page size and arguments above: nothing else from outside a fragment influences its price. */
  readonly #known = new Map<string, { readonly price: number; readonly reads: readonly Read[] }>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION)
        this.#fragments.set(definition.name.value, definition);
  }

  ofSet(set: SelectionSetNode, type: GraphQLNamedType | undefined, above: Above): number {
    let price = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) price += this.#ofField(selection, type, above);
      else if (selection.kind === Kind.FRAGMENT_SPREAD)
        price += this.#ofFragment(selection.name.value, above);
      else {
        const condition = selection.typeCondition && typeFromAST(this.schema, selection.typeCondition);
        price += this.ofSet(selection.selectionSet, condition ?? type, above);
      }
    }
    return price;
  }

  #ofFragment(name: string, above: Above): number {
    const key = `${name} ${above.page} ${JSON.stringify(above.args)}`;
    const known = this.#known.get(key);
    if (known !== undefined) {
      this.reads.push(...known.reads);
      return known.price;
    }
    this.#known.set(key, { price: 0, reads: [] }); // validation refuses rings of fragments; here the loop only has to end
    const before = this.reads.length;
    const fragment = this.#fragments.get(name);
    const type = fragment && typeFromAST(this.schema, fragment.typeCondition);
    const price = fragment ? this.ofSet(fragment.selectionSet, type, above) : 0;
    this.#known.set(key, { price, reads: this.reads.slice(before) });
    return price;
  }

  #ofField(node: FieldNode, parent: GraphQLNamedType | undefined, above: Above): number {
    const price = this.#priceOf(node, fieldOf(parent, node.name.value), above);
    if (above.atRoot && price > this.costliest.price)
      this.costliest = { field: node.alias?.value ?? node.name.value, price };
    return price;
  }

  #priceOf(node: FieldNode, field: AnyField | undefined, above: Above): number {
    if (!field) return 1;
    const cost = costOf(field);
    const args = this.#arguments(field, node);
    if (cost.rows) this.reads.push(readOf(cost.rows, args, above.args));
    const below = (asked: number | null): number => this.#below(node, field, { above, asked, args });
    if (cost.multiplies === "below") return cost.weight + below(sizeOf(args, cost));
    return cost.weight * product(args, cost) + below(null);
  }

  #below(node: FieldNode, field: AnyField, { above, asked, args }: Asked): number {
    const type = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(type)) return 0;
    const inside = { args, page: null, atRoot: false };
    if (!isListType(getNullableType(field.type)))
      return this.ofSet(node.selectionSet, type, { ...inside, page: asked });
    const inherited = PAGED_LISTS.has(node.name.value) ? above.page : null;
    const known = isIntrospectionType(type) ? this.#schemaList(field) : asked;
    const size = inherited ?? known ?? DEFAULT_PAGE_SIZE;
    return size * this.ofSet(node.selectionSet, type, inside);
  }

  /** The size of an introspection answer is known: all types, each with a few items of everything. */
  #schemaList({ name }: AnyField): number {
    return name === "types" ? Object.keys(this.schema.getTypeMap()).length : SCHEMA_LIST_SIZE;
  }

  #arguments(field: AnyField, node: FieldNode): Arguments {
    try {
      return getArgumentValues(field, node, this.variables);
    } catch {
      return {}; // null where it is not allowed: the field itself reports it
    }
  }
}

function fieldOf(parent: GraphQLNamedType | undefined, name: string): AnyField | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

/** Size of a list or connection; the field itself refuses values out of range, with a clearer message. */
function sizeOf(args: Arguments, { multipliers, assumedSize = DEFAULT_PAGE_SIZE }: FieldCost): number {
  for (const path of multipliers) {
    const size = magnitude(args, path);
    if (size !== null) return path === "first" || path === "last" ? Math.min(size, MAX_PAGE_SIZE) : size;
  }
  return assumedSize;
}

const product = (args: Arguments, { multipliers }: FieldCost): number =>
  multipliers.reduce((total, path) => total * (magnitude(args, path) ?? 1), 1);

/** The number in an argument, or the length of its list; null without either. */
function magnitude(args: Arguments, path: string): number | null {
  const value = valueAt(args, path);
  if (Array.isArray(value)) return value.length > 0 ? value.length : null;
  return typeof value === "number" ? Math.min(Math.max(value, 1), MAX_MULTIPLIER) : null;
}

/** Rows that an operation will read: those of a ledger at or below a unit, or of units by name. */
export interface Read {
  readonly of: string;
  /** null if the document does not say: any unit that the caller may read. */
  readonly under: string | null;
  readonly units: readonly string[] | null;
  readonly subtree: boolean;
  readonly years: readonly number[] | null;
  /** Price of one row, however often it is read. */
  readonly each: number;
}

/**
 * Estimates the number of rows, counting only those that the caller may read: a price must reveal nothing of any
 * other.
 */
export type RowCount<C> = (read: Omit<Read, "each">, context: C) => number;

/** Each field of an answer costs 1; counting a row takes about a tenth of that. */
const COUNTED = 0.1;

export const priceOfRows = <C>(reads: readonly Read[], rowCount: RowCount<C>, context: C): number =>
  reads.reduce((sum, read) => sum + Math.floor(read.each * rowCount(read, context)), 0);

export function valueAt(args: Arguments, path: string): unknown {
  let value: unknown = args;
  for (const name of path.split(".")) value = (value as Arguments | null | undefined)?.[name];
  return value;
}

export function readOf(rows: RowsRead, args: Arguments, above: Arguments): Read {
  const given = (path: string | undefined): unknown =>
    path?.startsWith(PARENT) ? valueAt(above, path.slice(PARENT.length)) : path && valueAt(args, path);
  const [under, units, years] = [given(rows.under), given(rows.units), given(rows.years)];
  const measures = given(rows.measures);
  const fields = Array.isArray(measures)
    ? measures.flatMap((measure: { field?: unknown }) => measure.field ?? [])
    : [];
  return {
    of: rows.of,
    under: typeof under === "string" ? under : null,
    units: listOf<string>(units),
    subtree: rows.subtree === undefined || isGiven(given(rows.subtree)),
    years: listOf<number>(years),
    each: (rows.each ?? COUNTED) * (1 + new Set(fields).size) * timesOf((rows.times ?? []).map(given)),
  };
}

const isGiven = (value: unknown): boolean => value === true || listOf(value) !== null;

const timesOf = (lists: readonly unknown[]): number =>
  lists.reduce<number>((times, list) => times * (listOf(list)?.length ?? 1), 1);

const listOf = <T>(value: unknown): readonly T[] | null =>
  Array.isArray(value) && value.length > 0 ? (value as T[]) : null;
