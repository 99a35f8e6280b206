import { raw, sql, type Session } from "../../platform/db/index.js";
import { unpack } from "./catalog/index.js";
import { formatOf } from "./draft.js";
import { COUNTED_STATUSES } from "./report-status.js";
import type { ReportRow } from "./report.entity.js";
import type { PreviousReport } from "./rules/index.js";
import { VERSIONS } from "./version.entity.js";

interface CountedVersion {
  readonly number: number;
  readonly status: string;
  readonly format: string;
  readonly cells: Uint8Array;
}

/** Last year's figures as the rules compare with them: the newest version that counts and that this scope may see. */
export async function previousFigures(
  session: Session,
  report: Pick<ReportRow, "unitId" | "year" | "scope">,
  unitPath: string,
): Promise<PreviousReport | null> {
  const year = report.year - 1;
  const found = await session.query<CountedVersion>(
    sql`select v.number, v.status, v.format, v.cells from ${session.from(VERSIONS, "v")}
        where v.scope = ${report.scope} and v.year = ${year} and v.unit_path = ${unitPath}
          and v.status in ${raw(COUNTED_STATUSES)}
        order by v.number desc`,
  );
  const [newest, ...older] = found;
  if (!newest) return null;
  const format = formatOf(newest.format);
  return {
    format,
    year,
    values: unpack(format, newest.cells),
    revisedAfterPublication: older.some((version) => version.status === "PUBLISHED"),
  };
}
