import { Arg, Ctx, Extensions, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Access } from "../../access/api.js";
import type { Commands, RequestContext } from "../../access/index.js";
import { InformationRequestType } from "../../ledgers/requests/api.js";
import { dateInShanghai } from "../../kernel/calendar-date.js";
import type { Clock } from "../../kernel/clock.js";
import { reaches } from "../../kernel/tenant-scope.js";
import type { FieldPrice } from "../../platform/graphql/cost.js";
import { payload, type PayloadOf } from "../../platform/graphql/mutation.types.js";
import { requiredId } from "../../records/index.js";
import { presentUnit, unitById } from "../../units/index.js";
import { UnitType } from "../../units/api.js";
import { DownloadLinkType, type LinkServices } from "../download-link.resolver.js";
import { lettersOfRequest, templateOfUnit, templatesAt } from "./letter.loader.js";
import { letterPath, templatePath } from "./letter.routes.js";
import { LETTER_KINDS, tagsOf } from "./letters.data.js";
import { SAMPLE } from "./sample.data.js";
import { defaultTemplate, filled, required, textOf } from "./template.js";
import {
  LetterTemplateType,
  LetterType,
  presentLetter,
  SaveLetterTemplateInput,
  SaveLetterTemplatePayload,
  WriteLetterInput,
  WriteLetterPayload,
} from "./letter.types.js";
import { saveTemplate } from "./save-template.js";
import { type LetterServices, writeLetter } from "./write-letter.js";

export interface LetterResolverServices extends LetterServices {
  readonly commands: Commands;
  readonly clock: Clock;
}

@Resolver(() => InformationRequestType)
export class RequestLettersResolver {
  readonly #services: LetterResolverServices;

  constructor(services: LetterResolverServices) {
    this.#services = services;
  }

  @FieldResolver(() => [LetterType], {
    nullable: true,
    description:
      "已出具的文书，由早到晚；本单位经办人、审核人以外为空 · The letters written, oldest first; null to all but the unit's own clerk and reviewer",
  })
  async letters(
    @Root() { row }: InformationRequestType,
    @Ctx() { viewer, loaders }: RequestContext,
  ): Promise<LetterType[] | null> {
    const unit = await loaders.of(unitById).load(row.unitId);
    if (!unit || !reaches(viewer.scope.personal, unit)) return null;
    return (await loaders.of(lettersOfRequest).load(row.id)).map(presentLetter);
  }

  @Mutation(() => WriteLetterPayload, {
    description:
      "由登记的办理情况出具文书：依据、日期、救济途径自动填写并核对，文件留存，散列记入办理记录 · Writes a letter from the record; articles, dates and remedies are filled in and checked, the file is kept and its hash noted in the history",
  })
  @Access("request:handle")
  async writeLetter(
    @Arg("input", () => WriteLetterInput, { description: "文书的内容 · What the letter says" })
    input: WriteLetterInput,
    @Ctx() { viewer, requestId, language }: RequestContext,
  ): Promise<PayloadOf<typeof WriteLetterPayload>> {
    const { commands, clock, vault, calendar } = this.#services;
    const given = {
      ...input,
      requestId: requiredId("InformationRequest", input.requestId),
      number: input.number ?? null,
      on: input.on ?? dateInShanghai(clock.now()),
      step: input.step ?? null,
      paragraphs: input.paragraphs ?? [],
      items: (input.items ?? []).map((item) => ({ ...item, article: item.article ?? null })),
      recipient: input.recipient ?? null,
      enclosures: input.enclosures ?? [],
      contact: input.contact ?? null,
      remedy: input.remedy ?? null,
      servedOnline: input.servedOnline ?? null,
    };
    const outcome = await commands.run({ viewer, requestId, name: "writeLetter", input }, async (_, call) => {
      // The sealed file stays out of the answer that is kept for the idempotency key.
      const { sealed: _sealed, ...kept } = await writeLetter(call, given, { vault, calendar });
      return kept;
    });
    return payload("letter", outcome, presentLetter, { language });
  }

