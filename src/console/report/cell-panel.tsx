import { useState } from "react";
import { useAnswer } from "../ui/use-answer";
import { Link } from "wouter";
import { figure, label, t } from "../texts";
import { Dialog } from "../ui/dialog";
import { Button, Facts, Waiting } from "../ui/parts";
import { RECORDS, type Report } from "./report-query";

/** What is known of the chosen cell: last year, the ledger, where the figure is from, the records that it counts. */
export function CellPanel({
  code,
  name,
  report,
  difference,
  previous,
  editable,
  onDifference,
}: {
  readonly code: string | null;
  readonly name: string;
  readonly report: Report | null;
  readonly difference: string;
  readonly previous: string | null;
  readonly editable: boolean;
  readonly onDifference: (text: string) => void;
}) {
  const [open, setOpen] = useState(false);
  if (code === null) return <p className="help">{t.report.cellNothing}</p>;
  const cell = report?.cells.find(({ indicator }) => indicator.code === code);
  return (
    <section className="cell-panel" aria-live="polite">
      <h3>{name}</h3>
      <Facts
        facts={[
          [t.report.previous, previous === null ? null : figure(previous)],
          [t.report.ledger, cell?.ledgerValue == null ? null : figure(cell.ledgerValue)],
          [t.report.source, cell ? label("CellSource", cell.source) : null],
        ]}
      />
      {cell?.ledgerValue != null && (
        <>
          <Button onClick={() => setOpen(true)}>{t.report.openRecords}</Button>
          <div className="field">
            <label htmlFor="difference">{t.report.difference}</label>
            <textarea
              id="difference"
              rows={2}
              readOnly={!editable}
              value={difference}
              onChange={(event) => onDifference(event.target.value)}
            />
          </div>
        </>
      )}
      {open && cell && (
        <Dialog side title={name} onClose={() => setOpen(false)}>
          <Records id={cell.id} />
        </Dialog>
      )}
    </section>
  );
}

/** The very records that a cell counts. */
function Records({ id }: { readonly id: string }) {
  const [answer] = useAnswer({ query: RECORDS, variables: { id }, requestPolicy: "network-only" });
  const node = answer.data?.node;
  if (!node || !("records" in node)) return <Waiting answer={answer} />;
  if (!node.records || node.records.totalCount === 0) return <p className="empty">{t.common.none}</p>;
  return (
    <>
      <p>{t.common.total(node.records.totalCount)}</p>
      <ul>
        {node.records.nodes.map((record) => (
          <li key={record.id}>
            <Link
              href={`/ledgers/${LEDGER[record.__typename]}/${record.unit.code}/${encodeURIComponent(record.id)}`}
            >
              {nameOf(record)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

const LEDGER = {
  InformationRequest: "requests",
  Disclosure: "disclosures",
  Interpretation: "interpretations",
  Remedy: "remedies",
  Proposal: "proposals",
  SuppliedCount: "supplies",
} as const;

/** Each kind of record is named by other fields. */
const nameOf = (record: object): string =>
  [
    "number",
    "subject",
    "title",
    "proposalTitle",
    "documentTitle",
    "documentNumber",
    "supplier",
    "from",
    "to",
    "quantity",
  ]
    .map((field) => (record as Readonly<Record<string, unknown>>)[field])
    .filter((value) => typeof value === "string")
    .join(" ");
