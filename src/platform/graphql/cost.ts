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
  type GraphQLField,
  type GraphQLSchema,
} from "graphql";
import { DEFAULT_PAGE_SIZE } from "./paging.js";

/**
 * Rows that a field will read, as data: paths of its arguments; a path that begins with `parent.` belongs to the
 * field above. The numbers of rows come from price-of-rows.ts.
 */
export interface RowsRead {
  /** The ledger. */
  readonly of: string;
  /** Path of the argument with the code of the unit at or below which the rows lie. */
  readonly under: string;
  /** Path of the argument with codes of units, if only their rows are read. */
  readonly units?: string;
  /**
   * Path of the argument that says whether all units below are read: true, or a list; without the argument all are
   * read.
   */
  readonly subtree?: string;
  /** Price of one row; 0.1 by default, as the row is only counted. */
  readonly each?: number;
  /** Paths of lists; the rows are read once for each member. */
  readonly times?: readonly string[];
  /** Path of the argument with the years, if only their rows are read. */
  readonly years?: string;
  /** Path of a list of measures: the rows are read once, and once more for each field that is measured. */
  readonly measures?: string;
}

/** Set as the extension `price` of a field whose selection does not show its work. */
export interface FieldPrice {
  readonly weight: number;
  readonly rows?: RowsRead;
  /** Arguments by name, fields of an input by path: `input.years`. */
  readonly multipliers?: readonly string[];
  /** Assumed size of a list that no argument limits. */
  readonly assumedSize?: number;
}

/** The price of a field. The SDL prints it as @cost and price.ts computes with it, so the two cannot differ. */
export interface FieldCost extends FieldPrice {
  readonly multipliers: readonly string[];
  /** Whether the multipliers multiply the selection below (lists and connections) or the weight (any other field). */
  readonly multiplies: "below" | "weight";
}

type AnyField = GraphQLField<unknown, unknown>;

/** Prefix of a path that leads to an argument of the field above. */
export const PARENT = "parent.";

/** Lists of a connection; they hold as many items as the connection was asked for. */
export const PAGED_LISTS = new Set(["edges", "nodes"]);

export const COST_DIRECTIVE = new GraphQLDirective({
  name: "cost",
  description: [
    "查询费用，执行之前即算出 · The price of a field, computed before anything runs.",
    "列表和分页字段：weight + 条数 × 所选子字段的费用之和；条数取 multipliers 中给出的自变量（数组取长度），否则取 assumedSize；edges、nodes 的条数同其连接 · A list or a connection costs its weight plus the number of items times the price of the selection below it; the number of items is the given argument among multipliers (an array counts by its length), else assumedSize; edges and nodes hold as many items as their connection.",
    "其他字段：weight × multipliers 各自变量之积，加所选子字段 · Any other field costs its weight times the product of its multipliers, plus the selection below it.",
    "未注明者取默认值：weight 1；分页字段的 multipliers 为 last、first，其余为空；assumedSize 50 · Defaults where a field does not say: weight 1; multipliers [last, first] for a connection, none otherwise; assumedSize 50.",
    "台账的统计和列表，每读取约 10 行另加 1，按台账现有行数估计 · Statistics and lists of a ledger cost 1 more for every ten rows they will read, estimated from the present size of the ledger.",
  ].join("\n"),
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: {
    weight: {
      type: new GraphQLNonNull(GraphQLInt),
      defaultValue: 1,
      description: "字段自身的费用 · What the field itself costs",
    },
    multipliers: {
      type: new GraphQLList(new GraphQLNonNull(GraphQLString)),
      description:
        "决定条数的自变量，输入对象的字段写作 input.years · The arguments that tell how many items there are; fields of an input as input.years",
    },
    assumedSize: {
      type: new GraphQLNonNull(GraphQLInt),
      defaultValue: DEFAULT_PAGE_SIZE,
      description: "multipliers 未给出时按几条计 · How many items count where multipliers give none",
    },
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
    multipliers: multipliers ?? (paged ? sizesOf(field) : keysOf(field)),
    assumedSize: assumedSize ?? DEFAULT_PAGE_SIZE,
    multiplies: "below",
  };
}

/** `last` has no default, and counts where it is given. */
const sizesOf = ({ args }: AnyField): string[] =>
  ["last", "first"].filter((size) => args.some(({ name }) => name === size));

/** Lists of keys, such as years. A list of an enum is a filter and does not determine how many items there are. */
const keysOf = ({ args }: AnyField): string[] =>
  args
    .filter(({ type }) => isListType(getNullableType(type)) && !isEnumType(getNamedType(type)))
    .map(({ name }) => name);

function ownPrice({ name, extensions: { price } }: AnyField): FieldPrice | undefined {
  if (price === undefined) return undefined;
  if (isPrice(price)) return price;
  throw new Error(`the price of ${name} is not { weight, multipliers }: only that can be printed in the SDL`);
}

const isPrice = (price: unknown): price is FieldPrice =>
  typeof price === "object" && price !== null && "weight" in price && Number.isInteger(price.weight);

/** Puts @cost on every field whose cost differs from the default, with the arguments that differ. */
export function documentCosts(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      const cost = applied(field);
      if (cost) applyDirective(field, "cost", cost);
    }
  }
}

/** Where the printer of applied directives looks for them. */
export function applyDirective(field: AnyField, name: string, args: object): void {
  const { directives } = field.extensions;
  field.extensions = { ...field.extensions, directives: { ...(directives as object), [name]: args } };
}

/** A path to no argument would silently multiply by 1. */
function isArgument({ args }: AnyField, path: string): boolean {
  const [first, ...rest] = path.split(".");
  let type = args.find(({ name }) => name === first)?.type;
  for (const name of rest) {
    const input = type && getNamedType(type);
    type = isInputObjectType(input) ? input.getFields()[name]?.type : undefined;
  }
  return type !== undefined;
}

function applied(field: AnyField): Partial<FieldPrice> | null {
  if (PAGED_LISTS.has(field.name)) return null;
  const { weight, multipliers, assumedSize, rows } = costOf(field);
  const { of: _of, each: _each, ...read } = rows ?? {};
  const paths = [...multipliers, ...Object.values(read).flat()];
  for (const path of paths.filter((path) => !path.startsWith(PARENT)))
    if (!isArgument(field, path)) throw new Error(`the price of ${field.name} names no argument: ${path}`);
  const told = {
    ...(weight !== 1 && { weight }),
    ...(!isUsual(field, multipliers) && { multipliers }),
    ...(assumedSize !== undefined && assumedSize !== DEFAULT_PAGE_SIZE && { assumedSize }),
  };
  return Object.keys(told).length > 0 ? told : null;
}

/** A connection is multiplied by its size, any other field by nothing. */
const isUsual = (field: AnyField, multipliers: readonly string[]): boolean =>
  multipliers.join() === sizesOf(field).join();
