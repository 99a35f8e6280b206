import { EVERYBODY, type Asking } from "./asking.js";

/** Whoever asks, the register, accounts, what ships with the product, and what is refused. */
export function askRegister(asking: Asking): void {
  const all = (type: string): string => asking.all(type);
  asking.ask("whoever asks", EVERYBODY, `{ viewer { ${all("Viewer")} } }`);
  const history = (unit: string, operations: string): string =>
    `{ history(unit: "${unit}", subtree: true, first: 50, operations: ${operations}) { ${all("HistoryConnection")} } }`;
  asking.ask(
    "history of accounts",
    ["admin", "officer"],
    history("371003", "[SIGN_IN, CREATE_USER, RENAME_USER]"),
  );
  const some = "[GRANT_ROLE, REVOKE_ROLE, RESET_PASSWORD, LOCKED_OUT, SIGN_IN_FAILED]";
  asking.ask("history of one unit's accounts", ["admin"], history("371003901", some));
  asking.ask("users", ["admin", "clerk"], `{ users { ${all("UserConnection")} } }`);
  const units = asking.all("UnitConnection", {
    Unit: "code name kind filesReport dissolvedOn aliases revision",
  });
  asking.ask("units below", ["public"], `{ units(under: "371003", first: 100) { ${units} } }`);
  asking.ask("units by a name", ["public"], `{ units(text: "开发区") { ${units} } }`);
  asking.ask(
    "units of a kind",
    ["officer"],
    `{ units(under: "371003", kinds: [ZONE, TOWN], first: 5) { ${units} } }`,
  );
  const forms = asking.all("ReportFormat", { Indicator: "code label unit derived formula formats" });
  asking.ask("forms", ["public"], `{ reportFormats { ${forms} } }`);
  asking.ask("rules", ["public"], `{ rules { ${all("Rule")} } }`);
  asking.ask("rules in English", ["public"], "{ rules { code title severity basis } }", { language: "en" });
  asking.ask(
    "the library",
    ["public", "officer"],
    "{ libraryQueries { slug name description variables url } }",
  );
  const saved = `{ savedQueries { ${all("SavedQueryConnection")} } }`;
  asking.ask("saved queries", ["clerk", "officer", "foreign clerk"], saved);
  asking.ask(
    "a fee",
    ["public"],
    `{ processingFee(quantity: 35, method: BY_PIECE) { ${all("ProcessingFee")} } }`,
  );
  const link = `downloadLink(document: "{ units { totalCount } }", format: CSV) { expiresAt }`;
  asking.ask("a link", ["public"], `{ ${link} }`);
  const requests = `{ unit(code: "371003003") { requests(first: 100) {
    nodes { number subject state receivedOn clock { dueOn } } } } }`;
  asking.ask("file of requests", ["clerk", "public"], requests, { file: "csv" });
  asking.ask("no such unit", ["public"], '{ unit(code: "999999") { code } }');
  const id = "UmVtZWR5OkFBQUFBQUFBQUFBQUFBQUE";
  asking.ask("no such id", ["clerk"], "query ($id: ID!) { node(id: $id) { id } }", { variables: { id } });
}
