// The walls of the house: rooms in an order, whose imports only point down, and which meet at their doors.
const ORDER = require("./house.order.cjs");

const TESTS = "[.](test|fixture)[.]ts$";
/** What is not a room that others enter by a door: the ground floor, and what composes or exercises the whole. */
const OPEN = /^src\/(kernel|platform|app|cli|main[.]ts)$|^[^/]+$/;

const inside = (room) => (room.endsWith(".ts") ? `^${room}$` : `^${room}/`);

/** Types are counted, and no cycle is exempt: what a room knows of another, it knows of one below it. */
const looksDown = (room, floor) => ({
  name: `${room.replaceAll("/", "-")}-looks-down`,
  severity: "error",
  from: { path: inside(room) },
  to: {
    path: "^(src|seeds|migrations|bench|drills|tests|scripts)/",
    pathNot: ORDER.slice(0, floor + 1).map(inside),
  },
});

const entersByTheDoor = (room) => ({
  name: `${room.replaceAll("/", "-")}-is-entered-by-its-door`,
  comment:
    "What another room may use is in index.ts, or in api.ts: the schema, and what only the composition uses.",
  severity: "error",
  from: { path: "^(src|seeds|migrations)/", pathNot: [TESTS, inside(room)] },
  to: { path: inside(room), pathNot: `^${room}/(index|api)[.]ts$` },
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
      comment: "Plain TypeScript: no package, no node built-in, no other room.",
      severity: "error",
      from: { path: "^src/kernel/", pathNot: TESTS },
      to: { pathNot: "^src/kernel/" },
    },
    ...ORDER.map(looksDown),
    ...ORDER.filter((room) => !OPEN.test(room)).map(entersByTheDoor),
    {
      name: "ide-stands-alone",
      comment: "It runs in the browser and knows the API only.",
      severity: "error",
      from: { path: "^src/ide/" },
      to: { path: "^src/", pathNot: "^src/ide/" },
    },
    {
      name: "console-stands-on-what-is-pure",
      comment: "It runs in the browser: the API for all else, the same forms and rules for what is typed.",
      severity: "error",
      from: { path: "^src/console/" },
      to: { path: "^src/", pathNot: "^src/(console|kernel|forms|rules|audit|wordprocessing)/" },
    },
    {
      name: "every-room-has-its-place",
      comment: "A folder that house.order.cjs does not name.",
      severity: "error",
      from: { path: "^src/", pathNot: [...ORDER.map(inside), "^src/(ide|console)/"] },
      to: {},
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
      to: { circular: true },
    },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-dev-package-in-production",
      severity: "error",
      from: { path: "^(src|seeds|migrations)/", pathNot: [TESTS, "^src/(ide|console)/"] },
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
