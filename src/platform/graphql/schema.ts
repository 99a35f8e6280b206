import {
  defaultFieldResolver,
  specifiedDirectives,
  type GraphQLDirective,
  type GraphQLField,
  type GraphQLSchema,
} from "graphql";
import { buildSchema, type BuildSchemaOptions } from "type-graphql";
import { applyDirective, COST_DIRECTIVE, documentCosts } from "./cost.js";
import { describeNames, type Descriptions } from "./descriptions.js";
import { tellMoved, type Moved } from "./moved.js";
import { DateTimeScalar } from "./scalars.js";
import { tidyInputs, type TextFields } from "./tidy-input.js";

/** What every root field carries as its extension `access`; the decorators that set it live in the layer above. */
export interface AccessRequirement<C> {
  /** How the SDL prints the requirement. */
  readonly directive: { readonly name: string; readonly args: Readonly<Record<string, unknown>> };
  /** Throws a CallerFault for a caller without the right. */
  readonly check: (context: C) => void;
}

export interface AppSchemaOptions extends Pick<
  BuildSchemaOptions,
  "resolvers" | "container" | "orphanedTypes"
> {
  readonly texts: TextFields;
  readonly moved: Moved;
  readonly descriptions: Descriptions;
  /** The definitions of those that access requirements name. */
  readonly directives: readonly GraphQLDirective[];
}

/** Closed by default: a root field that says nothing about access stops the start. */
export async function buildAppSchema({
  texts,
  moved,
  descriptions,
  directives,
  ...options
}: AppSchemaOptions): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    ...options,
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    validate: false,
    emitSchemaFile: false,
    // Half of a start: the server that executes the schema validates it once more, and does not start if it is wrong.
    skipCheck: true,
    directives: [...specifiedDirectives, COST_DIRECTIVE, ...directives],
  });
  tellMoved(schema, moved);
  describeNames(schema, descriptions);
  tidyInputs(schema, texts);
  closeByDefault(schema);
  documentCosts(schema);
  return schema;
}

/** Puts the check of each root field before its resolver, and its requirement on it as a directive. */
export function closeByDefault(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = roots.flatMap((root) =>
    Object.values(root?.getFields() ?? {}).map((field) => ({ name: `${root?.name}.${field.name}`, field })),
  );
  const open = fields.filter(({ field }) => !isRequirement(field.extensions.access)).map(({ name }) => name);
  if (open.length > 0) throw new Error(`root fields that do not say who may use them: ${open.join(", ")}`);
  for (const { field } of fields) guard(field);
}

function guard(field: GraphQLField<unknown, unknown>): void {
  const access = field.extensions.access;
  if (!isRequirement(access)) return;
  const { directive, check } = access;
  applyDirective(field, directive.name, directive.args);
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    check(context);
    return resolve(source, args, context, info);
  };
}

function isRequirement(access: unknown): access is AccessRequirement<unknown> {
  return (
    typeof access === "object" &&
    access !== null &&
    "check" in access &&
    typeof access.check === "function" &&
    "directive" in access
  );
}
