import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { useClient } from "urql";
import { useAnswer } from "../ui/use-answer";
import { Link } from "wouter";
import { type Format, formatByCode, formatOfYear } from "../../forms/index";
import { graphql } from "../api";
import { at } from "../home";
import { label, moment, t } from "../texts";
import { Button, Notice, Page, Tabs, Tag, Waiting } from "../ui/parts";
import { placesOf, useViewer } from "../viewer";
import { Conflicts } from "./conflicts";
import { reckoned } from "./draft";
import { Elsewhere, useElsewhere } from "./elsewhere";
import { type Shown, shownOf } from "./findings";
import { FormTab } from "./form-tab";
import { HistoryTab } from "./history-tab";
import { REPORT, type UnitOfReport } from "./report-query";
import { Steps } from "./steps";
import { TextsEditor } from "./texts-editor";
import { useDraft } from "./use-draft";
import { useLive } from "./use-live";
import { useSave } from "./use-save";

const ImportReport = lazy(async () => ({ default: (await import("./import-report")).ImportReport }));

type Scope = "OWN" | "SYSTEM";

/** A unit's annual report of one year: figures, texts, findings, history. */
export function Report({
  unit,
  year,
  part,
}: {
  readonly unit: string;
  readonly year: number;
  readonly part: string;
}) {
  const [scope, setScope] = useState<Scope>("OWN");
  const [answer, ask] = useAnswer({ query: REPORT, variables: { unit, year, scope } });
  const found = answer.data?.unit;
  if (!answer.data) return <Waiting answer={answer} />;
  const format = found?.report ? formatByCode(found.report.format.code) : formatOfYear(year);
  if (!found || !format) return <Notice>{t.common.notFound}</Notice>;
  return (
    <Editor
      key={`${found.code} ${year} ${scope}`}
      {...{ unit: found, year, scope, part, format }}
      again={() => ask({ requestPolicy: "network-only" })}
      onScope={setScope}
    />
  );
}

interface EditorProps {
  readonly unit: UnitOfReport;
  readonly year: number;
  readonly scope: Scope;
  readonly part: string;
  readonly format: Format;
  readonly again: () => void;
  readonly onScope: (scope: Scope) => void;
}

function Editor(props: EditorProps) {
  const { unit, year, scope, part, format, again } = props;
  const viewer = useViewer();
  const { report } = unit;
  const key = `gongkai.draft ${viewer.user?.login} ${unit.code} ${year} ${scope}`;
  const draft = useDraft(key, report);
  const save = useSave({ unit: unit.code, year, scope }, draft);
  const elsewhere = useElsewhere(unit, year, { typing: draft.changes > 0, again });
  const editing = report?.steps.find(({ mutation }) => mutation === "saveReport");
  const editable = editing
    ? editing.allowed
    : placesOf(viewer, "CLERK").some(({ code }) => code === unit.code);
  const sums = useMemo(() => reckoned(format, draft.sheet), [format, draft.sheet]);
  const live = useLive(unit, year, format, draft, sums);
  const findings = live ?? shownOf(report);
  useSaveKey(editable && draft.changes > 0 && !save.busy ? save.save : null);
  if (!report && !editable) return <Missing {...props} />;
  const sections =
    report?.sections ?? format.sections.map(({ key: name, heading }) => ({ key: name, heading, body: "" }));
  return (
    <Page
      title={`${unit.shortName} · ${t.report.title(year)}`}
      about={<About {...props} />}
      tools={<Tools {...props} />}
    >
      <Tabs at={part} tabs={tabsOf(`/report/${unit.code}/${year}`, findings)} />
      <Elsewhere {...elsewhere} look={save.takeIn} />
      {draft.restored && draft.changes > 0 && (
        <Notice>
          {t.report.kept} <Button onClick={draft.discard}>{t.report.discard}</Button>
        </Notice>
      )}
      {save.problems.map(({ message, path }) => (
        <Notice key={path.join() + message} kind="ERROR">
          {message}
        </Notice>
      ))}
      {part === "form" && (
        <FormTab
          {...{ unit, report, format, draft, sums, findings, editable, year }}
          live={live !== null}
          again={again}
        />
      )}
      {part === "text" && (
        <TextsEditor
          {...{ sections, findings }}
          texts={draft.sheet.texts}
          dirty={(name) => live === null && draft.sheet.texts[name] !== draft.base.texts[name]}
          onText={editable ? (texts) => draft.type("texts", texts) : null}
          onUndo={draft.undo}
        />
      )}
      {part === "history" && (report ? <HistoryTab id={report.id} /> : <Notice>{t.report.noHistory}</Notice>)}
      <Bar {...{ report, draft, save, editable, again }} />
      {save.conflicts && (
        <Conflicts met={save.conflicts} format={format} onSettle={save.settle} onClose={save.ignore} />
      )}
    </Page>
  );
}

