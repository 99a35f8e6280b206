import { getArgumentValues, getNamedType, getNullableType, isCompositeType, isListType } from "graphql";
import { isInterfaceType, isIntrospectionType, isObjectType, Kind, typeFromAST } from "graphql";
import { SchemaMetaFieldDef, TypeMetaFieldDef } from "graphql";
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLNamedType,
} from "graphql";
import type { GraphQLSchema, OperationDefinitionNode, SelectionSetNode } from "graphql";
import { costOf, PAGED_LISTS, type FieldCost } from "./cost.js";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "./paging.js";

export interface Price {
  readonly total: number;
  /** The root field that costs most, by its response name. */
  readonly costliest: { readonly field: string; readonly price: number };
}

type Variables = Readonly<Record<string, unknown>>;
type Arguments = Readonly<Record<string, unknown>>;
type AnyField = GraphQLField<unknown, unknown>;

/** A number may count for so much; one beyond it the field itself refuses, in better words than a price. */
const MAX_MULTIPLIER = 100_000;
/** The middling length of a list of fields, arguments or values: many types have none of one kind. */
const SCHEMA_LIST_SIZE = 2;

/**
 * How many fields the answer can hold, and what cost.ts adds for work that they do not show: each counts 1, and a list
 * multiplies what is below it by its size. Both sides of a condition and every type of an interface are counted, so the
 * price is an upper bound.
 */
export function priceOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Price {
  const root = schema.getRootType(operation.operation) ?? undefined;
  const pricing = new Pricing(schema, document, variables);
  const total = pricing.ofSet(operation.selectionSet, root, null, true);
  return { total, costliest: pricing.costliest };
}

class Pricing {
  costliest = { field: "", price: 0 };
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  /** By fragment and page size, the only thing from outside that its price depends on. */
  readonly #known = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION)
        this.#fragments.set(definition.name.value, definition);
  }

  /** `page` is the size that the field above was asked for, if it is a connection. */
  ofSet(
    set: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    page: number | null,
    atRoot: boolean,
  ): number {
    let price = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) price += this.#ofField(selection, type, page, atRoot);
      else if (selection.kind === Kind.FRAGMENT_SPREAD)
        price += this.#ofFragment(selection.name.value, page, atRoot);
      else {
        const condition = selection.typeCondition && typeFromAST(this.schema, selection.typeCondition);
        price += this.ofSet(selection.selectionSet, condition ?? type, page, atRoot);
      }
    }
    return price;
  }

  #ofFragment(name: string, page: number | null, atRoot: boolean): number {
    const key = `${name} ${page}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, 0); // validation refuses rings of fragments; here they must only end
    const fragment = this.#fragments.get(name);
    const type = fragment && typeFromAST(this.schema, fragment.typeCondition);
    const price = fragment ? this.ofSet(fragment.selectionSet, type, page, atRoot) : 0;
    this.#known.set(key, price);
    return price;
  }

  #ofField(
    node: FieldNode,
    parent: GraphQLNamedType | undefined,
    page: number | null,
    atRoot: boolean,
  ): number {
    const price = this.#priceOf(node, fieldOf(parent, node.name.value), page);
    if (atRoot && price > this.costliest.price)
      this.costliest = { field: node.alias?.value ?? node.name.value, price };
    return price;
  }

  #priceOf(node: FieldNode, field: AnyField | undefined, page: number | null): number {
    if (!field) return 1;
    const cost = costOf(field);
    const args = this.#arguments(field, node);
    if (cost.multiplies === "below") return cost.weight + this.#below(node, field, page, sizeOf(args, cost));
    return cost.weight * product(args, cost) + this.#below(node, field, page, null);
  }

  /** `asked` is what the field's arguments say of how many there are. */
  #below(node: FieldNode, field: AnyField, page: number | null, asked: number | null): number {
    const type = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(type)) return 0;
    if (!isListType(getNullableType(field.type))) return this.ofSet(node.selectionSet, type, asked, false);
    const inherited = PAGED_LISTS.has(node.name.value) ? page : null;
    const known = isIntrospectionType(type) ? this.#schemaList(field) : asked;
    const size = inherited ?? known ?? DEFAULT_PAGE_SIZE;
    return size * this.ofSet(node.selectionSet, type, null, false);
  }

  /** What the schema tells of itself is known in size: as many types as there are, each with a few of everything. */
  #schemaList({ name }: AnyField): number {
    return name === "types" ? Object.keys(this.schema.getTypeMap()).length : SCHEMA_LIST_SIZE;
  }

  #arguments(field: AnyField, node: FieldNode): Arguments {
    try {
      return getArgumentValues(field, node, this.variables);
    } catch {
      return {}; // a null where none may be: the field itself will say so
    }
  }
}

function fieldOf(parent: GraphQLNamedType | undefined, name: string): AnyField | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

/** Of a list or a connection; what is out of range is refused by the field, in better words than a price. */
function sizeOf(args: Arguments, { multipliers, assumedSize = DEFAULT_PAGE_SIZE }: FieldCost): number {
  for (const path of multipliers) {
    const size = magnitude(args, path);
    if (size !== null) return path === "first" ? Math.min(size, MAX_PAGE_SIZE) : size;
  }
  return assumedSize;
}

const product = (args: Arguments, { multipliers }: FieldCost): number =>
  multipliers.reduce((total, path) => total * (magnitude(args, path) ?? 1), 1);

/** The number, or the length of the list, that an argument gives; null where it gives none. */
function magnitude(args: Arguments, path: string): number | null {
  let value: unknown = args;
  for (const name of path.split(".")) value = (value as Arguments | null | undefined)?.[name];
  if (Array.isArray(value)) return value.length > 0 ? value.length : null;
  return typeof value === "number" ? Math.min(Math.max(value, 1), MAX_MULTIPLIER) : null;
}
