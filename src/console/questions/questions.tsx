import { gql } from "@urql/core";
import { useEffect, useMemo, useState } from "react";
import { useAnswer } from "../ui/use-answer";
import { useLocation } from "wouter";
import { AddToDashboard } from "../dashboards/add-to";
import { t } from "../texts";
import { Downloads } from "../ui/downloads";
import { inputOf, typedFrom } from "../ui/fields";
import { Button, messageOf, Notice, Page } from "../ui/parts";
import { StepForm } from "../ui/step-form";
import { placesOf, useViewer } from "../viewer";
import { AnswerView } from "./answer";
import { Builder } from "./builder";
import { type Draft, firstDraft, inputFrom, scopeBelow } from "./draft";
import { type Answer, documentOf, inputTypeOf, setOf } from "./question";
import { type Stored, StoredList, StoredPage } from "./stored";
import { Places, Text } from "./text";

/** Waits until the form is left alone, so that not every letter is asked and paid for. */
const PAUSE_MS = 600;

export function Questions({ name }: { readonly name?: string | undefined }) {
  const home = placesOf(useViewer(), "ANALYST", "OFFICER")[0];
  if (!home) return <Notice>{t.common.notFound}</Notice>;
  if (name === "saved")
    return (
      <Page title={t.question.title}>
        <Places at="saved" />
        <StoredList />
      </Page>
    );
  if (name !== undefined)
    return <StoredPage name={name} builder={(stored) => <Workshop home={home.code} stored={stored} />} />;
  return <Workshop home={home.code} />;
}

/** Where a question is put together, its answer beside it. */
function Workshop({ home, stored }: { readonly home: string; readonly stored?: Stored }) {
  const [draft, setDraft] = useState<Draft>(
    () => draftFrom(stored) ?? firstDraft("requests", scopeBelow(home)),
  );
  const [saving, setSaving] = useState<"new" | "again" | null>(null);
  const [, go] = useLocation();
  const input = inputFrom(draft);
  const document = documentOf(draft.set);
  const whyNot = input ? null : t.question.incomplete;
  const own = stored?.owner ? stored : undefined;
  const tools = (
    <>
      <Downloads document={document} variables={{ input }} whyNot={whyNot} />
      {stored && <AddToDashboard queryId={stored.id} />}
      {own && (
        <Button whyNot={whyNot} onClick={() => setSaving("new")}>
          {t.question.saveAs}
        </Button>
      )}
      <Button primary whyNot={whyNot} onClick={() => setSaving(own ? "again" : "new")}>
        {t.question.save}
      </Button>
    </>
  );
  return (
    <Page title={stored?.name ?? t.question.title} tools={tools}>
      <Places at={stored ? "saved" : "build"} />
      <div className="workshop">
        <Builder draft={draft} onChange={setDraft} />
        <div>
          <Asked draft={draft} />
          <Text document={document} variables={{ input }} />
        </div>
      </div>
      {saving && (
        <StepForm
          mutation="saveQuery"
          title={t.question.saveTitle}
          given={givenOf(saving === "again" ? own : undefined, home, { document, variables: { input } })}
          initial={{
            name: saving === "again" ? (own?.name ?? "") : "",
            visibility: own?.visibility ?? "PRIVATE",
          }}
          onDone={() => go("/questions/saved")}
          onClose={() => setSaving(null)}
        />
      )}
    </Page>
  );
}

/** A new one belongs to one's own unit; one that is changed stays where it is. */
const givenOf = (own: Stored | undefined, home: string, asked: object) => ({
  ...asked,
  unitCode: own ? undefined : home,
  queryId: own?.id,
  expectedRevision: own?.revision,
});

function draftFrom(stored: Stored | undefined): Draft | null {
  const set = stored ? setOf(stored.document) : null;
  const { input } = (stored?.variables ?? {}) as { input?: Readonly<Record<string, unknown>> };
  return set && input ? { set, value: typedFrom(inputOf(inputTypeOf(set)), input) } : null;
}

/** The answer to the newest draft that is whole. */
function Asked({ draft }: { readonly draft: Draft }) {
  const asked = useSettled(draft);
  const input = useMemo(() => inputFrom(asked), [asked]);
  const [answer] = useAnswer<Readonly<Record<string, Answer>>, Record<string, unknown>>({
    query: useMemo(() => gql(documentOf(asked.set)), [asked.set]),
    variables: { input },
    pause: input === null,
    requestPolicy: "cache-first",
  });
  const found = Object.values(answer.data ?? {}).find((value) => typeof value === "object");
  const { cost } = (answer.extensions ?? {}) as { cost?: { price: number; left: number } };
  return (
    <>
      {input === null && <p className="empty">{t.question.choose}</p>}
      {(answer.fetching || asked !== draft) && (
        <p role="status" className="help">
          {t.question.asking}
        </p>
      )}
      {answer.error && <Notice kind="ERROR">{messageOf(answer.error)}</Notice>}
      {input && found && <AnswerView answer={found} price={cost} />}
    </>
  );
}

function useSettled<Value>(value: Value): Value {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
