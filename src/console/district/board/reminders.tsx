import { useEffect, useState } from "react";
import { localDay } from "../../days";
import { t } from "../../texts";
import { Dialog } from "../../ui/dialog";
import { Button } from "../../ui/parts";
import type { Filing } from "../queries";

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
  filings,
  year,
  onClose,
}: {
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
  const today = localDay();
  const texts = filings.map((filing) => ({ code: filing.unit.code, text: reminderOf(filing, year, today) }));
  const copy = (key: string, text: string) => void copyText(text).then(() => setCopied(key));
  return (
    <Dialog title={`${t.board.remindTitle} · ${texts.length}`} onClose={onClose}>
      <p className="help">{t.board.remindNote}</p>
      <ol className="reminders">
        {texts.map(({ code, text }) => (
          <li key={code}>
            <p>{text}</p>
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
