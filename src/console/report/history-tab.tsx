import { useAnswer } from "../ui/use-answer";
import { History } from "../ledgers/record";
import { figure, nameOf, t } from "../texts";
import { Notice, Waiting } from "../ui/parts";
import { DataTable } from "../ui/table";
import { REPORT_HISTORY } from "./report-query";

/** Who did what, and what differs from the version before. */
export function HistoryTab({ id }: { readonly id: string }) {
  const [answer] = useAnswer({ query: REPORT_HISTORY, variables: { id } });
  const node = answer.data?.node;
  if (!node || !("events" in node)) return <Waiting answer={answer} />;
  const { events, diff } = node;
  return (
    <>
      <section className="card">
        <h2>{t.report.diff}</h2>
        {!diff && <p>{t.report.noDiff}</p>}
        {diff && (
          <>
            <DataTable
              caption={t.report.diff}
              rows={diff.cells}
              keyOf={({ indicator }) => indicator.code}
              columns={[
                { key: "cell", title: t.compare.indicators, cell: ({ indicator }) => nameOf(indicator) },
                { key: "before", title: t.record.before, number: true, cell: ({ before }) => figure(before) },
                { key: "after", title: t.record.after, number: true, cell: ({ after }) => figure(after) },
                { key: "change", title: t.report.change, number: true, cell: ({ change }) => figure(change) },
              ]}
            />
            {diff.sections.map(({ key, heading, sentences }) => (
              <div key={key}>
                <h3>{heading}</h3>
                {sentences.map(({ change, text }, i) => (
                  <p key={i}>
                    {change === "REMOVED" ? <del>{text}</del> : change === "ADDED" ? <ins>{text}</ins> : text}
                  </p>
                ))}
              </div>
            ))}
          </>
        )}
      </section>
      {events ? <History entries={events.nodes} /> : <Notice>{t.report.noHistory}</Notice>}
    </>
  );
}
