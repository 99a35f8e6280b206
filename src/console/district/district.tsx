import { lazy } from "react";
import { useQuery } from "urql";
import { Link, useLocation } from "wouter";
import { graphql } from "../api";
import { t } from "../texts";
import { Notice, Page, Tabs, Waiting } from "../ui/parts";

/** Each part is loaded when it is opened. */
const PARTS = {
  board: lazy(async () => ({ default: (await import("./board")).Board })),
  review: lazy(async () => ({ default: (await import("./review")).Review })),
  compare: lazy(async () => ({ default: (await import("./compare")).Compare })),
  brief: lazy(async () => ({ default: (await import("./brief")).Brief })),
};
type Part = keyof typeof PARTS;
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

export interface Office {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly peerGroups: readonly {
    readonly id: string;
    readonly name: string;
    readonly units: readonly { readonly code: string }[];
  }[];
  /** Every year that can have reports, the newest first. */
  readonly years: readonly number[];
  readonly year: number;
}

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
  const [answer] = useQuery({ query: OFFICE, variables: { code: unit } });
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

/** The heading of each part: the office, the year to switch, and what else there is of that year. */
export function PartPage({
  office,
  part,
  title,
  about,
  tools,
  children,
}: {
  readonly office: Office;
  readonly part: Part;
  readonly title: string;
  readonly about?: React.ReactNode;
  readonly tools?: React.ReactNode;
  readonly children: React.ReactNode;
}) {
  const { code, year } = office;
  return (
    <Page
      title={`${title} · ${office.name}`}
      about={
        <>
          <YearSwitch office={office} part={part} />
          {about}
        </>
      }
      tools={tools}
    >
      {children}
      <p className="help more">
        <Link href={`/report/${code}/${year}`}>{t.district.own}</Link>
        {" · "}
        <a href={`/open-data/${code}/${year}/reports.zip`} download>
          {t.district.bundle}
        </a>
        {" · "}
        <a href={`/open-data/${code}/${year}/`}>{t.district.openData}</a>
      </p>
    </Page>
  );
}

function YearSwitch({ office, part }: { readonly office: Office; readonly part: Part }) {
  const [, go] = useLocation();
  return (
    <label className="year">
      {t.district.year}{" "}
      <select
        value={office.year}
        onChange={({ target }) => go(`/district/${office.code}/${target.value}/${part}`)}
      >
        {office.years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
    </label>
  );
}