/** What can be done now stays in sight. */
function Bar({
  report,
  draft,
  save,
  editable,
  again,
}: {
  readonly report: UnitOfReport["report"];
  readonly draft: ReturnType<typeof useDraft>;
  readonly save: ReturnType<typeof useSave>;
  readonly editable: boolean;
  readonly again: () => void;
}) {
  const { changes } = draft;
  const saved = save.savedAt ? t.report.saved(moment(save.savedAt.toISOString())) : "";
  return (
    <div className="bar sticky" role="group" aria-label={t.record.steps}>
      {editable && (
        <Button
          primary
          disabled={save.busy}
          whyNot={changes === 0 ? t.report.nothingToSave : null}
          onClick={() => void save.save()}
        >
          {t.report.save}
        </Button>
      )}
      {editable && (
        <Button disabled={!draft.canUndo} onClick={draft.undo}>
          {t.report.undo}
        </Button>
      )}
      {report && <Steps report={report} blocked={changes > 0} onDone={again} />}
      <span role="status" className="help">
        {changes > 0 ? t.report.unsaved(changes) : saved}
      </span>
    </div>
  );
}

function Missing({ unit, year, ...props }: EditorProps) {
  return (
    <Page
      title={`${unit.shortName} · ${t.report.title(year)}`}
      about={<About {...{ unit, year }} {...props} />}
    >
      <Notice>{t.report.notYours}</Notice>
    </Page>
  );
}

/** Years that there are, the state, the day by which it is due. */
function About({ unit, year, scope, onScope }: EditorProps) {
  const { report } = unit;
  const years = [
    ...new Set([...unit.reports.map((one) => one.year), year, new Date().getFullYear() - 1]),
  ].sort();
  const governs = unit.kind === "DISTRICT" || unit.kind === "CITY" || unit.kind === "PROVINCE";
  return (
    <>
      {report && <Tag kind={report.status}>{label("ReportStatus", report.status)}</Tag>}
      {report && t.report.due(report.dueOn)}
      <nav className="years" aria-label={t.common.year}>
        {years.map((one) => (
          <Link
            key={one}
            href={`/report/${unit.code}/${one}`}
            aria-current={one === year ? "page" : undefined}
          >
            {one}
          </Link>
        ))}
      </nav>
      {governs && (
        <label>
          <input
            type="checkbox"
            checked={scope === "SYSTEM"}
            onChange={({ target }) => onScope(target.checked ? "SYSTEM" : "OWN")}
          />{" "}
          {label("ReportScope", "SYSTEM")}
        </label>
      )}
    </>
  );
}

const FILE = graphql(`
  query ReportFile($id: ID!, $format: ReportFileFormat!) {
    node(id: $id) {
      ... on AnnualReport {
        id
        file(format: $format) {
          url
        }
      }
    }
  }
`);

/** Files are asked for when they are wanted: a link opens for five minutes. */
function Tools({ unit, year, scope, again }: EditorProps) {
  const client = useClient();
  const [importing, setImporting] = useState(false);
  const { report } = unit;
  const open = async (format: "DOCX" | "XLSX" | "PAGE") => {
    if (!report) return;
    const { data } = await client
      .query(FILE, { id: report.id, format }, { requestPolicy: "network-only" })
      .toPromise();
    const node = data?.node;
    if (node && "file" in node) window.open(at(node.file.url), format === "PAGE" ? "_blank" : "_self");
  };
  return (
    <>
      <Button onClick={() => setImporting(true)}>{t.report.import}</Button>
      {report && (
        <>
          <Button onClick={() => void open("PAGE")}>{t.report.print}</Button>
          <Button onClick={() => void open("DOCX")}>{t.report.word}</Button>
          <Button onClick={() => void open("XLSX")}>{t.report.excel}</Button>
        </>
      )}
      {importing && (
        <Suspense fallback={null}>
          <ImportReport
            {...{ unit: unit.code, year, scope }}
            revision={report?.revision ?? null}
            onClose={() => setImporting(false)}
            onDone={again}
          />
        </Suspense>
      )}
    </>
  );
}

function tabsOf(base: string, findings: readonly Shown[]) {
  const errors = findings.filter(({ severity }) => severity === "ERROR").length;
  return [
    {
      key: "form",
      label: `${t.report.form}${errors > 0 ? `（${t.work.findings(errors, findings.length - errors)}）` : ""}`,
      href: `${base}/form`,
    },
    { key: "text", label: t.report.text, href: `${base}/text` },
    { key: "history", label: t.report.history, href: `${base}/history` },
  ];
}

function useSaveKey(save: (() => Promise<void>) | null): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== "s") return;
      event.preventDefault();
      void save?.();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [save]);
}
