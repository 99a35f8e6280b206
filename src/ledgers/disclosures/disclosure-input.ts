import { invalidInput, Refusal } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import { requiredId } from "../../records/index.js";
import type { Selection } from "./commands/move-disclosures.js";
import type { DisclosureRecordInput } from "./disclosure-input.types.js";
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

const rowId = (globalId: string): string => requiredId("Disclosure", globalId);

export const single = (input: {
  readonly disclosureId: string;
  readonly expectedRevision?: number | null;
}): Selection => ({
  ids: [rowId(input.disclosureId)],
  pathOf: () => ["input", "disclosureId"],
  expectedRevision: input.expectedRevision,
});

const MOST = 200;

/** Several records; the same one twice, none or too many are refused. */
export function listed({ disclosureIds }: { readonly disclosureIds: readonly string[] }): Selection {
  const { length } = disclosureIds;
  if (length < 1 || length > MOST || new Set(disclosureIds).size < length)
    throw new Refusal(
      invalidInput(
        ["input", "disclosureIds"],
        text(
          `一次可办理 1 至 ${MOST} 条，互不相同；本次 ${length} 条，均未办理`,
          `1 to ${MOST} different records at a time; these are ${length}, and none was changed`,
        ),
      ),
    );
  return { ids: disclosureIds.map(rowId), pathOf: (index) => ["input", "disclosureIds", String(index)] };
}
