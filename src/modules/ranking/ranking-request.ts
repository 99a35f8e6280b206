import { badInput } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import { readIndicator, readIndicators, readYears } from "../comparison/index.js";
import type { Indicator, ReportScope, ReportStage } from "../reports/index.js";
import type { UnitKind } from "../units/index.js";
import type { PeerGroupInput, RankReportsInput } from "./ranking.types.js";
import type { Direction } from "./rank.js";

const MAX_TOP = 1_000;
const MAX_BASE = 1_000_000;
const MAX_NEAREST_BY = 20;
const MAX_NEAREST = 100;
const DEFAULT_NEAREST = 10;

/** Who a unit is measured against, as data: see peer-group.ts. */
export type PeerGroup =
  | { readonly kind: "RANKED_UNITS" }
  | { readonly kind: "SAME_KIND_IN_DISTRICT" | "SAME_KIND_IN_CITY" | "SAME_KIND_IN_PROVINCE" }
  | { readonly kind: "NAMED"; readonly units: readonly string[] }
  | { readonly kind: "NEAREST"; readonly by: readonly Indicator[]; readonly size: number };

export interface RankRequest {
  readonly under: string;
  readonly kinds: readonly UnitKind[] | null;
  readonly units: readonly string[] | null;
  readonly year: number;
  readonly indicator: Indicator;
  readonly group: PeerGroup;
  readonly direction: Direction;
  /** null: as the setting has it. */
  readonly minimumBase: number | null;
  readonly top: number | null;
  readonly scope: ReportScope;
  readonly atLeast: ReportStage;
}

export function readRankRequest(input: RankReportsInput, now: Date): RankRequest {
  const [year = 0] = readYears([input.year], now, ["input", "year"]);
  return {
    under: input.under,
    kinds: input.kinds ?? null,
    units: input.units ? [...new Set(input.units)] : null,
    year,
    indicator: readIndicator(input.indicator, ["input", "indicator"]),
    group: readGroup(input.group ?? { kind: "RANKED_UNITS" }),
    direction: input.direction ?? "DESC",
    minimumBase: inRange(input.minimumBase ?? null, MAX_BASE, ["input", "minimumBase"]),
    top: inRange(input.top ?? null, MAX_TOP, ["input", "top"]),
    scope: input.scope ?? "OWN",
    atLeast: input.atLeast ?? "SUBMITTED",
  };
}

/** What goes with one kind of group only is refused with any other: it would be left aside in silence. */
function readGroup({ kind, units, indicators, size }: PeerGroupInput): PeerGroup {
  const path = ["input", "group"];
  if (units && kind !== "NAMED") throw onlyFor("NAMED", [...path, "units"]);
  if (indicators && kind !== "NEAREST") throw onlyFor("NEAREST", [...path, "indicators"]);
  if (typeof size === "number" && kind !== "NEAREST") throw onlyFor("NEAREST", [...path, "size"]);
  if (kind === "NAMED") {
    if (!units?.length)
      throw badInput(text("须列出这一组单位", "The units of the group must be named"), [...path, "units"]);
    return { kind, units: [...new Set(units)] };
  }
  if (kind !== "NEAREST") return { kind };
  const by = indicators ?? [];
  if (by.length < 1 || by.length > MAX_NEAREST_BY)
    throw badInput(
      text(`须给出 1 至 ${MAX_NEAREST_BY} 个指标`, `From 1 to ${MAX_NEAREST_BY} indicators must be given`),
      [...path, "indicators"],
    );
  return {
    kind,
    by: readIndicators(by, [...path, "indicators"]),
    size: inRange(size ?? null, MAX_NEAREST, [...path, "size"]) ?? DEFAULT_NEAREST,
  };
}

const onlyFor = (kind: string, path: readonly string[]) =>
  badInput(text(`只用于 ${kind}`, `It goes with ${kind} only`), path);

function inRange(value: number | null, most: number, path: readonly string[]): number | null {
  if (value !== null && (value < 1 || value > most))
    throw badInput(text(`须为 1 至 ${most}`, `It must be from 1 to ${most}`), path);
  return value;
}
