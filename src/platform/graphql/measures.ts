import {
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

export interface Measures {
  /** Depth of the deepest operation, without introspection, which must be deep. */
  readonly depth: number;
  /** Root fields of the operation with most of them, fragments spread. */
  readonly rootFields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Number of occurrences of each root field in the document, whatever its alias and operation. */
  readonly rootNames: ReadonlyMap<string, number>;
}

type Counts = ReadonlyMap<string, number>;

/** Time linear in the document: each fragment is measured once, however often it is spread. */
export function measure(document: DocumentNode): Measures {
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  const depthOf = meter<number>(document, {
    join: (depths) => Math.max(0, ...depths),
    ofField: (field, ofSet) => (isIntrospection(field) ? 0 : 1 + ofSet(field.selectionSet)),
  });
  const rootsOf = meter<Counts>(document, { join: add, ofField: ({ name }) => new Map([[name.value, 1]]) });
  const roots = operations.map(rootsOf);
  return {
    ...countNodes(document),
    depth: Math.max(0, ...operations.map(depthOf)),
    rootFields: Math.max(0, ...roots.map((names) => sum([...names.values()]))),
    rootNames: add(roots),
  };
}

/** The fields of an operation with its fragments spread. */
export const fieldCount = (document: DocumentNode, operation: OperationDefinitionNode): number =>
  meter<number>(document, { join: sum, ofField: (field, ofSet) => 1 + ofSet(field.selectionSet) })(operation);

interface Meter<T> {
  readonly join: (parts: readonly T[]) => T;
  readonly ofField: (field: FieldNode, ofSet: (set: SelectionSetNode | undefined) => T) => T;
}

function meter<T>(
  document: DocumentNode,
  { join, ofField }: Meter<T>,
): (operation: OperationDefinitionNode) => T {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const known = new Map<string, T>();
  const ofFragment = (name: string): T => {
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, join([])); // another rule refuses a ring of fragments; here the loop only has to end
    const measured = ofSet(fragments.get(name)?.selectionSet);
    known.set(name, measured);
    return measured;
  };
  const ofSet = (set: SelectionSetNode | undefined): T =>
    join(
      (set?.selections ?? []).map((selection) => {
        if (selection.kind === Kind.FIELD) return ofField(selection, ofSet);
        if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
        return ofSet(selection.selectionSet);
      }),
    );
  return ({ selectionSet }) => ofSet(selectionSet);
}

function countNodes(document: DocumentNode): { aliases: number; directives: number } {
  let aliases = 0;
  let directives = 0;
  visit(document, {
    Field: (node) => void (aliases += node.alias ? 1 : 0),
    Directive: () => void (directives += 1),
  });
  return { aliases, directives };
}

const isIntrospection = ({ name }: FieldNode): boolean => name.value.startsWith("__");

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

function add(parts: readonly Counts[]): Counts {
  const total = new Map<string, number>();
  for (const part of parts) for (const [name, n] of part) total.set(name, (total.get(name) ?? 0) + n);
  return total;
}
