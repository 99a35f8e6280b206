import { useEffect, useState } from "react";
import { graphql } from "../../api";
import { localDay } from "../../days";
import { t } from "../../texts";
import { Dialog } from "../../ui/dialog";
import { Button } from "../../ui/parts";
import { useAnswer } from "../../ui/use-answer";
import type { Filing } from "../queries";

const CONTACTS = graphql(`
  query ReminderContacts($under: String!, $year: Int!) {
    filingBoard(under: $under, year: $year) {
      filings {
        unit {
          id
          code
          contacts {
            name
            telephone
            duty
          }
        }
      }
    }
  }
`);

interface Contact {
  readonly name: string;
  readonly telephone: string;
  readonly duty: string | null;
}

/** By unit: who answers for its report. */
function useContacts(under: string, year: number): ReadonlyMap<string, readonly Contact[]> {
  const [{ data }] = useAnswer({ query: CONTACTS, variables: { under, year } });
  return new Map(data?.filingBoard.filings.map(({ unit }) => [unit.code, unit.contacts ?? []]));
}

/** What to send to a unit that has not filed. */
export function reminderOf({ unit, status, dueOn, openErrors }: Filing, year: number, today: string): string {
  const text =
    status === "RETURNED"
      ? t.board.remindReturned(unit.name, year, dueOn)
      : dueOn < today
        ? t.board.remindLate(unit.name, year, dueOn)
        : t.board.remindText(unit.name, year, dueOn);
  return openErrors > 0 ? `${text}${t.board.withErrors(openErrors)}` : text;
}

/** A text a unit, to copy one by one or all together, and as a list on paper. */
export function Reminders({
  under,
  filings,
  year,
  onClose,
}: {
  readonly under: string;
  readonly filings: readonly Filing[];
  readonly year: number;
  readonly onClose: () => void;
}) {
  const [copied, setCopied] = useState<string | null>(null);
  useEffect(() => {
    const { classList } = document.documentElement;
    classList.add("prints-window");
    return () => classList.remove("prints-window");
  }, []);
  const contacts = useContacts(under, year);
  const today = localDay();
  const texts = filings.map((filing) => ({
    ...{ code: filing.unit.code, reminders: filing.reminders },
    text: reminderOf(filing, year, today),
  }));
  const copy = (key: string, text: string) => void copyText(text).then(() => setCopied(key));
  return (
    <Dialog title={`${t.board.remindTitle} · ${texts.length}`} onClose={onClose}>
      <p className="help">{t.board.remindNote}</p>
      <ol className="reminders">
        {texts.map(({ code, text, reminders }) => (
          <li key={code}>
            <p>{text}</p>
            <p className="help">
              {whom(contacts.get(code))} · {t.board.schedule(reminders)}
            </p>
            <Button onClick={() => copy(code, text)}>
              {copied === code ? `✓ ${t.board.copied}` : t.board.copy}
            </Button>
          </li>
        ))}
      </ol>
      <span className="hidden" role="status">
        {copied !== null && t.board.copied}
      </span>
      <footer>
        <Button onClick={() => print()}>{t.board.print}</Button>
        <Button primary onClick={() => copy("all", texts.map(({ text }) => text).join("\n"))}>
          {copied === "all" ? `✓ ${t.board.copied}` : t.board.copyAll}
        </Button>
      </footer>
    </Dialog>
  );
}

const whom = (contacts: readonly Contact[] = []): string =>
  contacts.length === 0
    ? t.board.noContact
    : contacts
        .map(({ name, duty, telephone }) => `${name}${duty ? `（${duty}）` : ""} ${telephone}`)
        .join("；");

/** The clipboard's own way needs HTTPS; offices often have none. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    (document.querySelector("[role=dialog]") ?? document.body).append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}
