// What the console knows of the API, made of schema/schema.graphql: the types of its queries, the names of every enum's
// values, and the inputs of every mutation, so that a label has one source and a form needs no code of its own.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";

/** Writes src/console/generated. */
export function describeApi(root) {
  const target = join(root, "src/console/generated");
  mkdirSync(target, { recursive: true });
  execFileSync(
    join(root, "node_modules/.bin/gql.tada"),
    ["generate-output", "-c", "src/console/tsconfig.json"],
    {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  const schema = buildSchema(readFileSync(join(root, "schema/schema.graphql"), "utf8"));
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
  write(target, "labels", "LABELS", labelsOf(types.filter(isEnumType)));
  write(target, "inputs", "INPUTS", inputsOf(types.filter(isInputObjectType)));
  write(target, "fields", "FIELDS", fieldsOf(schema));
  write(target, "mutations", "MUTATIONS", mutationsOf(schema));
}

function write(target, file, name, value) {
  const head = "// Made of schema/schema.graphql by scripts/console-api.mjs.\n";
  writeFileSync(
    join(target, `${file}.ts`),
    `${head}export const ${name} = ${JSON.stringify(value, null, 1)} as const;\n`,
  );
}

const labelsOf = (enums) =>
  Object.fromEntries(
    enums.map((type) => [
      type.name,
      Object.fromEntries(type.getValues().map((value) => [value.name, told(value).label])),
    ]),
  );

const inputsOf = (inputs) =>
  Object.fromEntries(
    // What must be given stands first in a form; the schema is in the order of the alphabet.
    inputs.map((type) => [
      type.name,
      Object.values(type.getFields())
        .map(fieldOf)
        .sort((one, other) => Number(other.required) - Number(one.required)),
    ]),
  );

function fieldOf({ name, type, description, defaultValue }) {
  const nullable = getNullableType(type);
  return {
    name,
    type: getNamedType(type).name,
    list: isListType(nullable),
    required: isNonNullType(type) && defaultValue === undefined,
    ...(defaultValue !== undefined && defaultValue !== null && { initial: defaultValue }),
    ...told({ name, description }),
  };
}

function mutationsOf(schema) {
  const fields = Object.values(schema.getMutationType().getFields());
  return Object.fromEntries(
    fields.map(({ name, description, args, type }) => [
      name,
      {
        input: getNamedType(args[0]?.type)?.name ?? null,
        payload: getNamedType(type).name,
        ...told({ name, description }),
      },
    ]),
  );
}

/** Records whose pages show fields by the API's own names. */
const RECORDS = [
  "InformationRequest",
  "Disclosure",
  "Interpretation",
  "Remedy",
  "Proposal",
  "SuppliedCount",
  "Applicant",
];

const fieldsOf = (schema) =>
  Object.fromEntries(
    RECORDS.map((record) => [
      record,
      Object.fromEntries(
        Object.values(schema.getType(record).getFields()).map(({ name, type, description }) => [
          name,
          { type: getNamedType(type).name, ...told({ name, description }) },
        ]),
      ),
    ]),
  );

/** The official name in Chinese and English: the description up to its first explanation; the rest helps. */
export function told({ name, description }) {
  const [zh = name, en = name] = (description ?? "").split(" · ");
  const label = [nameIn(zh, "：，；。") || name, nameIn(en, ":,;.") || name];
  return { label, ...(zh.trim() !== label[0] && { help: [zh.trim(), en.trim()] }) };
}

/**
 * A bracket in full or half width is part of the name, as in 县（市、区）, unless it explains: it cites an article, runs to
 * several clauses or is code.
 */
function nameIn(text, stops) {
  const stop = new RegExp(`[${stops}]`);
  const explains = (inner) => /[§，；：,;:]/.test(inner) || /^[\w.]+$/.test(inner);
  const parts = text.match(/（(?:[^（）]|（[^）]*）)*）|\((?:[^()]|\([^)]*\))*\)|[^（(]+|[（(]/g) ?? [];
  let name = "";
  for (const part of parts) {
    const bracket = /^[（(].*[）)]$/s.test(part);
    if (bracket && explains(part.slice(1, -1))) continue;
    const end = bracket ? -1 : part.search(stop);
    name += end < 0 ? part : part.slice(0, end);
    if (end >= 0) break;
  }
  return name.trim();
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  describeApi(fileURLToPath(new URL("..", import.meta.url)));
