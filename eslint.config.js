import graphql from "@graphql-eslint/eslint-plugin";
import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const CODE = "**/*.{js,mjs,cjs,ts,tsx,mts}";
const TESTS = ["**/*.test.ts", "tests/**"];
const DATA = ["**/*.data.ts", "seeds/**", "src/console/texts.*.ts"];

/** TypeORM's own `save` and `remove` select by id without the tenant, and the tripwire does not see `stream`. */
const UNSCOPED = "/^(save|remove|stream)$/";
const ORM = "/(manager|repository|repo|runner|dataSource|builder|qb)$/i";
const unscopedMessage = "It goes past the tenant's scope: insert, or update through the scoped table.";
const unscopedCalls = [
  `CallExpression[callee.property.name=${UNSCOPED}][callee.object.name=${ORM}]`,
  `CallExpression[callee.property.name=${UNSCOPED}][callee.object.property.name=${ORM}]`,
  `CallExpression[callee.property.name=${UNSCOPED}][callee.object.callee.property.name=/^(getRepository|getTreeRepository|createQueryBuilder|createQueryRunner|withRepository)$/]`,
].map((selector) => ({ selector, message: unscopedMessage }));

const slowObjectType = {
  selector:
    'CallExpression[callee.name="ObjectType"]:not(:has(Property[key.name="simpleResolvers"][value.value=true]))',
  message: "Say simpleResolvers: true; without it every field of every row goes through the middleware.",
};

const mintedScope = {
  selector: 'CallExpression[callee.object.name="TenantScope"][callee.property.name="grant"]',
  message: "Only access/ grants a scope; a job takes TenantScope.system(reason).",
};

/** What the pages ask and link to besides each other lies below the path prefix: see src/console/home.ts. */
const rootedAddresses = [
  "JSXOpeningElement[name.name='a'] > JSXAttribute[name.name='href'] > Literal[value=/^\\u002F/]",
  "JSXOpeningElement[name.name='a'] > JSXAttribute[name.name='href'] > JSXExpressionContainer > TemplateLiteral[quasis.0.value.raw=/^\\u002F/]",
  "CallExpression[callee.name='fetch'] > :matches(Literal[value=/^\\u002F/], TemplateLiteral[quasis.0.value.raw=/^\\u002F/]).arguments",
].map((selector) => ({ selector, message: "an address on this server goes through at()" }));

export default defineConfig(
  globalIgnores(["dist/", "data/", "coverage/", "src/console/generated/"]),
  { files: [CODE], ...js.configs.recommended },
  {
    files: ["**/*.{ts,tsx,mts}"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A class that implements an async interface has methods with nothing to wait for.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
    },
  },
  {
    files: ["**/*.{js,mjs,cjs}"],
    languageOptions: {
      globals: {
        Buffer: "readonly",
        console: "readonly",
        fetch: "readonly",
        process: "readonly",
        URL: "readonly",
        module: "writable",
      },
    },
  },
  {
    files: [CODE],
    rules: {
      "no-console": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  // Markup is long by nature.
  {
    files: ["**/*.tsx", "src/console/**"],
    rules: { "max-lines-per-function": ["error", { max: 70, skipBlankLines: true }] },
  },
  { files: ["src/{console,ide}/**/*.tsx"], rules: { "no-restricted-syntax": ["error", ...rootedAddresses] } },
  {
    files: ["src/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...unscopedCalls, slowObjectType, mintedScope] },
  },
  {
    files: ["src/access/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...unscopedCalls, slowObjectType] },
  },
  {
    files: ["src/cli/**", "src/main.ts", "scripts/**", "bench/**", "drills/**"],
    rules: { "no-console": "off" },
  },
  { files: [...TESTS, ...DATA], rules: { "max-lines": "off" } },
  { files: TESTS, rules: { "max-lines-per-function": "off" } },
  // What a GraphQL server answers has no static type; a test that reads it wrongly fails.
  {
    files: TESTS,
    rules: {
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/no-explicit-any": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  // The public API is described whole, and named in one way.
  {
    files: ["schema/schema.graphql"],
    plugins: { "@graphql-eslint": graphql },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: "schema/schema.graphql" } },
    },
    rules: {
      "@graphql-eslint/require-description": [
        "error",
        {
          types: true,
          DirectiveDefinition: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
        },
      ],
      "@graphql-eslint/naming-convention": [
        "error",
        {
          types: "PascalCase",
          FieldDefinition: "camelCase",
          InputValueDefinition: "camelCase",
          Argument: "camelCase",
          DirectiveDefinition: "camelCase",
          // The steps of a record are the names of their mutations.
          "EnumValueDefinition[parent.name.value!=/Mutation$/]": "UPPER_CASE",
        },
      ],
      "@graphql-eslint/no-hashtag-description": "error",
      "@graphql-eslint/no-unreachable-types": "error",
    },
  },
);
