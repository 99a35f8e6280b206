import { Ctx, Query, Resolver } from "type-graphql";
import { Public } from "../access/api.js";
import type { RequestContext } from "../access/index.js";
import type { Clock } from "../kernel/clock.js";
import type { Judge } from "./fitness.js";
import { defaultVariables, libraryFor } from "./library.js";
import { LibraryQueryType } from "./library.types.js";

@Resolver()
export class LibraryResolver {
  readonly #judge: Judge;
  readonly #clock: Clock;

  constructor(judge: Judge, clock: Clock) {
    this.#judge = judge;
    this.#clock = clock;
  }

  @Query(() => [LibraryQueryType], {
    description: "查询库：查询人可以运行的 · The queries of the library that the caller may run",
  })
  @Public()
  libraryQueries(@Ctx() { viewer, language }: RequestContext): LibraryQueryType[] {
    return libraryFor(viewer).map((entry) => {
      const { slug, name, description, document } = entry;
      const variables = defaultVariables(entry, viewer, this.#clock.now());
      return {
        ...{ slug, document },
        name: name[language],
        description: description[language],
        variables,
        cost: this.#judge.fitnessOf(document, variables).cost,
        url: `/queries/library.${slug}`,
      };
    });
  }
}
