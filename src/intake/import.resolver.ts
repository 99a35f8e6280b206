import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Access } from "../access/api.js";
import type { Commands, RequestContext } from "../access/index.js";
import { presentReportProblems } from "../filing/api.js";
import { presentWorkingCopy } from "../reports/index.js";
import type { ReportServices } from "../filing/index.js";
import { badInput } from "../kernel/fault.js";
import { Refusal } from "../kernel/problem.js";
import type { Database } from "../platform/db/index.js";
import { idOfType } from "../platform/graphql/global-id.js";
import type { PayloadOf } from "../platform/graphql/mutation.types.js";
import { unitById } from "../units/index.js";
import { applyImport, previewImport } from "./import-report.js";
import { presentPreview } from "./import.presenter.js";
import {
  ApplyImportInput,
  ApplyImportPayload,
  ImportPreviewType,
  PreviewImportArgs,
} from "./import.types.js";

@Resolver()
export class ImportResolver {
  readonly #database: Database;
  readonly #commands: Commands;
  readonly #services: ReportServices;

  constructor(database: Database, commands: Commands, services: ReportServices) {
    this.#database = database;
    this.#commands = commands;
    this.#services = services;
  }

  @Query(() => ImportPreviewType, {
    description:
      "预览导入：文件中识别出的数和文字、位置、疑点，与年报现有内容的差异 · What was found in an uploaded file, where and how surely, and what it would change",
  })
  @Access("report:save", "rollUp:save")
  async previewImport(
    @Args(() => PreviewImportArgs) { uploadId, unitCode, year, scope }: PreviewImportArgs,
    @Ctx() { viewer, language }: RequestContext,
  ): Promise<ImportPreviewType> {
    const target = {
      uploadId: idOfType("Upload", uploadId) ?? "",
      unitCode,
      year: year ?? null,
      scope: scope ?? "OWN",
    } as const;
    const now = this.#services.clock.now();
    const preview = await this.#database
      .read(viewer.scope, (session) => previewImport(session, viewer, target, now))
      .catch((error: unknown) => {
        const [problem] = error instanceof Refusal ? error.problems : [];
        throw problem ? badInput(problem.message, problem.path) : error;
      });
    return presentPreview(preview, language);
  }

  @Mutation(() => ApplyImportPayload, {
    description:
      "把所选的数和文字存入年报工作稿，来源记为“导入”；文件的 SHA-256 记入操作记录 · Puts the chosen figures and texts into the working copy as IMPORTED; the file's SHA-256 goes into the history",
  })
  @Access("report:save", "rollUp:save")
  async applyImport(
    @Arg("input", () => ApplyImportInput) input: ApplyImportInput,
    @Ctx() { viewer, loaders, language, requestId }: RequestContext,
  ): Promise<PayloadOf<typeof ApplyImportPayload>> {
    const { record, problems } = await this.#commands.run(
      { viewer, name: "applyImport", input, requestId },
      (_session, call) =>
        applyImport(
          call,
          {
            uploadId: idOfType("Upload", input.uploadId) ?? "",
            unitCode: input.unitCode,
            year: input.year ?? null,
            scope: input.scope ?? "OWN",
            cells: input.cells ?? null,
            sections: input.sections ?? null,
            withSignature: input.signedOn ?? true,
            expectedRevision: input.expectedRevision ?? null,
          },
          this.#services,
        ),
    );
    const unit = record && (await loaders.of(unitById).load(record.unitId));
    return {
      report: record && unit ? presentWorkingCopy(record, unit.path) : null,
      problems: presentReportProblems(problems, language),
    };
  }
}
