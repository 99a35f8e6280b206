import { buildSchema, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import type { FastifyInstance } from "fastify";
import pino from "pino";
import { systemClock } from "../../kernel/clock.js";
import { CallerFault, notFound, unauthenticated } from "../../kernel/fault.js";
import { healthOf, type Health } from "../../kernel/health.js";
import { text, type Language } from "../../kernel/text.js";
import type { Allowance } from "../graphql/admission.js";
import { readPage } from "../graphql/paging.js";
import { DateScalar, DateTimeScalar, DecimalScalar } from "../graphql/scalars.js";
import { createApolloServer, type ApolloOptions } from "../graphql/server.js";
import { createHttpServer } from "./http-server.js";
import type { IncomingCall } from "./incoming-call.js";

const SDL = /* GraphQL */ `
  scalar Date
  scalar DateTime
  scalar Decimal
  enum Colour {
    RED
    BLUE
  }
  input PointInput {
    x: Int!
    y: Int = 7
    colour: Colour = RED
    on: Date
    amount: Decimal
    tags: [String!]
    next: PointInput
  }
  interface Named {
    name: String!
  }
  type Leaf implements Named {
    name: String!
    must: String!
    tree: Tree
    on: Date
  }
  type Tree implements Named {
    name: String!
    colour: Colour
    leaves: [Leaf!]!
    list(codes: [String!], colours: [Colour!]): [Leaf!]!
    parent: Tree
    later: String
    wrong: String
    mustFail: String!
  }
  type TreeEdge {
    cursor: String!
    node: Tree!
  }
  type TreeConnection {
    edges: [TreeEdge!]!
    nodes: [Tree!]!
    totalCount: Int!
  }
  type Query {
    hello(name: String = "世界", times: Int! = 1): String!
    echo(
      point: PointInput
      id: ID
      at: DateTime
      amount: Decimal
      colours: [Colour!]
      flag: Boolean
      f: Float
    ): String
    tree: Tree
    trees(first: Int = 50, after: String): TreeConnection!
    forest: [Tree]
    named: [Named!]!
    fail(how: String): String
    failHard: String!
    now: DateTime
  }
  type Mutation {
    signIn(login: String!): String
    plant(point: PointInput!): Tree
  }
`;

type Resolver = GraphQLFieldResolver<unknown, ToyContext, Record<string, unknown>>;
type Toy = Record<string, unknown>;

const leaf = (name: string): Toy => ({
  __typename: "Leaf",
  name,
  must: name === "bare" ? null : "ok",
  on: "2024-02-29",
});
const tree = (name: string): Toy => ({
  __typename: "Tree",
  name,
  colour: "BLUE",
  leaves: [leaf("a"), leaf("b")],
});

function fail(how: unknown): never {
  if (how === "fault") throw notFound();
  if (how === "argument")
    throw new CallerFault("BAD_USER_INPUT", text("太大", "Too large"), ["input", "first"]);
  if (how === "unavailable") throw new CallerFault("UNAVAILABLE", text("请稍后再试", "Try again later"));
  if (how === "foreign") throw { message: "SELECT secret" } as Error;
  throw Object.assign(new Error("SELECT secret FROM users"), { parameters: ["p4ssw0rd"], code: "ER_BAD" });
}

const RESOLVERS: Record<string, Record<string, Resolver>> = {
  Query: {
    hello: (_, { name, times }) => `你好，${String(name)}`.repeat(Number(times)),
    echo: (_, args) => JSON.stringify(args),
    tree: () => Promise.resolve(tree("oak")),
    trees: (_, args) => {
      readPage(args);
      return {
        nodes: [tree("oak"), tree("elm")],
        edges: [{ cursor: "c", node: tree("oak") }],
        totalCount: 2,
      };
    },
    forest: () => [tree("oak"), null, Promise.resolve(tree("elm")), new Error("SELECT tree")],
    named: () => [tree("oak"), leaf("x")],
    fail: (_, { how }) => fail(how),
    failHard: () => fail("error"),
    now: () => new Date(0),
  },
  Mutation: {
    signIn: (_, { login }) => `token of ${String(login)}`,
    plant: () => tree("new"),
  },
  Tree: {
    list: (_, { codes }) => (Array.isArray(codes) ? codes : ["bare"]).map((code) => leaf(String(code))),
    parent: () => Promise.resolve(tree("parent")),
    later: () => Promise.resolve("later"),
    wrong: () => ({ no: "string" }),
    mustFail: () => Promise.reject(new Error("SELECT mustFail")),
  },
  Leaf: { tree: () => tree("back") },
};

export function toySchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  for (const [type, fields] of Object.entries(RESOLVERS))
    for (const [name, resolve] of Object.entries(fields)) {
      const object = schema.getType(type);
      if (object && "getFields" in object) Object.assign(object.getFields()[name] ?? {}, { resolve });
    }
  for (const scalar of [DateScalar, DateTimeScalar, DecimalScalar]) {
    const { serialize, parseValue, parseLiteral } = scalar;
    Object.assign(schema.getType(scalar.name) ?? {}, { serialize, parseValue, parseLiteral });
  }
  return schema;
}

