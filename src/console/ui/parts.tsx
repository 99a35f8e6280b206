import type { ButtonHTMLAttributes, ReactNode } from "react";
import type { CombinedError } from "@urql/core";
import { Link } from "wouter";
import { t } from "../texts";

/** The one heading of a page, what it is about beside it, and what can be done there. */
export function Page({
  title,
  about,
  tools,
  children,
}: {
  readonly title: ReactNode;
  readonly about?: ReactNode;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <>
      <header className="page-head">
        <h1>{title}</h1>
        {about && <div className="about">{about}</div>}
        {tools && <div className="tools">{tools}</div>}
      </header>
      {children}
    </>
  );
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly primary?: boolean;
  /** Why the button does nothing now; it stays reachable, so that the reason can be read. */
  readonly whyNot?: string | null | undefined;
};

export function Button({ primary, whyNot, className = "", onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`button ${primary ? "primary" : ""} ${className}`}
      aria-disabled={whyNot ? true : undefined}
      title={whyNot ?? undefined}
      onClick={whyNot ? (event) => event.preventDefault() : onClick}
      {...rest}
    />
  );
}

/** State is a word, a mark and a colour, never a colour alone. */
const TONES: Readonly<Record<string, readonly [tone: string, mark: string]>> = {
  DRAFT: ["grey", "✎"],
  UNDER_REVIEW: ["violet", "◔"],
  RETURNED: ["orange", "↩"],
  SUBMITTED: ["blue", "↑"],
  APPROVED: ["teal", "✓"],
  PUBLISHED: ["green", "●"],
  ERROR: ["red", "✖"],
  WARNING: ["orange", "⚠"],
  INFO: ["blue", "i"],
  LATE: ["red", "!"],
};

export function Tag({ kind, children }: { readonly kind: string; readonly children: ReactNode }) {
  const [tone, mark] = TONES[kind] ?? ["grey", "·"];
  return (
    <span className={`tag ${tone}`}>
      <span aria-hidden="true">{mark} </span>
      {children}
    </span>
  );
}

export function Notice({
  kind = "INFO",
  children,
}: {
  readonly kind?: string;
  readonly children: ReactNode;
}) {
  const [tone, mark] = TONES[kind] ?? TONES["INFO"]!;
  return (
    <div className={`notice ${tone}`} role={kind === "ERROR" ? "alert" : "status"}>
      <span aria-hidden="true">{mark} </span>
      <div>{children}</div>
    </div>
  );
}

interface Answer {
  readonly fetching: boolean;
  readonly error?: CombinedError | undefined;
  readonly data?: unknown;
}

/** What stands in place of an answer that is not there; null once there is one. */
export function Waiting({ answer, retry }: { readonly answer: Answer; readonly retry?: () => void }) {
  if (answer.error && !answer.data)
    return (
      <Notice kind="ERROR">
        {t.common.failed}：{messageOf(answer.error)}{" "}
        {retry && <Button onClick={retry}>{t.common.retry}</Button>}
      </Notice>
    );
  return answer.data ? null : (
    <p className="loading" role="status">
      {t.common.loading}
    </p>
  );
}

export const messageOf = ({ graphQLErrors, networkError }: CombinedError): string =>
  graphQLErrors[0]?.message ?? networkError?.message ?? t.common.unexpected;

/** A row of places of the same page, each with its own address. */
export function Tabs({
  tabs,
  at,
}: {
  readonly tabs: readonly { readonly key: string; readonly label: ReactNode; readonly href: string }[];
  readonly at: string;
}) {
  return (
    <nav className="tabs">
      {tabs.map(({ key, label, href }) => (
        <Link key={key} href={href} aria-current={key === at ? "page" : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}

/** Names and values of one thing. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== "")
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
