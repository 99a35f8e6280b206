import type { Text } from "../kernel/text.js";
import { OPERATIONS, type Operation } from "./operations.data.js";

/** `decideRequest` is DECIDE_REQUEST in the API, and `AnnualReport` ANNUAL_REPORT. */
export const enumName = (name: string): string => name.replace(/(?<!^)(?=[A-Z])/g, "_").toUpperCase();

export const operationName = (operation: Operation): string => enumName(operation);

export const OPERATION_NAMES: readonly {
  readonly name: string;
  readonly operation: Operation;
  readonly text: Text;
}[] = (Object.entries(OPERATIONS) as [Operation, Text][]).map(([operation, text]) => ({
  name: operationName(operation),
  operation,
  text,
}));

/** The operations of names that the API has checked. */
export const operationsNamed = (names: readonly string[]): Operation[] =>
  OPERATION_NAMES.filter(({ name }) => names.includes(name)).map(({ operation }) => operation);
