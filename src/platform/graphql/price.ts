import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isListType,
} from "graphql";
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
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "./paging.js";

export interface Price {
  readonly total: number;
  /** The root field that costs most, by its response name. */
  readonly costliest: { readonly field: string; readonly price: number };
}

/** Set as the extension `price` of a field. */
export type FieldPrice = (args: Arguments) => number;

type Variables = Readonly<Record<string, unknown>>;
type Arguments = Readonly<Record<string, unknown>>;
type AnyField = GraphQLField<unknown, unknown>;

/** The lists of a connection hold as many as its field was asked for. */
const PAGED_LISTS = new Set(["edges", "nodes"]);
/** The middling length of a list of fields, arguments or values: many types have none of one kind. */
const SCHEMA_LIST_SIZE = 2;

/**
 * How many fields the answer can hold: each counts 1, and a list multiplies what is below it by its size. Both sides of
 * a condition and every type of an interface are counted, so the price is an upper bound.
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
    const price = 1 + this.#ownPrice(node, parent) + this.#below(node, parent, page);
    if (atRoot && price > this.costliest.price)
      this.costliest = { field: node.alias?.value ?? node.name.value, price };
    return price;
  }

  /** What a field says it costs by itself, for an answer that its fields do not show: see FieldPrice. */
  #ownPrice(node: FieldNode, parent: GraphQLNamedType | undefined): number {
    const field = fieldOf(parent, node.name.value);
    const price = field?.extensions.price;
    return field && typeof price === "function" ? (price as FieldPrice)(this.#arguments(field, node)) : 0;
  }

  #below(node: FieldNode, parent: GraphQLNamedType | undefined, page: number | null): number {
    if (!node.selectionSet) return 0;
    const field = fieldOf(parent, node.name.value);
    if (!field) return 0;
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return 0;
    const list = isListType(getNullableType(field.type));
    const args = this.#arguments(field, node);
    const asked = pageSize(args);
    if (!list) return this.ofSet(node.selectionSet, type, asked, false);
    const inherited = PAGED_LISTS.has(node.name.value) ? page : null;
    const known = isIntrospectionType(type) ? this.#schemaList(field) : keyCount(field, args);
    const size = inherited ?? asked ?? known ?? DEFAULT_PAGE_SIZE;
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

/** Null where the field has no pages. What is out of range is refused by the field, in better words than a price. */
function pageSize(args: Arguments): number | null {
  if (typeof args.first === "number") return Math.min(Math.max(args.first, 1), MAX_PAGE_SIZE);
  return "first" in args ? DEFAULT_PAGE_SIZE : null;
}

/** Things asked for by key, such as years. A list of an enum is a filter: it does not say how many there are. */
function keyCount(field: AnyField, args: Arguments): number | null {
  for (const { name, type } of field.args) {
    const value = args[name];
    if (Array.isArray(value) && value.length > 0 && !isEnumType(getNamedType(type))) return value.length;
  }
  return null;
}
