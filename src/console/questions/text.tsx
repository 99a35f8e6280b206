import { useState } from "react";
import { at } from "../home";
import { t } from "../texts";
import { Button, Tabs } from "../ui/parts";

export function Places({ at }: { readonly at: "build" | "saved" | "dashboards" }) {
  return (
    <Tabs
      at={at}
      tabs={[
        { key: "build", label: t.question.tabs.build, href: "/questions" },
        { key: "saved", label: t.question.tabs.stored, href: "/questions/saved" },
        { key: "dashboards", label: t.dashboards.title, href: "/dashboards" },
      ]}
    />
  );
}

/** What is asked, as any client of the API may ask it. */
export function Text({ document, variables }: { readonly document: string; readonly variables: unknown }) {
  const [copied, setCopied] = useState(false);
  const told = JSON.stringify(variables, null, 2);
  const copy = async () => {
    await navigator.clipboard.writeText(`${document}\n\n${told}`).catch(() => undefined);
    setCopied(true);
  };
  const opened = new URLSearchParams({ query: document, variables: told });
  return (
    <details className="card">
      <summary>{t.question.text}</summary>
      <label>
        {t.question.document}
        <textarea readOnly rows={9} value={document} />
      </label>
      <label>
        {t.question.variables}
        <textarea readOnly rows={9} value={told} />
      </label>
      {window.isSecureContext && (
        <Button onClick={() => void copy()}>{copied ? t.question.copied : t.question.copy}</Button>
      )}{" "}
      <a href={at(`/graphiql#${opened.toString()}`)}>{t.question.graphiql}</a>
    </details>
  );
}