  @Mutation(() => SaveLetterTemplatePayload, {
    description:
      "更换一种文书的模板，本单位及下级适用 · Puts a template of a letter in place, for the unit and all below",
  })
  @Access("setting:change")
  async saveLetterTemplate(
    @Arg("input", () => SaveLetterTemplateInput, { description: "模板 · The template" })
    input: SaveLetterTemplateInput,
    @Ctx() { viewer, requestId, language }: RequestContext,
  ): Promise<PayloadOf<typeof SaveLetterTemplatePayload>> {
    const command = { viewer, requestId, name: "saveLetterTemplate", input };
    const outcome = await this.#services.commands.run(command, (_, call) =>
      saveTemplate(call, { ...input, content: input.content ?? null }),
    );
    return payload("unit", outcome, presentUnit, { language });
  }
}

const SAMPLE_PRICE: FieldPrice = { weight: 100 };

@Resolver(() => UnitType)
export class UnitLetterTemplatesResolver {
  @FieldResolver(() => [LetterTemplateType], {
    description:
      "各种文书现行的模板：本单位或最近的上级更换过的，否则产品自带的；任何人可见 · The templates in force, by kind: of the unit or the nearest above that put one in place, else the product's own; everybody's",
  })
  async letterTemplates(
    @Root() { row }: UnitType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<LetterTemplateType[]> {
    const inPlace = await loaders.of(templatesAt).load(row.path);
    return LETTER_KINDS.map((kind) => {
      const needed = required(kind);
      return {
        ...{ kind, unitCode: row.code, url: templatePath(row.code, kind) },
        sha256: inPlace.get(kind)?.sha256 ?? null,
        setById: inPlace.get(kind)?.unitId ?? null,
        tags: [...tagsOf(kind)].map((name) => ({ name, required: needed.has(name) })),
      };
    });
  }
}

@Resolver(() => LetterTemplateType)
export class LetterTemplateResolver {
  @FieldResolver(() => UnitType, {
    nullable: true,
    description: "由哪一级更换；空：产品自带的 · Who put it in place; null: the product's own",
  })
  async setBy(
    @Root() { setById }: LetterTemplateType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<UnitType | null> {
    const unit = setById && (await loaders.of(unitById).load(setById));
    return unit ? presentUnit(unit) : null;
  }

  @FieldResolver(() => [String], {
    description:
      "样稿：以虚构的内容填写，一段一行 · A sample: the template filled in with made-up values, a paragraph a line",
  })
  @Extensions({ price: SAMPLE_PRICE })
  async sample(
    @Root() { unitCode, kind }: LetterTemplateType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<string[]> {
    const own = (await loaders.of(templateOfUnit).load({ unitCode, kind }))?.content;
    const template = own ? Buffer.from(own) : await defaultTemplate(kind);
    return (await textOf(filled(template, SAMPLE))).split("\n");
  }
}

@Resolver(() => LetterType)
export class LetterFileResolver {
  readonly #services: Pick<LinkServices, "links" | "tokenOf">;

  constructor(services: Pick<LinkServices, "links" | "tokenOf">) {
    this.#services = services;
  }

  @FieldResolver(() => DownloadLinkType, {
    nullable: true,
    description:
      "文书文件的链接，五分钟内有效；查看记入历史；申请人信息清除后为空 · A link to the file for five minutes; opening it is recorded; null once the applicant's data was blanked",
  })
  async file(
    @Root() { id, blanked }: LetterType,
    @Ctx() { viewer }: RequestContext,
  ): Promise<DownloadLinkType | null> {
    if (blanked) return null;
    const { links, tokenOf } = this.#services;
    const expiresAt = links.expiry();
    const token = await tokenOf(viewer, expiresAt);
    return { url: await links.addressOf({ path: letterPath(id), token }, expiresAt), expiresAt };
  }
}
