import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Access } from "../access/api.js";
import type { Commands, RequestContext } from "../access/index.js";
import { reaches } from "../kernel/tenant-scope.js";
import { payload, type PayloadOf } from "../platform/graphql/mutation.types.js";
import { presentUnit } from "../units/index.js";
import { UnitType } from "../units/api.js";
import { saveContacts } from "./commands/save-contacts.js";
import { contactsOfUnit } from "./contact.loader.js";
import { SaveContactsInput, SaveContactsPayload, UnitContactType } from "./contact.types.js";

@Resolver(() => UnitType)
export class UnitContactsResolver {
  readonly #commands: Commands;

  constructor(commands: Commands) {
    this.#commands = commands;
  }

  @FieldResolver(() => [UnitContactType], {
    nullable: true,
    description:
      "年报联系人；本单位经办人、审核人和上级主管部门以外为空 · Who answers for the unit's report; null to all but its own clerk and reviewer and the offices above",
  })
  async contacts(
    @Root() { row }: UnitType,
    @Ctx() { viewer, loaders }: RequestContext,
  ): Promise<UnitContactType[] | null> {
    return reaches(viewer.scope.working, row) ? [...(await loaders.of(contactsOfUnit).load(row.id))] : null;
  }

  @Mutation(() => SaveContactsPayload, {
    description:
      "登记本单位的年报联系人，主管部门催报时可见 · Who answers for the unit's report, for the offices that remind it",
  })
  @Access("contact:save")
  async saveContacts(
    @Arg("input", () => SaveContactsInput) input: SaveContactsInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof SaveContactsPayload>> {
    const contacts = input.contacts.map((one) => ({ ...one, duty: one.duty ?? null }));
    const command = { ...context, name: "saveContacts", input };
    const outcome = await this.#commands.run(command, (_, call) =>
      saveContacts(call, { unitCode: input.unitCode, contacts }),
    );
    return payload("unit", outcome, presentUnit, context);
  }
}
