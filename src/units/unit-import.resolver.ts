import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Access } from "../access/api.js";
import type { Commands, RequestContext } from "../access/index.js";
import { presentProblems } from "../platform/graphql/problems.types.js";
import { importUnits } from "./commands/import-units.js";
import { presentChanges } from "./unit.presenter.js";
import { ImportUnitsInput, ImportUnitsPayloadType } from "./unit-import.types.js";

@Resolver()
export class UnitImportResolver {
  readonly #commands: Commands;

  constructor(commands: Commands) {
    this.#commands = commands;
  }

  @Mutation(() => ImportUnitsPayloadType, {
    description:
      "从 .csv 批量登记单位，先预览 · Registers units out of a .csv, with a look at what it would do first",
  })
  @Access("unit:create")
  async importUnits(
    @Arg("input", () => ImportUnitsInput) input: ImportUnitsInput,
    @Ctx() context: RequestContext,
  ): Promise<ImportUnitsPayloadType> {
    const command = { ...context, name: "importUnits", input };
    const { record, problems } = await this.#commands.run(command, (_, call) => importUnits(call, input));
    const { language } = context;
    return {
      done: record?.done ?? false,
      rows: (record?.rows ?? []).map((row) => ({ ...row, changes: presentChanges(row.changes) })),
      rowProblems: (record?.rowProblems ?? []).map((one) => ({ ...one, message: one.message[language] })),
      problems: presentProblems(problems, language),
    };
  }
}
