import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Access } from "../../access/api.js";
import type { Outcome, RequestContext } from "../../access/index.js";
import { notFound } from "../../kernel/fault.js";
import { presentProblems } from "../../platform/graphql/problems.types.js";
import { givenId, requiredId, type LedgerServices } from "../../records/index.js";
import { presentUnit, unitById } from "../../units/index.js";
import { UnitType } from "../../units/api.js";
import { catalogueItemById, catalogueOfUnit } from "./catalogue.loader.js";
import {
  CatalogueItemPayloadType,
  CatalogueItemType,
  RetireCatalogueItemInput,
  SaveCatalogueItemInput,
} from "./catalogue.types.js";
import { retireCatalogueItem } from "./commands/retire-catalogue-item.js";
import { saveCatalogueItem } from "./commands/save-catalogue-item.js";
import { presentCatalogueItem } from "./disclosure.presenter.js";

@Resolver(() => UnitType)
export class UnitCatalogueResolver {
  @FieldResolver(() => [CatalogueItemType], {
    nullable: true,
    description:
      "主动公开事项目录，按类别和事项排列，含已停用的；任何人可见 · What the unit discloses of its own accord, by category and title, retired items included; everybody's",
  })
  async disclosureCatalogue(
    @Root() { row }: UnitType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<CatalogueItemType[]> {
    return (await loaders.of(catalogueOfUnit).load(row.id)).map(presentCatalogueItem);
  }
}

@Resolver(() => CatalogueItemType)
export class CatalogueResolver {
  readonly #services: LedgerServices;

  constructor(services: LedgerServices) {
    this.#services = services;
  }

  @FieldResolver(() => UnitType)
  async unit(@Root() { unitId }: CatalogueItemType, @Ctx() { loaders }: RequestContext): Promise<UnitType> {
    const unit = await loaders.of(unitById).load(unitId);
    if (!unit) throw notFound();
    return presentUnit(unit);
  }

  @Mutation(() => CatalogueItemPayloadType, {
    description: "新增或修改目录事项 · Adds an item to the unit's catalogue, or changes one",
  })
  @Access("catalogue:change")
  async saveCatalogueItem(
    @Arg("input", () => SaveCatalogueItemInput) input: SaveCatalogueItemInput,
    @Ctx() context: RequestContext,
  ): Promise<CatalogueItemPayloadType> {
    const { viewer } = context;
    const { unitCode, category, title, article, synonyms, expectedRevision } = input;
    const itemId = givenId("CatalogueItem", input.itemId);
    const item = { unitCode, itemId, category, title, article, synonyms: synonyms ?? [], expectedRevision };
    const outcome = await this.#services.commands.run(
      { viewer, name: "saveCatalogueItem", input },
      (session) => saveCatalogueItem(session, viewer, item, this.#services),
    );
    return presentItem(outcome, context);
  }

  @Mutation(() => CatalogueItemPayloadType, {
    description: "停用目录事项，原有记录的归类不变 · Retires an item; records keep their category",
  })
  @Access("catalogue:change")
  async retireCatalogueItem(
    @Arg("input", () => RetireCatalogueItemInput) input: RetireCatalogueItemInput,
    @Ctx() context: RequestContext,
  ): Promise<CatalogueItemPayloadType> {
    const { viewer } = context;
    const itemId = requiredId("CatalogueItem", input.itemId);
    const outcome = await this.#services.commands.run(
      { viewer, name: "retireCatalogueItem", input },
      (session) => retireCatalogueItem(session, viewer, { ...input, itemId }, this.#services),
    );
    return presentItem(outcome, context);
  }
}

async function presentItem(
  { record, problems }: Outcome<{ id: string }>,
  { loaders, language }: RequestContext,
): Promise<CatalogueItemPayloadType> {
  const row = record && (await loaders.of(catalogueItemById).clear(record.id).load(record.id));
  return { item: row && presentCatalogueItem(row), problems: presentProblems(problems, language) };
}
