import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../harness/app.js";
import { fieldOf, newOffice, saved, type Office } from "../reports/factories.js";

let app: TestApp;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.close());

const YEAR = 2025;
const ROUNDS = 8;
const RECORD = `mutation ($input: RecordSupplyInput!) { recordSupply(input: $input) { supply { id } problems { message } } }`;
const SIGN_OFF = `mutation ($input: SignOffSupplyInput!) { signOffSupply(input: $input) { supply { id } problems { message } } }`;
const FINDINGS = `query ($unit: String!) { unit(code: $unit) { report(year: ${YEAR}) {
  findings(statuses: [OPEN]) { rule { code } expected } } } }`;

async function recorded({ clerk, code }: Office, month: number): Promise<string> {
  const days = { from: `2025-0${month}-01`, to: `2025-0${month}-28` };
  const input = { unitCode: code, indicator: "proactive.licences.decisions", supplier: "审批局", ...days };
  const { data } = await clerk.query(RECORD, { input: { ...input, quantity: "5" } });
  return data.recordSupply.supply.id as string;
}

describe("two who change a unit's ledgers at once", () => {
  it("leave its report held against both changes", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const office = await newOffice(app);
      const ids = [await recorded(office, 1), await recorded(office, 2), await recorded(office, 3)];
      await saved(office.clerk, { unitCode: office.code, year: YEAR });
      await Promise.all(
        ids.map((supplyId) => office.reviewer.query(SIGN_OFF, { input: { supplyId, expectedRevision: 1 } })),
      );
      const { report } = fieldOf<any>(await office.clerk.query(FINDINGS, { unit: office.code }));
      const ties = report.findings.filter(({ rule }: any) => rule.code === "L03");
      expect(ties).toEqual([{ rule: { code: "L03" }, expected: "15" }]);
    }
  });
});
