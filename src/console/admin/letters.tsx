import { useState } from "react";
import { useAnswer } from "../ui/use-answer";
import { graphql, type ResultOf } from "../api";
import { at } from "../home";
import { label, t } from "../texts";
import { Dialog } from "../ui/dialog";
import { Button, Notice, Page, Waiting } from "../ui/parts";
import { useStep } from "../ui/step-form";
import { DataTable } from "../ui/table";

const TEMPLATES = graphql(`
  query LetterTemplates($unit: String!) {
    unit(code: $unit) {
      id
      code
      name
      letterTemplates {
        kind
        sha256
        url
        setBy {
          id
          code
          shortName
        }
        tags {
          name
          required
        }
      }
    }
  }
`);

const SAMPLES = graphql(`
  query LetterSamples($unit: String!) {
    unit(code: $unit) {
      id
      letterTemplates {
        kind
        sample
      }
    }
  }
`);

type Template = NonNullable<ResultOf<typeof TEMPLATES>["unit"]>["letterTemplates"][number];

/** 文书模板: what each kind of letter is printed on, and what a government puts in its place. */
export function Letters({ unit }: { readonly unit: string }) {
  const [answer, ask] = useAnswer({ query: TEMPLATES, variables: { unit } });
  const [shown, setShown] = useState<Template | null>(null);
  const [saved, setSaved] = useState(false);
  const found = answer.data?.unit;
  const done = () => {
    setSaved(true);
    ask({ requestPolicy: "network-only" });
  };
  return (
    <Page title={t.nav.letters} about={found?.name}>
      <p className="help">{t.letters.note}</p>
      <Waiting answer={answer} />
      {saved && <Notice>{t.letters.saved}</Notice>}
      {found && (
        <DataTable
          caption={t.nav.letters}
          rows={found.letterTemplates}
          keyOf={({ kind }) => kind}
          columns={[
            { key: "kind", title: t.letters.kind, cell: ({ kind }) => label("LetterKind", kind) },
            {
              key: "from",
              title: t.admin.from,
              cell: ({ setBy }) => setBy?.shortName ?? t.letters.builtIn,
            },
            {
              key: "download",
              title: t.common.download,
              cell: ({ url }) => (
                <a href={at(url)} download>
                  {t.letters.template}
                </a>
              ),
            },
            {
              key: "steps",
              title: t.record.steps,
              cell: (template) => (
                <Button onClick={() => (setSaved(false), setShown(template))}>{t.letters.open}</Button>
              ),
            },
          ]}
        />
      )}
      {shown && (
        <TemplateWindow
          unit={unit}
          template={found?.letterTemplates.find(({ kind }) => kind === shown.kind) ?? shown}
          onClose={() => setShown(null)}
          onDone={done}
        />
      )}
    </Page>
  );
}

/** The tags of a template, a sample of it, and another file in its place. */
function TemplateWindow({
  unit,
  template: { kind, tags, setBy, sha256 },
  onClose,
  onDone,
}: {
  readonly unit: string;
  readonly template: Template;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { problems, failure, busy, send } = useStep("saveLetterTemplate", onDone);
  const put = async (file: File) => void send({ unitCode: unit, kind, content: await base64Of(file) });
  const own = setBy?.code === unit;
  return (
    <Dialog side title={label("LetterKind", kind)} onClose={onClose}>
      <h3>{t.letters.tags}</h3>
      <p>
        {tags.map(({ name, required }) => (
          <code key={name} className={required ? "tag blue" : "tag grey"}>
            {`{{${name}}}`}
            {required && ` ${t.common.required}`}
          </code>
        ))}
      </p>
      <div className="field">
        <label htmlFor="template-file">{t.letters.upload}</label>
        <input
          id="template-file"
          type="file"
          accept=".docx"
          disabled={busy}
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) void put(file);
          }}
        />
        <small>{t.letters.uploadNote}</small>
      </div>
      {[...problems.map(({ message }) => message), failure].map(
        (fault) =>
          fault && (
            <Notice key={fault} kind="ERROR">
              {fault}
            </Notice>
          ),
      )}
      <h3>{t.letters.sample}</h3>
      <Sample key={sha256} unit={unit} kind={kind} />
      <footer>
        <Button
          whyNot={own ? null : t.letters.nothingOwn}
          onClick={() => void send({ unitCode: unit, kind, content: null })}
        >
          {t.letters.back}
        </Button>
        <Button primary onClick={onClose}>
          {t.common.close}
        </Button>
      </footer>
    </Dialog>
  );
}

function Sample({ unit, kind }: { readonly unit: string; readonly kind: Template["kind"] }) {
  const [answer] = useAnswer({ query: SAMPLES, variables: { unit }, requestPolicy: "network-only" });
  const lines = answer.data?.unit?.letterTemplates.find((one) => one.kind === kind)?.sample ?? [];
  return (
    <>
      <Waiting answer={answer} />
      <div className="sample card">
        {lines.map((line, i) => (
          <p key={i}>{line}</p>
        ))}
      </div>
    </>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
