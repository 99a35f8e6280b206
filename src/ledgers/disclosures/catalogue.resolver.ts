import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Access } from "../../access/api.js";
import type { Call, RequestContext } from "../../access/index.js";
import { payload, type PayloadOf } from "../../platform/graphql/mutation.types.js";
import { carriedOut, givenId, ownerOf, requiredId, type LedgerServices } from "../../records/index.js";
import { UnitType } from "../../units/api.js";
import { catalogueItemById, catalogueOfUnit } from "./catalogue.loader.js";
import {
  CatalogueItemType,
  RetireCatalogueItemInput,
  RetireCatalogueItemPayload,
  SaveCatalogueItemInput,
  SaveCatalogueItemPayload,
} from "./catalogue.types.js";
import { presentCatalogueItem } from "./disclosure.presenter.js";
import { retireCatalogueItem, saveCatalogueItem } from "./steps/catalogue.js";

const INPUT = { description: "办理的内容 · What is to be done" };

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
  unit(@Root() item: CatalogueItemType, @Ctx() context: RequestContext): Promise<UnitType> {
    return ownerOf(context, item);
  }

  @Mutation(() => SaveCatalogueItemPayload, {
    description: "新增或修改目录事项 · Adds an item to the unit's catalogue, or changes one",
  })
  @Access("catalogue:change")
  saveCatalogueItem(
    @Arg("input", () => SaveCatalogueItemInput, INPUT) input: SaveCatalogueItemInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof SaveCatalogueItemPayload>> {
    const { unitCode, category, title, article, synonyms, expectedRevision } = input;
    const itemId = givenId("CatalogueItem", input.itemId);
    const item = { unitCode, itemId, category, title, article, synonyms: synonyms ?? [], expectedRevision };
    return this.#run("saveCatalogueItem", input, context, (call) =>
      saveCatalogueItem(call, item, this.#services),
    );
  }

  @Mutation(() => RetireCatalogueItemPayload, {
    description: "停用目录事项，原有记录的归类不变 · Retires an item; records keep their category",
  })
  @Access("catalogue:change")
  retireCatalogueItem(
    @Arg("input", () => RetireCatalogueItemInput, INPUT) input: RetireCatalogueItemInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof RetireCatalogueItemPayload>> {
    const id = requiredId("CatalogueItem", input.itemId);
    return this.#run("retireCatalogueItem", input, context, (call) =>
      retireCatalogueItem(call, { ...input, id }, this.#services),
    );
  }

  async #run(
    name: string,
    input: { readonly idempotencyKey?: string | null },
    context: RequestContext,
    work: (call: Call) => Promise<{ readonly id: string }>,
  ) {
    const mutation = { name, input, byId: catalogueItemById };
    const outcome = await carriedOut(context, this.#services.commands, mutation, work);
    return payload("item", outcome, presentCatalogueItem, context);
  }
}
