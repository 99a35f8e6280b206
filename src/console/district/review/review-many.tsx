import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../api";
import { label, t } from "../../texts";
import { Button, messageOf, Notice, Tag } from "../../ui/parts";
import { DataTable } from "../../ui/table";
import { placesOf, useViewer } from "../../viewer";
import type { Filing } from "../queries";

const REVISION = graphql(`
  query RevisionOfReport($unit: String!, $year: Int!) {
    unit(code: $unit) {
      id
      report(year: $year) {
        id
        revision
        steps {
          mutation
          allowed
          whyNot
        }
      }
    }
  }
`);

const APPROVE = graphql(`
  mutation ApproveOne($input: ApproveReportInput!) {
    answer: approveReport(input: $input) {
      problems {
        message
      }
    }
  }
`);

const PUBLISH = graphql(`
  mutation PublishOne($input: PublishReportInput!) {
    answer: publishReport(input: $input) {
      problems {
        message
      }
    }
  }
`);

type Decision = "approveReport" | "publishReport";
const NEXT: Readonly<Record<string, Decision>> = { SUBMITTED: "approveReport", APPROVED: "publishReport" };

interface Outcome {
  readonly unit: string;
  readonly told: string;
  readonly done: boolean;
}

/** Approves or publishes one report after another; what fails is told, and the others go on. */
function useMany(year: number) {
  const client = useClient();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [all, setAll] = useState(0);
  const decide = async ({ unit }: Filing, mutation: Decision): Promise<string | null> => {
    const found = await client
      .query(REVISION, { unit: unit.code, year }, { requestPolicy: "network-only" })
      .toPromise();
    const report = found.data?.unit?.report;
    if (!report) return found.error ? messageOf(found.error) : t.common.notFound;
    const step = report.steps.find((one) => one.mutation === mutation);
    if (!step?.allowed) return step?.whyNot ?? t.common.notFound;
    const input = { reportId: report.id, expectedRevision: report.revision };
    const { data, error } = await client
      .mutation(mutation === "approveReport" ? APPROVE : PUBLISH, { input })
      .toPromise();
    if (error) return messageOf(error);
    return data?.answer.problems.map(({ message }) => message).join("；") || null;
  };
  const run = async (filings: readonly Filing[], mutation: Decision) => {
    setOutcomes([]);
    setAll(filings.length);
    for (const filing of filings) {
      const refused = await decide(filing, mutation);
      const outcome = {
        unit: filing.unit.shortName,
        told: refused ?? `${t.review.succeeded}：${label("RecordMutation", mutation)}`,
        done: refused === null,
      };
      setOutcomes((before) => [...before, outcome]);
    }
  };
  return { outcomes, all, running: outcomes.length < all, run };
}

export function ReviewMany({
  year,
  queue,
  onDone,
}: {
  readonly year: number;
  readonly queue: readonly Filing[];
  readonly onDone: () => void;
}) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { outcomes, all, running, run } = useMany(year);
  const may = placesOf(useViewer(), "OFFICER").length > 0;
  const toDo = (mutation: Decision) =>
    queue.filter(({ unit, status }) => chosen.has(unit.code) && NEXT[status ?? ""] === mutation);
  const decide = (mutation: Decision) =>
    void run(toDo(mutation), mutation).then(() => {
      setChosen(new Set());
      onDone();
    });
  const button = (mutation: Decision, name: (count: number) => string) => (
    <Button
      disabled={running}
      whyNot={toDo(mutation).length === 0 ? t.review.chosen(0) : null}
      onClick={() => decide(mutation)}
    >
      {name(toDo(mutation).length)}
    </Button>
  );
  if (!may) return null;
  return (
    <section className="card">
      <h2>{t.review.many}</h2>
      <p className="help">{t.review.manyNote}</p>
      <Chosen queue={queue} chosen={chosen} onChoose={setChosen} />
      <p className="filters">
        {button("approveReport", t.review.approveChosen)}
        {button("publishReport", t.review.publishChosen)}
      </p>
      {all > 0 && running && <Notice>{t.review.running(outcomes.length, all)}</Notice>}
      {outcomes.length > 0 && (
        <DataTable
          caption={t.review.outcome}
          rows={outcomes}
          keyOf={({ unit }) => unit}
          columns={[
            { key: "unit", title: t.common.unit, cell: ({ unit }) => unit },
            {
              key: "told",
              title: t.review.outcome,
              cell: ({ told, done }) => <Tag kind={done ? "PUBLISHED" : "ERROR"}>{told}</Tag>,
            },
          ]}
        />
      )}
    </section>
  );
}

function Chosen({
  queue,
  chosen,
  onChoose,
}: {
  readonly queue: readonly Filing[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}) {
  return (
    <>
      {["SUBMITTED", "APPROVED"].map((status) => {
        const group = queue.filter((filing) => filing.status === status).map(({ unit }) => unit);
        const all = group.length > 0 && group.every(({ code }) => chosen.has(code));
        const set = (codes: readonly string[], add: boolean) =>
          onChoose(
            new Set(add ? [...chosen, ...codes] : [...chosen].filter((code) => !codes.includes(code))),
          );
        if (group.length === 0) return null;
        return (
          <fieldset key={status} className="choices">
            <legend>
              <label>
                <input
                  type="checkbox"
                  checked={all}
                  onChange={() =>
                    set(
                      group.map(({ code }) => code),
                      !all,
                    )
                  }
                />{" "}
                {label("ReportStatus", status)}（{group.length}）
              </label>
            </legend>
            {group.map(({ code, shortName }) => (
              <label key={code}>
                <input
                  type="checkbox"
                  checked={chosen.has(code)}
                  onChange={({ target }) => set([code], target.checked)}
                />{" "}
                {shortName}
              </label>
            ))}
          </fieldset>
        );
      })}
    </>
  );
}
