import type { TestApp } from "../harness/app.js";
import { CALLERS } from "./people.js";

/** One root field, with a record of 环山街道 (371003003) or its district made for each call. */
export interface Operation {
  readonly field: string;
  /** Where a field has several rows: what sets this one apart. */
  readonly when?: string;
  readonly document: string;
  readonly variables: (app: TestApp) => Promise<object>;
  /** It ends or changes the caller's own session. */
  readonly ownSession?: true;
  /** One outcome a caller, in the order of CALLERS; the case reader's and the auditor's are the analyst's where none is given. */
  readonly outcomes: string;
}

/** By caller, in the order of CALLERS. */
export function outcomesOf({ outcomes }: Operation): readonly string[] {
  const told = outcomes.split(" ");
  return CALLERS.map((_, i) => told[i] ?? told[CALLERS.indexOf("analyst")] ?? "?");
}

export const OWN = "371003003";
export const DISTRICT = "371003";
export const OPEN = "OK UA OK OK OK OK OK OK OK";
export const SIGNED_IN = "UA UA OK OK OK OK OK OK OK";
export const ADMIN_OF_UNIT = "UA UA FB FB NF FB NF FB OK";
/** Nobody else knows of a user at all. */
export const ADMIN_OF_USER = "UA UA NF NF NF NF NF NF OK";

export const nothing = () => Promise.resolve({});
export const given = (variables: object) => () => Promise.resolve(variables);

export const query = (
  field: string,
  document: string,
  outcomes: string,
  variables: object = {},
): Operation => ({
  field,
  document,
  variables: given(variables),
  outcomes,
});

export function mutation(
  field: string,
  input: string,
  outcomes: string,
  variables: (app: TestApp) => Promise<object>,
  more: Pick<Operation, "when" | "ownSession"> = {},
): Operation {
  const document = `mutation ($input: ${input}) { ${field}(input: $input) { problems { code path } } }`;
  return { field, document, variables, outcomes, ...more };
}
