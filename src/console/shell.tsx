import { lazy, Suspense, useEffect, useState } from "react";
import { Link, Route, Switch, useLocation } from "wouter";
import { session } from "./api";
import { HelpButton } from "./help/help-button";
import { at } from "./home";
import { Bell } from "./live/bell";
import { LANGUAGE, speak, t } from "./texts";
import { Button, Notice } from "./ui/parts";
import { partsOf } from "./admin/parts";
import { narrowed, unitIn, useHere } from "./here";
import { UnitSwitch } from "./unit-switch";
import { placesOf, reportingYear, useViewer, ViewerContext, type Viewer } from "./viewer";

const page = <Name extends string, Props>(
  load: () => Promise<Record<Name, (props: Props) => React.ReactNode>>,
  name: Name,
) => lazy(async () => ({ default: (await load())[name] as React.ComponentType<Props> }));

const Work = page(() => import("./pages/work"), "Work");
const Ledger = page(() => import("./ledgers/ledger"), "Ledger");
const LedgerRecord = page(() => import("./ledgers/record"), "LedgerRecord");
const Report = page(() => import("./report/report"), "Report");
const District = page(() => import("./district/district"), "District");
const Admin = page(() => import("./admin/admin"), "Admin");
const Questions = page(() => import("./questions/questions"), "Questions");
const Dashboards = page(() => import("./dashboards/dashboards"), "Dashboards");
const HistoryPage = page(() => import("./pages/history"), "HistoryPage");
const Account = page(() => import("./pages/account"), "Account");
const HelpPage = page(() => import("./help/help"), "HelpPage");
const Search = page(() => import("./pages/search"), "Search");

interface Place {
  readonly href: string;
  readonly name: string;
}

/** The first level of the map, as far as it is this person's: a page that is not does not exist for him. */
function mapOf(viewer: Viewer): Place[] {
  const year = reportingYear();
  const office = placesOf(viewer, "OFFICER", "ANALYST")[0];
  const own =
    placesOf(viewer, "CLERK", "REVIEWER")[0] ?? placesOf(viewer, "OFFICER").find((unit) => unit.filesReport);
  const keeper = placesOf(viewer, "CLERK", "REVIEWER", "OFFICER", "CASE_READER")[0];
  const [admin] = partsOf(viewer);
  const historian = placesOf(viewer, "AUDITOR", "OFFICER", "ADMIN")[0];
  const ledgers = [
    "requests",
    "disclosures",
    "interpretations",
    "remedies",
    "proposals",
    "supplies",
  ] as const;
  return [
    { href: "/", name: t.nav.work },
    ...(own ? [{ href: `/report/${own.code}/${year}`, name: t.nav.report }] : []),
    ...(keeper ? ledgers.map((key) => ({ href: `/ledgers/${key}/${keeper.code}`, name: t.nav[key] })) : []),
    ...(office
      ? (["board", "review", "compare"] as const)
          .filter((key) => key !== "review" || placesOf(viewer, "OFFICER").length > 0)
          .map((key) => ({ href: `/district/${office.code}/${year}/${key}`, name: t.nav[key] }))
      : []),
    ...(office ? [{ href: "/questions", name: t.nav.questions }] : []),
    ...(admin ? [{ href: admin.href, name: t.nav.admin }] : []),
    ...(historian ? [{ href: `/history/${historian.code}`, name: t.nav.history }] : []),
  ];
}

export function Shell() {
  const whole = useViewer();
  const [place, go] = useLocation();
  const [here, choose] = useHere(whole, place);
  const viewer = narrowed(whole, here);
  const map = mapOf(viewer);
  useEffect(
    () => document.getElementById("main")?.focus({ preventScroll: true }),
    [place.split("/").slice(0, 3).join("/")],
  );
  const move = (code: string) => {
    choose(code);
    go(sameAt(place, code, mapOf(narrowed(whole, code))));
  };
  return (
    <div className="shell">
      <a className="skip" href="#main" onClick={toMain}>
        {t.skip}
      </a>
      <Top place={place}>
        <UnitSwitch viewer={whole} here={here} onChoose={move} />
      </Top>
      <nav className="side" aria-label={t.nav.menu}>
        {map.map(({ href, name }) => (
          <Link key={href} href={href} aria-current={isAt(place, href) ? "page" : undefined}>
            {name}
          </Link>
        ))}
        <a href={at("/open")}>{t.nav.open}</a>
        <a href={at("/graphiql")}>{t.nav.graphiql}</a>
      </nav>
      <main id="main" tabIndex={-1}>
        <ViewerContext.Provider value={viewer}>
          <Suspense fallback={<p className="loading">{t.common.loading}</p>}>
            <Pages />
          </Suspense>
        </ViewerContext.Provider>
      </main>
    </div>
  );
}

