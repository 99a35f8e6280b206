import { useState } from "react";
import { useClient } from "urql";
import { graphql, type ResultOf, upload } from "../api";
import { figure, label, nameOf, t } from "../texts";
import { Dialog } from "../ui/dialog";
import { Button, messageOf, Notice } from "../ui/parts";
import { DataTable } from "../ui/table";
import { useStep } from "../ui/step-form";

const PREVIEW = graphql(`
  query PreviewImport($uploadId: ID!, $unit: String!, $year: Int!, $scope: ReportScope!) {
    previewImport(uploadId: $uploadId, unitCode: $unit, year: $year, scope: $scope) {
      foundUnitName
      foundYear
      file {
        name
      }
      cells {
        indicator {
          code
          label
          labelEn
        }
        value
        stored
        text
        differs
        certainty
        place {
          sheet
          table
          row
          column
          paragraph
        }
      }
      sections {
        key
        heading
        body
        stored
        differs
      }
      doubts {
        message
        excerpt
      }
    }
  }
`);

type Preview = ResultOf<typeof PREVIEW>["previewImport"];

interface Target {
  readonly unit: string;
  readonly year: number;
  readonly scope: "OWN" | "SYSTEM";
}

/** A Word, Excel or web page beside what is stored: what was understood, what was doubted, and what of it to take. */
export function ImportReport({
  unit,
  year,
  scope,
  revision,
  onClose,
  onDone,
}: Target & {
  readonly revision: number | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { preview, uploadId, fault, busy, choose } = usePreview({ unit, year, scope });
  return (
    <Dialog side title={t.importReport.title} onClose={onClose}>
      <div className="field">
        <label htmlFor="import-file">{t.importReport.choose}</label>
        <input
          id="import-file"
          type="file"
          accept=".docx,.doc,.xlsx,.html,.htm,.txt,.csv"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) void choose(file);
          }}
        />
      </div>
      {busy && <p role="status">{t.importReport.reading}</p>}
      {fault !== null && <Notice kind="ERROR">{fault}</Notice>}
      {preview && uploadId !== null && (
        <Chooser key={uploadId} {...{ preview, uploadId, unit, year, scope, revision, onClose, onDone }} />
      )}
    </Dialog>
  );
}

function usePreview({ unit, year, scope }: Target) {
  const client = useClient();
  const [uploadId, setUpload] = useState<string | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const choose = async (file: File) => {
    setBusy(true);
    setPreview(null);
    setFault(null);
    try {
      const id = await upload(file);
      setUpload(id);
      const { data, error } = await client.query(PREVIEW, { uploadId: id, unit, year, scope }).toPromise();
      setPreview(data?.previewImport ?? null);
      if (error) setFault(messageOf(error));
    } catch (error) {
      setFault(error instanceof Error ? error.message : t.common.unexpected);
    }
    setBusy(false);
  };
  return { preview, uploadId, fault, busy, choose };
}

type ChooserProps = Target & {
  readonly preview: Preview;
  readonly uploadId: string;
  readonly revision: number | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** What is sure is chosen from the start; what is doubtful waits for a look. */
function Chooser({ preview, uploadId, unit, year, scope, revision, onClose, onDone }: ChooserProps) {
  const cells = preview.cells.filter(({ differs }) => differs);
  const sections = preview.sections.filter(({ differs }) => differs);
  const sure = cells
    .filter(({ certainty }) => certainty !== "DOUBTFUL")
    .map(({ indicator }) => indicator.code);
  const [taken, setTaken] = useState<readonly string[]>([...sure, ...sections.map(({ key }) => key)]);
  const { problems, failure, busy, send } = useStep("applyImport", () => {
    onDone();
    onClose();
  });
  const toggle = (key: string) =>
    setTaken(taken.includes(key) ? taken.filter((one) => one !== key) : [...taken, key]);
  const chosenCells = cells.map(({ indicator }) => indicator.code).filter((code) => taken.includes(code));
  const chosenSections = sections.map(({ key }) => key).filter((key) => taken.includes(key));
  return (
    <>
      <p>
        {preview.file.name}：{preview.foundUnitName} {preview.foundYear}
      </p>
      {preview.doubts.map(({ message, excerpt }) => (
        <Notice key={message + (excerpt ?? "")} kind="WARNING">
          {message} {excerpt && <q>{excerpt}</q>}
        </Notice>
      ))}
      {cells.length + sections.length === 0 && <Notice>{t.importReport.same}</Notice>}
      {cells.length > 0 && <Cells cells={cells} taken={taken} onToggle={toggle} />}
      {sections.map(({ key, heading, body, stored }) => (
        <details key={key}>
          <summary>
            <label>
              <input type="checkbox" checked={taken.includes(key)} onChange={() => toggle(key)} /> {heading}
            </label>
          </summary>
          <p>
            <del>{stored}</del>
          </p>
          <p>
            <ins>{body}</ins>
          </p>
        </details>
      ))}
      {[...problems.map(({ message }) => message), failure].map(
        (message) =>
          message !== null && (
            <Notice key={message} kind="ERROR">
              {message}
            </Notice>
          ),
      )}
      <footer className="bar sticky">
        <Button
          primary
          disabled={busy}
          whyNot={chosenCells.length + chosenSections.length === 0 ? t.importReport.same : null}
          onClick={() =>
            void send({
              ...{ uploadId, unitCode: unit, year, scope, expectedRevision: revision },
              ...{ cells: chosenCells, sections: chosenSections },
            })
          }
        >
          {t.importReport.apply(chosenCells.length, chosenSections.length)}
        </Button>
      </footer>
    </>
  );
}

function Cells({
  cells,
  taken,
  onToggle,
}: {
  readonly cells: Preview["cells"];
  readonly taken: readonly string[];
  readonly onToggle: (code: string) => void;
}) {
  return (
    <DataTable
      caption={t.importReport.found}
      rows={cells}
      keyOf={({ indicator }) => indicator.code}
      columns={[
        {
          key: "take",
          title: t.importReport.take,
          cell: ({ indicator }) => (
            <label>
              <input
                type="checkbox"
                checked={taken.includes(indicator.code)}
                onChange={() => onToggle(indicator.code)}
              />{" "}
              {nameOf(indicator)}
            </label>
          ),
        },
        { key: "stored", title: t.importReport.stored, number: true, cell: ({ stored }) => figure(stored) },
        {
          key: "file",
          title: t.importReport.inFile,
          number: true,
          cell: ({ value, text }) => figure(value) || text,
        },
        {
          key: "sure",
          title: t.importReport.doubts,
          cell: ({ certainty }) => label("ImportCertainty", certainty),
        },
        { key: "place", title: t.importReport.place, cell: ({ place }) => t.importReport.at(place) },
      ]}
    />
  );
}
