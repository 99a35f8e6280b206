import { useMemo } from "react";
import { useLocation, useSearch } from "wouter";
import type { VariablesOf } from "../../api";
import type { Office } from "../part-page";
import { DISCLOSED, type FIGURES, FILERS, RECEIVED } from "../queries";

export type CompareInput = VariablesOf<typeof FIGURES>["input"];
export type UnitKind = NonNullable<CompareInput["kinds"]>[number];
export type Scope = NonNullable<CompareInput["scope"]>;

export const VIEWS = ["table", "ranking", "trend", "spread", "parts"] as const;
export type View = (typeof VIEWS)[number];

/** What is compared; it stands in the address, so that a comparison can be sent to somebody. */
export interface Choice {
  readonly view: View;
  readonly indicators: readonly string[];
  readonly years: readonly number[];
  readonly kinds: readonly UnitKind[];
  /** Id of a peer group that the office named; "" for none. */
  readonly group: string;
  readonly scope: Scope;
  /** The indicator that the charts show, and the unit that they mark. */
  readonly indicator: string;
  readonly marked: string;
}

const USUAL = [
  RECEIVED,
  "requests.total.total",
  DISCLOSED,
  "requests.denied.total.total",
  "requests.carriedOut.total",
];

export const MOST_INDICATORS = 400;
export const MOST_YEARS = 10;

/** A district looks at all that file below it; a city or province at the governments right below. */
const usualKinds = ({ kind }: Office): readonly UnitKind[] =>
  kind === "DISTRICT" || kind === "ZONE" ? FILERS : [];

export function useChoice(office: Office): readonly [Choice, (changed: Partial<Choice>) => void] {
  const search = useSearch();
  const [, go] = useLocation();
  const choice = useMemo(() => read(office, new URLSearchParams(search)), [office.code, office.year, search]);
  const change = (changed: Partial<Choice>) =>
    go(`/district/${office.code}/${office.year}/compare?${written({ ...choice, ...changed })}`, {
      replace: changed.view === undefined,
    });
  return [choice, change];
}

/** What is compared where nothing was chosen. */
export const usualChoice = (office: Office): Choice => read(office, new URLSearchParams());

function read(office: Office, found: URLSearchParams): Choice {
  const list = (name: string, usual: readonly string[]) =>
    found.get(name)?.split(",").filter(Boolean) ?? [...usual];
  const indicators = list("indicators", USUAL);
  const usualYears = office.years.filter((year) => year <= office.year).slice(0, 3);
  return {
    view: VIEWS.find((view) => view === found.get("view")) ?? "table",
    indicators,
    years: list("years", usualYears.map(String)).map(Number).filter(Number.isInteger),
    kinds: list("kinds", usualKinds(office)) as UnitKind[],
    group: found.get("group") ?? "",
    scope: found.get("scope") === "SYSTEM" ? "SYSTEM" : "OWN",
    indicator: found.get("indicator") ?? indicators[0] ?? RECEIVED,
    marked: found.get("marked") ?? "",
  };
}

const written = (choice: Choice): string =>
  Object.entries(choice)
    .map(([name, value]: [string, unknown]) => [name, Array.isArray(value) ? value.join(",") : String(value)])
    .map(([name, value]) => `${name}=${encodeURIComponent(value!).replace(/%2C/g, ",")}`)
    .join("&");

/** Which units: those of a group, of some kinds, or right below. */
export function unitsOf(office: Office, { group, kinds, scope }: Choice) {
  const members = office.peerGroups.find(({ id }) => id === group)?.units.map(({ code }) => code);
  return {
    under: office.code,
    scope,
    ...(members ? { units: members } : kinds.length > 0 ? { kinds: [...kinds] } : {}),
  };
}
