// The walls of the house: four layers, whose imports only point down, and modules that meet at their doors.
const TESTS = "[.]test[.]ts$";

const layer = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: TESTS },
  to: { path: "^(src|seeds|migrations|bench|drills|tests|scripts)/", pathNot: allowed },
});

const onlyIn = (name, npmPackage, places, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: "^(src|seeds|migrations)/", pathNot: [TESTS, ...places] },
  to: { path: `^(node_modules/)?${npmPackage}(/|$)` },
});

module.exports = {
  forbidden: [
    {
      name: "kernel-is-pure",
      comment: "Layer 0 is plain TypeScript: no package, no node built-in, no other layer.",
      severity: "error",
      from: { path: "^src/kernel/", pathNot: TESTS },
      to: { pathNot: "^src/kernel/" },
    },
    layer(
      "platform-looks-down",
      "^src/platform/",
      "^src/(platform|kernel)/",
      "Layer 1 knows no domain word.",
    ),
    layer("access-looks-down", "^src/access/", "^src/(access|platform|kernel)/", "Layer 2 knows no module."),
    layer(
      "modules-look-down",
      "^src/modules/",
      "^src/(modules|access|platform|kernel)/",
      "Layer 3 knows no application.",
    ),
    layer("ide-stands-alone", "^src/ide/", "^src/ide/", "It runs in the browser and knows the API only."),
    {
      name: "modules-meet-at-the-door",
      comment: "What another module may use is in its index.ts.",
      severity: "error",
      from: { path: "^src/modules/([^/]+)/", pathNot: TESTS },
      to: { path: "^src/modules/", pathNot: ["^src/modules/$1/", "^src/modules/[^/]+/index[.]ts$"] },
    },
    {
      name: "the-top-uses-the-doors",
      comment: "The application is composed of what the modules offer.",
      severity: "error",
      from: { path: "^src/([^/]+[.]ts$|cli/)", pathNot: TESTS },
      to: { path: "^src/modules/", pathNot: "^src/modules/[^/]+/index[.]ts$" },
    },
    onlyIn(
      "typeorm-stays-below",
      "typeorm",
      ["[.](entity|store|read-model)[.]ts$", "^src/platform/db/", "^migrations/"],
      "A resolver or a command that can reach the ORM can forget the tenant.",
    ),
    onlyIn(
      "type-graphql-stays-above",
      "type-graphql",
      ["[.](types|problems|resolver)[.]ts$", "^src/access/", "^src/platform/graphql/"],
      "Row classes and API classes are two classes.",
    ),
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-dev-package-in-production",
      severity: "error",
      from: { path: "^(src|seeds|migrations)/", pathNot: [TESTS, "^src/ide/"] },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // The bundler's suffixes (style.css, ?worker) are not node's; the browser page is checked by its own build.
    exclude: { path: "[.]css$|^dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
