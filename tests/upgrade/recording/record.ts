import { mkdirSync } from "node:fs";
import { printSchema } from "graphql";
import { it } from "vitest";
import { MIGRATIONS } from "../../../migrations/index.js";
import { startTestApp } from "../../harness/app.js";
import { contentsOf } from "../database-contents.js";
import { write } from "../packed.js";
import { answerTo } from "../answer-to.js";
import { actLedgers } from "./acts-ledgers.js";
import { actRegister, OWN_WORD } from "./acts-register.js";
import { actReports } from "./acts-reports.js";
import { actRequests } from "./acts-requests.js";
import { askCensus } from "./asked-census.js";
import { askFigures } from "./asked-figures.js";
import { askLists } from "./asked-lists.js";
import { askRecords } from "./asked-records.js";
import { askRegister } from "./asked-register.js";
import { Asking, ASKERS } from "./asking.js";
import { Stage } from "./stage.js";

/** The instant at which all is asked; everybody has signed in five minutes before. */
const ASKED_AT = "2026-01-20T09:00:00+08:00";
const SIGNED_IN_AT = "2026-01-20T08:55:00+08:00";

/** What a recording is not about: a document that the API does not take, or finds too dear. */
const NO_QUESTION = /TOO_COMPLEX|GRAPHQL_(PARSE|VALIDATION)_FAILED/;

it("records a database of this release, and what the release answers about it", async () => {
  const app = await startTestApp({ seed: "reports" });
  const stage = new Stage(app);
  for (const act of [actRegister, actRequests, actLedgers, actReports]) await act(stage);
  await app.settled();
  stage.at(SIGNED_IN_AT);
  const tokens: Record<string, string | null> = {};
  for (const [asker, login] of Object.entries(ASKERS))
    tokens[asker] =
      login === null ? null : await stage.tokenOf(login, asker === "city admin" ? OWN_WORD : undefined);
  app.clock.set(ASKED_AT);
  const folder = `tests/upgrade/release-${String(MIGRATIONS.length).padStart(4, "0")}`;
  mkdirSync(folder, { recursive: true });
  write(`${folder}/database.json.br`, await contentsOf(app.config.databaseUrl));
  const recorded = [];
  const asking = new Asking(stage.schema);
  askRecords(asking, stage);
  for (const ask of [askLists, askFigures, askRegister, askCensus]) ask(asking);
  for (const question of asking.questions) {
    const answer = await answerTo(app, question, tokens[question.as] ?? null);
    if (NO_QUESTION.test(JSON.stringify(answer.errors)))
      throw new Error(JSON.stringify({ question, answer }));
    recorded.push({ ...question, answer });
  }
  write(`${folder}/answers.json.br`, {
    askedAt: ASKED_AT,
    schema: printSchema(stage.schema),
    tokens,
    recorded,
  });
  await app.close();
});
