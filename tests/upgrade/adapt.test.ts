import { expect, it } from "vitest";
import { Adapter, type FieldChange, type QuestionChange } from "./adapt.js";

const SDL = `
  type Query { node: Node, unit(code: String): Unit }
  interface Node { id: ID! }
  type Unit implements Node { id: ID!, name: String, events(first: Int): [Event!], parent: Unit }
  type Report implements Node { id: ID!, events: [Event!], share: Float }
  type Event { at: String, by: Unit }`;

const adapted = (
  query: string,
  data: unknown,
  fields: readonly FieldChange[],
  questions: readonly QuestionChange[] = [],
) => {
  const question = { name: "a question, public", as: "public", query, variables: {} } as const;
  return new Adapter(SDL, fields, questions).adapt({ ...question, answer: { status: 200, data } });
};
const flat = (query: string): string => query.replace(/\s+/g, " ");
const reason = "for a test";

it("leaves alone what no change names", () => {
  const query = "{ unit { name } }";
  const { question, answer, met } = adapted(query, { unit: { name: "甲" } }, [{ field: "Unit.id", reason }]);
  expect([question.query, answer.data, met]).toEqual([query, { unit: { name: "甲" } }, []]);
});

it("asks for what has another name, and expects the answer under the old one", () => {
  const change: FieldChange = { field: "Unit.name", reason, ask: () => "fullName" };
  const { question, answer, met } = adapted("{ unit { name n: name } }", { unit: { name: "甲", n: "甲" } }, [
    change,
  ]);
  expect(flat(question.query)).toBe("{ unit { name: fullName n: fullName } }");
  expect([answer.data, met]).toEqual([{ unit: { name: "甲", n: "甲" } }, [change]]);
});

it("takes a field that is gone out of the question and out of the answer, however deep", () => {
  const change: FieldChange = { field: "Unit.name", reason };
  const query = "{ unit { id parent { id name } events { by { id name } } } }";
  const unit = { id: "1", parent: { id: "2", name: "乙" }, events: [{ by: { id: "3", name: "丙" } }] };
  const { question, answer } = adapted(query, { unit }, [change]);
  expect(flat(question.query)).toBe("{ unit { id parent { id } events { by { id } } } }");
  expect(answer.data).toEqual({ unit: { id: "1", parent: { id: "2" }, events: [{ by: { id: "3" } }] } });
});

it("turns what was answered into what is, with the arguments and the selection that were asked", () => {
  const change: FieldChange = {
    ...{ field: "Unit.events", reason },
    ask: (args, selection) => `history${args} { nodes ${selection} }`,
    answer: (was: unknown) => ({ nodes: was }),
  };
  const { question, answer } = adapted(
    "{ unit { events(first: 3) { at } } }",
    { unit: { events: [{ at: "1" }] } },
    [change],
  );
  expect(flat(question.query)).toBe("{ unit { events: history(first: 3) { nodes { at } } } }");
  expect(answer.data).toEqual({ unit: { events: { nodes: [{ at: "1" }] } } });
});

it("changes a fragment's field in the answers of that type alone", () => {
  const change: FieldChange = {
    field: "Report.events",
    reason,
    ask: () => "n: events { at }",
    answer: () => "of a report",
  };
  const query = "{ node { __typename ... on Unit { events { at } } ... on Report { events { at } } } }";
  const told = (__typename: string) =>
    adapted(query, { node: { __typename, events: [] } }, [change]).answer.data;
  expect([told("Unit"), told("Report")]).toEqual([
    { node: { __typename: "Unit", events: [] } },
    { node: { __typename: "Report", events: "of a report" } },
  ]);
});

it("changes single questions by what their names begin with", () => {
  const change: QuestionChange = {
    ...{ question: "a question", reason, query: (was) => was.replace("code: 1", "code: 2") },
    variables: () => ({ year: 2023 }),
    answer: (was) => ({ ...was, status: 404 }),
  };
  const other: QuestionChange = { ...change, question: "another" };
  const { question, answer, met } = adapted("{ unit(code: 1) { id } }", null, [], [change, other]);
  expect([question.query, question.variables]).toEqual(["{ unit(code: 2) { id } }", { year: 2023 }]);
  expect([answer, met]).toEqual([{ status: 404, data: null }, [change]]);
});
