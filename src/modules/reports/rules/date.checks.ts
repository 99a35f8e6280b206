import type { Check, Spotted } from "./rule.js";

/** D06: submitted after the due date, or not submitted by now though it has passed. */
export const late: Check = ({ submittedOn, today, dueOn }) =>
  (submittedOn ?? today) > dueOn ? [{ at: "due", detail: { dueOn, on: submittedOn ?? today } }] : [];

/** D08: signed before the tables were finished, or after the report was out. */
export const signature: Check = ({ signedOn, tablesChangedOn, publishedOn }) => {
  if (!signedOn) return [];
  const spotted: Spotted[] = [];
  if (tablesChangedOn && signedOn < tablesChangedOn)
    spotted.push({ at: "tables", detail: { signedOn, tablesChangedOn } });
  if (publishedOn && signedOn > publishedOn)
    spotted.push({ at: "publication", detail: { signedOn, publishedOn } });
  return spotted;
};
