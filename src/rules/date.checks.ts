import type { Check, CheckInput, Spotted } from "./rule.js";

/** D06: a date was missed, the first one or that of a return, or has passed without the report. */
export const late: Check = ({ missed }) => (missed ? [{ at: "due", detail: { ...missed } }] : []);

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
