import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { label, moment, t } from "../texts";
import { useViewer, type Viewer } from "../viewer";
import { type Change, listen, watch } from "./live";
import { isNews, kindsFor, MOST_NEWS, placeOf, unitsOf, withNews } from "./news";

/** The number of news that the viewer has not looked at, and a short list of them. */
export function Bell() {
  const viewer = useViewer();
  const { news, unread, arrived, read } = useNews(viewer);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    read();
  };
  useOutside(box, open ? close : null);
  return (
    <div className="bell" ref={box}>
      <button
        type="button"
        className="button quiet"
        aria-expanded={open}
        aria-controls="news"
        onClick={() => (open ? close() : setOpen(true))}
      >
        <svg aria-hidden="true" width="14" height="16" viewBox="0 0 14 16" fill="currentColor">
          <path d="M7 0a1 1 0 0 0-1 1v.6A4.5 4.5 0 0 0 2.5 6v4L1 12v1h12v-1l-1.5-2V6A4.5 4.5 0 0 0 8 1.6V1a1 1 0 0 0-1-1zM5 14a2 2 0 0 0 4 0z" />
        </svg>{" "}
        {t.live.news}
        {unread.size > 0 && (
          <>
            {" "}
            <strong className="count">{t.live.unread(unread.size)}</strong>
          </>
        )}
      </button>
      <div id="news" className="news" hidden={!open}>
        {news.length === 0 ? (
          <p className="empty">{t.live.none}</p>
        ) : (
          <ul>
            {[...news].reverse().map((change) => (
              <li key={change.cursor} className={unread.has(change.cursor) ? "new" : undefined}>
                <News change={change} isNew={unread.has(change.cursor)} onFollow={close} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <p className="sr-only" role="status">
        {arrived}
      </p>
    </div>
  );
}

const inWords = ({ kind, unit, year }: Change): string =>
  `${unit?.shortName ?? ""}${year === null ? "" : ` · ${year}`} · ${label("ChangeKind", kind)}`;

function News({
  change,
  isNew,
  onFollow,
}: {
  readonly change: Change;
  readonly isNew: boolean;
  readonly onFollow: () => void;
}) {
  const href = placeOf(change);
  return (
    <>
      {isNew && <strong>{t.live.isNew} </strong>}
      {href ? (
        <Link href={href} onClick={onFollow}>
          {inWords(change)}
        </Link>
      ) : (
        inWords(change)
      )}{" "}
      <time dateTime={change.at} className="help">
        {moment(change.at)}
      </time>
    </>
  );
}

/** What was looked at is kept in this browser, by person. */
function useNews(viewer: Viewer) {
  const key = `gongkai.read ${viewer.user?.login}`;
  const [news, setNews] = useState<readonly Change[]>([]);
  const [seen, setSeen] = useState<ReadonlySet<string>>(
    () => new Set(JSON.parse(localStorage.getItem(key) ?? "[]") as string[]),
  );
  const [arrived, setArrived] = useState("");
  useEffect(() => {
    const units = unitsOf(viewer);
    if (units.length === 0) return;
    const take = (changes: readonly Change[]) => {
      const mine = changes.filter((change) => isNews(viewer, change));
      if (mine.length > 0) setNews((known) => withNews(known, mine));
      return mine;
    };
    const deaf = listen((changes) => {
      const mine = take(changes);
      if (mine.length > 0) setArrived(t.live.arrived(mine.map(inWords).join("；")));
    });
    const stop = watch(units, { kinds: kindsFor(viewer), newest: MOST_NEWS }, take);
    return () => (deaf(), stop());
  }, [viewer]);
  const read = () => {
    const all = news.map(({ cursor }) => cursor);
    localStorage.setItem(key, JSON.stringify(all));
    setSeen(new Set(all));
  };
  const unread = new Set(news.map(({ cursor }) => cursor).filter((cursor) => !seen.has(cursor)));
  return { news, unread, arrived, read };
}

/** Escape, or a click elsewhere, closes what is open. */
function useOutside(box: React.RefObject<HTMLDivElement | null>, close: (() => void) | null): void {
  useEffect(() => {
    if (!close) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      close();
      box.current?.querySelector("button")?.focus();
    };
    const onClick = (event: MouseEvent) => {
      if (!box.current?.contains(event.target as Node)) close();
    };
    addEventListener("keydown", onKey);
    addEventListener("mousedown", onClick);
    return () => {
      removeEventListener("keydown", onKey);
      removeEventListener("mousedown", onClick);
    };
  }, [box, close]);
}