/** Generous, one budget for all callers together. */
export const TOY_ALLOWANCE: Allowance = { caller: "anybody", request: 200_000, minute: 1e9 };

export interface ToyContext {
  readonly language: Language;
  readonly requestId: string;
}

export interface ToyApp {
  readonly app: FastifyInstance;
  readonly logged: Record<string, unknown>[];
  /** The addresses that calls seemed to come from. */
  readonly addresses: string[];
}

const toyContext =
  (addresses: string[]) =>
  async ({ authorization, ...call }: IncomingCall): Promise<ToyContext> => {
    addresses.push(call.address);
    if (authorization === "Bearer bad") throw unauthenticated();
    if (authorization === "Bearer broken") throw new Error("SELECT sessions");
    return call;
  };

/** A small API on the real stack. `Bearer bad` is refused as a forged token. */
export async function toyApp(
  options: Partial<ApolloOptions<ToyContext>> & {
    health?: () => Health;
    pages?: string;
    trustedProxies?: number;
  } = {},
): Promise<ToyApp> {
  const { log, logged } = recordingLog();
  const { health = () => healthOf(true, true), pages = "/nowhere", trustedProxies = 0, ...rest } = options;
  const apollo = createApolloServer<ToyContext>({
    schema: toySchema(),
    log,
    clock: systemClock,
    allowanceOf: () => TOY_ALLOWANCE,
    limits: { once: ["signIn"] },
    ...rest,
  });
  const addresses: string[] = [];
  const context = toyContext(addresses);
  const app = await createHttpServer<ToyContext>({
    apollo,
    context,
    pages,
    log,
    health,
    mayImport: () => Promise.resolve(),
    trustedProxies,
  });
  await app.ready();
  return { app, logged, addresses };
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: {
    extensions?: Record<string, unknown>;
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
  };
  readonly text: string;
}

/** POSTs a query; accepts graphql-response+json by default, so that the status carries meaning. */
export async function ask(
  { app }: ToyApp,
  query: string,
  variables?: Record<string, unknown>,
  headers: Record<string, string> = {},
  operationName?: string,
): Promise<Answer> {
  const response = await app.inject({
    method: "POST",
    url: "/graphql",
    headers: { accept: "application/graphql-response+json", "accept-language": "en", ...headers },
    payload: { query, variables, operationName },
  });
  return {
    status: response.statusCode,
    headers: response.headers,
    body: response.json(),
    text: response.body,
  };
}

function recordingLog() {
  const logged: Record<string, unknown>[] = [];
  const write = (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>);
  return { log: pino({ level: "info" }, { write }), logged };
}
