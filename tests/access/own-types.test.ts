import { readFileSync } from "node:fs";
import { buildSchema, getNamedType, isInputObjectType, type GraphQLField } from "graphql";
import { expect, it } from "vitest";

const schema = buildSchema(readFileSync("schema/schema.graphql", "utf8"));
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

const inputOf = ({ args: [argument] }: GraphQLField<unknown, unknown>) => getNamedType(argument?.type);

it("every mutation has an input and a payload of its own, called after the mutation", () => {
  const named = mutations.map(({ name, type, args }) => [name, String(args[0]?.type), String(type)]);
  const own = mutations.map(({ name, args: [argument] }) => {
    const Name = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const optional = argument?.type.toString().endsWith("!") ? "!" : "";
    return [name, `${Name}Input${optional}`, `${Name}Payload!`];
  });
  expect(named).toEqual(own);
  expect(new Set(named.map(([, input]) => input)).size).toBe(mutations.length);
});

/** What is made anew or set to a value that does not depend on what was there, and what several records stand in. */
const WITHOUT_REVISION: Readonly<Record<string, readonly string[]>> = {
  "makes a record": [
    ...["assignProposal", "createUnit", "createUser", "importDisclosures", "importInterpretations"],
    ...[
      "importTable",
      "importUnits",
      "importUsers",
      "startTableImport",
      "lodgeRemedy",
      "receiveRequest",
      "recordSupply",
      "registerDisclosure",
    ],
    ...["registerInterpretation", "stateNone"],
  ],
  "sets a value that stands alone": [
    ...["changePassword", "changeSetting", "disableUser", "enableUser", "grantRole", "renameUser"],
    ...[
      "resetPassword",
      "revokeRole",
      "saveContacts",
      "saveLetterTemplate",
      "setFilingDeadline",
      "withdrawNone",
    ],
  ],
  "ends work in the background, whatever it has come to": ["cancelTableImport"],
  "is about an endpoint, which is never changed": [
    ...["addWebhook", "removeWebhook", "replayDelivery", "testWebhook"],
  ],
  "is about the session": ["renewSession", "signIn", "signOut"],
  "names a revision for each of its records": [
    ...["explainFindings", "judgeFindings", "publishDisclosures", "reviewDisclosures"],
  ],
};
/** Makes a record or changes it: the revision is required as soon as there is one. */
const MAKES_OR_CHANGES = [
  "applyImport",
  "deriveReport",
  "saveCatalogueItem",
  "saveDashboard",
  "savePeerGroup",
  "saveQuery",
  "saveReport",
];

it("every mutation of a record says which revision it is based on, or why not", () => {
  const without = mutations.filter((mutation) => {
    const input = inputOf(mutation);
    return !isInputObjectType(input) || !input.getFields().expectedRevision;
  });
  expect(without.map(({ name }) => name).sort()).toEqual(Object.values(WITHOUT_REVISION).flat().sort());
});

it("the revision is required in every mutation that changes a record", () => {
  const optional = mutations.filter((mutation) => {
    const input = inputOf(mutation);
    return isInputObjectType(input) && String(input.getFields().expectedRevision?.type) === "Int";
  });
  expect(optional.map(({ name }) => name).sort()).toEqual(MAKES_OR_CHANGES);
});
