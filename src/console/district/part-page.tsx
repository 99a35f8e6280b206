import { Link, useLocation } from "wouter";
import { at } from "../home";
import { t } from "../texts";
import { Page } from "../ui/parts";

export type Part = "board" | "review" | "compare" | "brief";

/** The government whose office looks at the units below it, and the year that it looks at. */
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
        <a href={at(`/open-data/${code}/${year}/reports.zip`)} download>
          {t.district.bundle}
        </a>
        {" · "}
        <a href={at(`/open-data/${code}/${year}/`)}>{t.district.openData}</a>
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
