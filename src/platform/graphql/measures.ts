import { Kind, visit } from "graphql";
import type {
  DocumentNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
} from "graphql";

export interface Measures {
  /** Of the deepest operation; introspection, which must be deep, is not counted. */
  readonly depth: number;
  /** Of the operation with most of them, fragments spread. */
  readonly rootFields: number;
  readonly aliases: number;
  readonly directives: number;
  /** How often each root field stands in the document, whatever its alias and operation. */
  readonly rootNames: ReadonlyMap<string, number>;
}

/** Time linear in the document: each fragment is measured once, however often it is spread. */
export function measure(document: DocumentNode): Measures {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const roots = operations.map((operation) => rootNames(operation.selectionSet, fragments));
  return {
    ...countNodes(document),
    depth: Math.max(0, ...operations.map(depthMeter(fragments))),
    rootFields: Math.max(0, ...roots.map((names) => sum(names.values()))),
    rootNames: roots.reduce((all, names) => add(all, names), new Map<string, number>()),
  };
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;
type Counts = Map<string, number>;

function countNodes(document: DocumentNode): { aliases: number; directives: number } {
  let aliases = 0;
  let directives = 0;
  visit(document, {
    Field: (node) => void (aliases += node.alias ? 1 : 0),
    Directive: () => void (directives += 1),
  });
  return { aliases, directives };
}

function depthMeter(fragments: Fragments): (operation: OperationDefinitionNode) => number {
  const known = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const depth = known.get(name);
    if (depth !== undefined) return depth;
    known.set(name, 0); // a ring of fragments is refused elsewhere; here it must only end
    const measured = ofSet(fragments.get(name)?.selectionSet);
    known.set(name, measured);
    return measured;
  };
  const ofSet = (set: SelectionSetNode | undefined): number => {
    let deepest = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        deepest = Math.max(deepest, ofFragment(selection.name.value));
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        deepest = Math.max(deepest, ofSet(selection.selectionSet));
      else if (!selection.name.value.startsWith("__"))
        deepest = Math.max(deepest, 1 + ofSet(selection.selectionSet));
    }
    return deepest;
  };
  return (operation) => ofSet(operation.selectionSet);
}

function rootNames(set: SelectionSetNode, fragments: Fragments): Counts {
  const known = new Map<string, Counts>();
  const ofFragment = (name: string): Counts => {
    const counts = known.get(name);
    if (counts) return counts;
    known.set(name, new Map());
    const counted = ofSet(fragments.get(name)?.selectionSet);
    known.set(name, counted);
    return counted;
  };
  const ofSet = (selections: SelectionSetNode | undefined): Counts => {
    const counts: Counts = new Map();
    for (const selection of selections?.selections ?? []) {
      if (selection.kind === Kind.FIELD) add(counts, new Map([[selection.name.value, 1]]));
      else if (selection.kind === Kind.INLINE_FRAGMENT) add(counts, ofSet(selection.selectionSet));
      else add(counts, ofFragment(selection.name.value));
    }
    return counts;
  };
  return ofSet(set);
}

function add(into: Counts, from: ReadonlyMap<string, number>): Counts {
  for (const [name, count] of from) into.set(name, (into.get(name) ?? 0) + count);
  return into;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
