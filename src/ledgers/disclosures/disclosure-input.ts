import { invalidInput, Refusal, type Path } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import { requiredId, type ListedTarget } from "../../records/index.js";
import type { DisclosureAtRevisionInput, DisclosureRecordInput } from "./disclosure-input.types.js";
import type { DisclosureFields } from "./disclosure.rules.js";

export const fieldsOf = (input: DisclosureRecordInput): DisclosureFields => ({
  title: input.title,
  category: input.category,
  channels: input.channels,
  items: input.items ?? 1,
  formedOn: input.formedOn,
  documentKind: input.documentKind ?? null,
  documentNumber: input.documentNumber ?? null,
});

const ofOne = (input: DisclosureAtRevisionInput, at: Path): ListedTarget => ({
  id: requiredId("Disclosure", input.disclosureId),
  expectedRevision: input.expectedRevision,
  at,
});

export const single = (input: DisclosureAtRevisionInput): ListedTarget => ofOne(input, ["input"]);

const MOST = 200;

/** Several records; the same one twice, none or too many are refused. */
export function listed({
  disclosures,
}: {
  readonly disclosures: readonly DisclosureAtRevisionInput[];
}): ListedTarget[] {
  const { length } = disclosures;
  const { size } = new Set(disclosures.map(({ disclosureId }) => disclosureId));
  if (length < 1 || length > MOST || size < length)
    throw new Refusal(
      invalidInput(
        ["input", "disclosures"],
        text(
          `一次可办理 1 至 ${MOST} 条，互不相同；本次 ${length} 条，均未办理`,
          `1 to ${MOST} different records at a time; these are ${length}, and none was changed`,
        ),
      ),
    );
  return disclosures.map((one, index) => ofOne(one, ["input", "disclosures", String(index)]));
}
