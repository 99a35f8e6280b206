import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import type { Answered } from "./answer-to.js";
import type { Question } from "./recording/asking.js";

/** A field that is not what it was in the release, wherever a question asks for it. */
export interface FieldChange {
  /** As it was called: `AnnualReport.events`. */
  readonly field: string;
  /** What a client reads about the change. */
  readonly reason: string;
  /** What takes its place, from its arguments `(first: 3)` and its selection `{ id }`; nothing where it is gone. */
  readonly ask?: (args: string, selection: string) => string;
  /** What it answers, from what it answered; the same unless said. */
  readonly answer?: (was: any) => unknown;
}

/** One question whose answer is not what it was. */
export interface QuestionChange {
  /** The name of a question, or what the names of several begin with. */
  readonly question: string;
  readonly reason: string;
  readonly query?: (was: string) => string;
  readonly variables?: (was: any) => Question["variables"];
  readonly answer?: (was: any) => Answered;
}

export interface Adapted {
  readonly question: Question;
  readonly answer: Answered;
  /** The changes that it met. */
  readonly met: readonly (FieldChange | QuestionChange)[];
}

/** What is asked today in place of a question of the release, and what the answer must be. */
export class Adapter {
  readonly #schema: GraphQLSchema;

  constructor(
    sdl: string,
    private readonly fields: readonly FieldChange[],
    private readonly questions: readonly QuestionChange[],
  ) {
    this.#schema = buildSchema(sdl);
  }

  adapt({ answer, ...question }: Question & { readonly answer: Answered }): Adapted {
    const met = new Set<FieldChange | QuestionChange>();
    let query = this.#document(question.query, met);
    let data = answer.data;
    if (met.size > 0 && data) data = this.#answer(question.query, data);
    let variables = question.variables;
    let adapted: Answered = { ...answer, ...(data !== undefined && { data }) };
    for (const change of this.questions.filter((each) => question.name.startsWith(each.question))) {
      met.add(change);
      query = change.query?.(query) ?? query;
      variables = change.variables?.(variables) ?? variables;
      adapted = change.answer?.(adapted) ?? adapted;
    }
    return { question: { ...question, query, variables }, answer: adapted, met: [...met] };
  }

  #changeOf(type: GraphQLNamedType | null | undefined, { name }: FieldNode): FieldChange | undefined {
    return this.fields.find(({ field }) => field === `${type?.name}.${name.value}`);
  }

  #document(query: string, met: Set<FieldChange | QuestionChange>): string {
    const info = new TypeInfo(this.#schema);
    const leave = (node: FieldNode): FieldNode | null | undefined => {
      const change = this.#changeOf(info.getParentType(), node);
      if (!change) return undefined;
      met.add(change);
      return change.ask ? replaced(node, change.ask) : null;
    };
    const changed = visit(parse(query), visitWithTypeInfo(info, { Field: { leave } }));
    return met.size > 0 ? print(changed) : query;
  }

  #answer(query: string, data: unknown): unknown {
    const [operation] = parse(query).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`not one operation: ${query}`);
    return this.#within(this.#schema.getQueryType(), operation.selectionSet, data);
  }

  #within(type: GraphQLNamedType | null | undefined, { selections }: SelectionSetNode, value: any): any {
    if (Array.isArray(value))
      return value.map((one) => this.#within(type, { kind: Kind.SELECTION_SET, selections }, one));
    if (value === null || typeof value !== "object") return value;
    let answer = { ...value };
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) answer = this.#field(type, selection, answer);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = this.#schema.getType(selection.typeCondition?.name.value ?? "");
        if (!isObjectType(on) || value.__typename === undefined || value.__typename === on.name)
          answer = this.#within(on, selection.selectionSet, answer);
      }
    }
    return answer;
  }

  #field(type: GraphQLNamedType | null | undefined, node: FieldNode, answer: any): any {
    const key = (node.alias ?? node.name).value;
    if (!(key in answer)) return answer;
    const change = this.#changeOf(type, node);
    const { [key]: was, ...others } = answer;
    if (change && !change.ask) return others;
    const field =
      isObjectType(type) || isInterfaceType(type)
        ? getNamedType(type.getFields()[node.name.value]?.type)
        : null;
    const inner =
      node.selectionSet && isCompositeType(field) ? this.#within(field, node.selectionSet, was) : was;
    return { ...answer, [key]: change?.answer ? change.answer(inner) : inner };
  }
}

/** The field that the text names, answered under the name that the old one had. */
function replaced(node: FieldNode, ask: NonNullable<FieldChange["ask"]>): FieldNode {
  const args = node.arguments?.length ? `(${node.arguments.map(print).join(", ")})` : "";
  const [operation] = parse(
    `{ ${ask(args, node.selectionSet ? print(node.selectionSet) : "")} }`,
  ).definitions;
  const [field] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  if (field?.kind !== Kind.FIELD) throw new Error(`${node.name.value}: one field takes its place`);
  return { ...field, alias: { kind: Kind.NAME, value: (node.alias ?? node.name).value } };
}
