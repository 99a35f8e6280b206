import { useAnswer } from "../ui/use-answer";
import { Link } from "wouter";
import { graphql } from "../api";
import { isOfReports, useChanged } from "../live/live";
import { localDay } from "../days";
import { label, t } from "../texts";
import { Page, Tag, Waiting } from "../ui/parts";
import { DataTable } from "../ui/table";
import { type Place, placesOf, reportingYear, useViewer } from "../viewer";

/** 待办: what waits for the viewer, the nearest day first. */
export function Work() {
  const viewer = useViewer();
  const ledgers = placesOf(viewer, "CLERK", "REVIEWER");
  const offices = placesOf(viewer, "OFFICER");
  return (
    <Page title={t.work.title}>
      {ledgers.map((unit) => (
        <UnitWork key={unit.code} unit={unit} named={ledgers.length > 1} />
      ))}
      {offices.map((unit) => (
        <OfficeWork key={unit.code} unit={unit} />
      ))}
      {ledgers.length + offices.length === 0 && <p className="empty">{t.work.nothing}</p>}
    </Page>
  );
}

const UNIT_WORK = graphql(`
  query UnitWork($unit: String!) {
    unit(code: $unit) {
      id
      reports {
        id
        year
        status
        dueOn
        findings(statuses: [OPEN]) {
          id
          severity
        }
      }
      requests(filter: { pending: true }, orderBy: DUE_ASC, first: 50) {
        nodes {
          id
          number
          subject
          state
          confirmBy
          clock {
            dueOn
            overdue
            workingDaysLeft
            waitsUntil
          }
        }
      }
      proposals(filter: { answered: false }, first: 20) {
        nodes {
          id
          number
          title
          dueOn
          state
        }
      }
    }
  }
`);

interface Item {
  readonly key: string;
  readonly href: string;
  readonly what: string;
  readonly due: string | null;
  readonly late: boolean;
  readonly state: string;
}

function UnitWork({ unit, named }: { readonly unit: Place; readonly named: boolean }) {
  const [answer, ask] = useAnswer({ query: UNIT_WORK, variables: { unit: unit.code } });
  useChanged(
    (change) => change.unit?.code === unit.code,
    () => ask({ requestPolicy: "network-only" }),
  );
  const found = answer.data?.unit;
  if (!found) return <Waiting answer={answer} />;
  const today = localDay();
  const requests = (found.requests?.nodes ?? []).map(
    ({ id, number, subject, state, confirmBy, clock }): Item => {
      const due = confirmBy ?? clock.dueOn ?? clock.waitsUntil;
      return {
        key: id,
        href: `/ledgers/requests/${unit.code}/${encodeURIComponent(id)}`,
        what: `${t.nav.requests} ${number} · ${subject}`,
        ...{ due, late: clock.overdue },
        state: confirmBy ? t.work.unconfirmed : label("RequestState", state),
      };
    },
  );
  const proposals = (found.proposals?.nodes ?? []).map(({ id, number, title, dueOn, state }): Item => ({
    key: id,
    href: `/ledgers/proposals/${unit.code}/${encodeURIComponent(id)}`,
    what: `${t.nav.proposals} ${number} · ${title}`,
    ...{ due: dueOn, late: dueOn < today, state: label("ProposalState", state) },
  }));
  const items = [...reportItems(unit, found.reports), ...requests, ...proposals].sort((one, other) =>
    (one.due ?? "9999").localeCompare(other.due ?? "9999"),
  );
  return (
    <section>
      {named && <h2>{unit.name}</h2>}
      <Items items={items} />
    </section>
  );
}

interface ReportAtWork {
  readonly year: number;
  readonly status: string;
  readonly dueOn: string;
  readonly findings: readonly { readonly severity: string }[] | null;
}

const WITH_UNIT = new Set(["DRAFT", "RETURNED", "UNDER_REVIEW"]);

/** Reports wait for their unit until they are submitted; the one that is due next, from the start of its term. */
function reportItems(unit: Place, reports: readonly ReportAtWork[]): Item[] {
  const year = reportingYear();
  const begun = reports
    .filter(({ status }) => WITH_UNIT.has(status))
    .map((report) => reportItem(unit, report.year, report));
  const missing = unit.filesReport && !reports.some((report) => report.year === year);
  return [...begun, ...(missing ? [reportItem(unit, year, null)] : [])];
}

function reportItem(unit: Place, year: number, report: ReportAtWork | null): Item {
  const count = (severity: string) =>
    report?.findings?.filter((one) => one.severity === severity).length ?? 0;
  const due = report?.dueOn ?? `${year + 1}-01-31`;
  return {
    key: `report ${year}`,
    href: `/report/${unit.code}/${year}/form`,
    what: `${t.work.reportDue(year)}${report ? `：${t.work.findings(count("ERROR"), count("WARNING"))}` : ""}`,
    ...{ due, late: due < localDay() },
    state: report ? label("ReportStatus", report.status) : t.board.none,
  };
}

function Items({ items }: { readonly items: readonly Item[] }) {
  return (
    <DataTable
      caption={t.work.title}
      rows={items}
      keyOf={({ key }) => key}
      empty={t.work.nothing}
      columns={[
        { key: "what", title: t.work.what, cell: ({ href, what }) => <Link href={href}>{what}</Link> },
        {
          key: "due",
          title: t.work.due,
          cell: ({ due, late }) => (
            <>
              {due} {late && <Tag kind="LATE">{t.work.overdue}</Tag>}
            </>
          ),
        },
        { key: "state", title: t.work.state, cell: ({ state }) => state },
      ]}
    />
  );
}

const OFFICE_WORK = graphql(`
  query OfficeWork($under: String!, $year: Int!) {
    filingBoard(under: $under, year: $year) {
      year
      filings {
        unit {
          id
          code
          shortName
        }
        status
        dueOn
        submittedAt
      }
    }
  }
`);

/** What of the units' reports waits for the district office: to approve, to publish, to remind. */
function OfficeWork({ unit }: { readonly unit: Place }) {
  const year = reportingYear();
  const [answer, ask] = useAnswer({ query: OFFICE_WORK, variables: { under: unit.code, year } });
  useChanged(isOfReports(year), () => ask({ requestPolicy: "network-only" }));
  const filings = answer.data?.filingBoard.filings;
  if (!filings) return <Waiting answer={answer} />;
  const base = `/district/${unit.code}/${year}`;
  const groups = [
    {
      name: t.work.toApprove,
      href: `${base}/review`,
      found: filings.filter(({ status }) => status === "SUBMITTED"),
    },
    {
      name: t.work.toPublish,
      href: `${base}/review`,
      found: filings.filter(({ status }) => status === "APPROVED"),
    },
    {
      name: t.board.onlyOpen,
      href: `${base}/board`,
      found: filings.filter(
        ({ status, submittedAt }) => status === null || (!submittedAt && WITH_UNIT.has(status)),
      ),
    },
  ];
  return (
    <section>
      <h2>
        {unit.name} · {t.work.reportDue(year)}
      </h2>
      {groups
        .filter(({ found }) => found.length > 0)
        .map(({ name, href, found }) => (
          <div className="card" key={name}>
            <h3>
              <Link href={href}>
                {name}（{found.length}）
              </Link>
            </h3>
            <p>
              {found.slice(0, 60).map(({ unit: one }, i) => (
                <span key={one.id}>
                  {i > 0 && "、"}
                  <Link href={`/report/${one.code}/${year}`}>{one.shortName}</Link>
                </span>
              ))}
            </p>
          </div>
        ))}
    </section>
  );
}
