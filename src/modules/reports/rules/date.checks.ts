import type { Check, CheckInput, Spotted } from "./rule.js";

/** D06: submitted after the due date, or not submitted by now though it has passed. */
export const late: Check = ({ submittedOn, today, dueOn }) =>
  (submittedOn ?? today) > dueOn ? [{ at: "due", detail: { dueOn, on: submittedOn ?? today } }] : [];

/** D08: signed before the tables were finished, or after the report was out. */
export const signature: Check = (input) => {
  const { signedOn, tablesChangedOn, publishedOn } = input;
  if (!signedOn) return [];
  const spotted: Spotted[] = [];
  if (tablesChangedOn && signedOn < tablesChangedOn && !isEnteredLate(input))
    spotted.push({ at: "tables", detail: { signedOn, tablesChangedOn } });
  if (publishedOn && signedOn > publishedOn)
    spotted.push({ at: "publication", detail: { signedOn, publishedOn } });
  return spotted;
};

/** A report that was signed elsewhere and entered after its due date: when its tables were finished is not known. */
const isEnteredLate = ({ enteredOn, signedOn, dueOn }: CheckInput): boolean =>
  !!enteredOn && !!signedOn && enteredOn > dueOn && enteredOn > signedOn;