/** `base` would send a bare `#main` to another page. */
function toMain(event: React.MouseEvent) {
  event.preventDefault();
  document.getElementById("main")?.focus();
}

/** The same page for another unit, if it is in the map there; else the first page. */
function sameAt(place: string, code: string, map: readonly Place[]): string {
  const unit = unitIn(place);
  if (code === "" || unit === null) return place;
  if (!map.some(({ href }) => isAt(place, href))) return "/";
  // A record belongs to its unit: the other unit has a list.
  const [, room = ""] = place.split("/");
  const page = room === "ledgers" ? place.split("/").slice(0, 4).join("/") : place;
  return page.replace(`/${unit}`, `/${code}`);
}

/** A place is where its page is, whatever the year or the record shown there. */
function isAt(place: string, href: string): boolean {
  const [, room, second, , part] = place.split("/");
  const [, ...parts] = href.split("/");
  if (room !== parts[0]) return false;
  return room === "district"
    ? part === parts[3]
    : ["report", "questions", "admin"].includes(room ?? "") || second === parts[1];
}

function Pages() {
  return (
    <Switch>
      <Route path="/">
        <Work />
      </Route>
      <Route path="/help">
        <HelpPage />
      </Route>
      <Route path="/search">
        <Search />
      </Route>
      <Route path="/ledgers/:ledger/:unit">
        {({ ledger, unit }) => <Ledger key={ledger + unit} ledger={ledger} unit={unit} />}
      </Route>
      <Route path="/ledgers/:ledger/:unit/:id">
        {({ ledger, id }) => <LedgerRecord key={id} ledger={ledger} id={decodeURIComponent(id)} />}
      </Route>
      <Route path="/report/:unit/:year/:part?">
        {({ unit, year, part }) => (
          <Report key={`${unit} ${year}`} unit={unit} year={Number(year)} part={part ?? "form"} />
        )}
      </Route>
      <Route path="/district/:unit/:year/:part">
        {({ unit, year, part }) => <District unit={unit} year={Number(year)} part={part} />}
      </Route>
      <Route path="/questions/:name?">
        {({ name }) => <Questions key={name} name={name && decodeURIComponent(name)} />}
      </Route>
      <Route path="/dashboards/:id?">
        {({ id }) => <Dashboards key={id} id={id && decodeURIComponent(id)} />}
      </Route>
      <Route path="/admin/:part/:unit">{({ part, unit }) => <Admin part={part} unit={unit} />}</Route>
      <Route path="/history/:unit">{({ unit }) => <HistoryPage unit={unit} />}</Route>
      <Route path="/account">
        <Account />
      </Route>
      <Route>
        <Notice>{t.common.notFound}</Notice>
      </Route>
    </Switch>
  );
}

function Top({ place, children }: { readonly place: string; readonly children: React.ReactNode }) {
  const viewer = useViewer();
  const [large, setLarge] = useState(localStorage.getItem("gongkai.large") === "1");
  useEffect(() => {
    document.documentElement.classList.toggle("large", large);
    localStorage.setItem("gongkai.large", large ? "1" : "");
  }, [large]);
  return (
    <header className="top">
      <Link href="/" className="brand">
        {t.product}
      </Link>
      {children}
      <SearchBox />
      <HelpButton address={place} />
      <Button className="quiet" aria-pressed={large} onClick={() => setLarge(!large)}>
        {t.common.largeText}
      </Button>
      <Button className="quiet" onClick={() => speak(LANGUAGE === "zh" ? "en" : "zh")}>
        {t.common.language}
      </Button>
      <Bell />
      <Link href="/account" className="person" title={t.admin.password}>
        {viewer.user?.displayName}
      </Link>
      <Button className="quiet" onClick={() => void leave()}>
        {t.common.signOut}
      </Button>
    </header>
  );
}

function SearchBox() {
  const [, go] = useLocation();
  const [text, setText] = useState("");
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== "/" || /^(?:INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? ""))
        return;
      event.preventDefault();
      document.getElementById("search")?.focus();
    };
    addEventListener("keydown", focus);
    return () => removeEventListener("keydown", focus);
  }, []);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        go(`/search?q=${encodeURIComponent(text)}`);
      }}
    >
      <input
        id="search"
        type="search"
        aria-label={t.common.search}
        placeholder={`${t.search.hint}  /`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  );
}

/** A full load forgets every answer of the session that ended. */
async function leave(): Promise<void> {
  await session("/end").catch(() => undefined);
  await session("/forget");
  location.assign(at("/"));
}
