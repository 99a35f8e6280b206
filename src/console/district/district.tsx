import { lazy } from "react";
import { useAnswer } from "../ui/use-answer";
import { graphql } from "../api";
import { t } from "../texts";
import { Notice, Tabs, Waiting } from "../ui/parts";
import type { Office, Part } from "./part-page";

/** Each part is loaded when it is opened. */
const PARTS: Readonly<Record<Part, React.ComponentType<{ readonly office: Office }>>> = {
  board: lazy(async () => ({ default: (await import("./board/board")).Board })),
  review: lazy(async () => ({ default: (await import("./review/review")).Review })),
  compare: lazy(async () => ({ default: (await import("./compare/compare")).Compare })),
  brief: lazy(async () => ({ default: (await import("./brief/brief")).Brief })),
};
const isPart = (part: string): part is Part => Object.keys(PARTS).includes(part);

/** Which years there is something of, and the peer groups that the office named. */
const OFFICE = graphql(`
  query DistrictOffice($code: String!) {
    unit(code: $code) {
      id
      code
      name
      shortName
      kind
      peerGroups {
        id
        name
        units {
          id
          code
        }
      }
    }
    reportFormats {
      code
      firstYear
    }
  }
`);

/** The pages of a district office about all units below it. */
export function District({
  unit,
  year,
  part,
}: {
  readonly unit: string;
  readonly year: number;
  readonly part: string;
}) {
  const [answer] = useAnswer({ query: OFFICE, variables: { code: unit } });
  const found = answer.data?.unit;
  if (!answer.data) return <Waiting answer={answer} />;
  if (!found || !isPart(part) || !Number.isInteger(year)) return <Notice>{t.common.notFound}</Notice>;
  const first = Math.min(...answer.data.reportFormats.map(({ firstYear }) => firstYear));
  const newest = Math.max(new Date().getFullYear(), year);
  const years = Array.from({ length: newest - first + 1 }, (_, i) => newest - i);
  const office: Office = { ...found, peerGroups: found.peerGroups ?? [], years, year };
  const Shown = PARTS[part];
  return (
    <div className="district">
      <Tabs
        at={part}
        tabs={Object.keys(PARTS).map((key) => ({
          key,
          label: t.district[key as Part],
          href: `/district/${unit}/${year}/${key}`,
        }))}
      />
      <Shown key={`${unit} ${year}`} office={office} />
    </div>
  );
}
