import "reflect-metadata";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { buildSchema, graphql } from "graphql";
import { Arg, Ctx, Extensions, Field, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { expect, it } from "vitest";
import { unauthenticated } from "../../kernel/fault.js";
import { buildAppSchema } from "./schema.js";

const { open: openDirective, closed: closedDirective } = Object.fromEntries(
  buildSchema(`
    type Query { any: Int }
    directive @open on FIELD_DEFINITION
    directive @closed(to: [String!]!) on FIELD_DEFINITION
  `)
    .getDirectives()
    .map((directive) => [directive.name, directive]),
);
const options = {
  moved: {},
  descriptions: {},
  texts: { lines: new Set<string>(), verbatim: new Set<string>() },
  directives: [openDirective, closedDirective].flatMap((directive) => directive ?? []),
};

interface Context {
  readonly user: string | null;
}

const open = { directive: { name: "open", args: {} }, check: () => undefined };
const closed = {
  directive: { name: "closed", args: { to: ["strangers"] } },
  check: ({ user }: Context) => {
    if (!user) throw unauthenticated();
  },
};

@ObjectType({ simpleResolvers: true })
class Clockwork {
  @Field(() => Date) at!: Date;
}

@Resolver()
class GoodResolver {
  calls = 0;
  @Query(() => Clockwork, { description: "时刻 · The time" })
  @Extensions({ access: open })
  clockwork(): Clockwork {
    return { at: new Date(0) };
  }
  @Mutation(() => String)
  @Extensions({ access: closed })
  wind(@Arg("by", () => String) by: string, @Ctx() { user }: Context): string {
    this.calls += 1;
    return `${by} ${user}`;
  }
}

@Resolver()
class ForgetfulResolver {
  @Query(() => String)
  forgotten(): string {
    return "open by mistake";
  }
}

it("does not start with a root field that says nothing about access", async () => {
  await expect(buildAppSchema({ ...options, resolvers: [GoodResolver, ForgetfulResolver] })).rejects.toThrow(
    "root fields that do not say who may use them: Query.forgotten",
  );
});

it("checks before the resolver runs, and prints its requirement as a directive", async () => {
  const resolver = new GoodResolver();
  const schema = await buildAppSchema({
    ...options,
    resolvers: [GoodResolver],
    container: { get: () => resolver },
  });
  const ask = (source: string, user: string | null) => graphql({ schema, source, contextValue: { user } });
  expect(await ask("{ clockwork { at } }", null)).toEqual({
    data: { clockwork: { at: "1970-01-01T00:00:00.000Z" } },
  });
  const refused = await ask('mutation { wind(by: "a") }', null);
  expect(refused.errors?.[0]?.originalError).toMatchObject({ code: "UNAUTHENTICATED" });
  expect(resolver.calls).toBe(0);
  expect(await ask('mutation { wind(by: "a") }', "u")).toEqual({ data: { wind: "a u" } });
  const sdl = printSchemaWithDirectives(schema);
  expect(sdl).toContain("clockwork: Clockwork! @open");
  expect(sdl).toContain('wind(by: String!): String! @closed(to: ["strangers"])');
});
