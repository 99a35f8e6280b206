import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../api";

const LIKENESS = graphql(`
  query LikenessToLastYear($unit: String!, $year: Int!) {
    unit(code: $unit) {
      id
      report(year: $year) {
        id
        likeness(peers: 1) {
          previous {
            share
          }
        }
      }
    }
  }
`);

/** Texts are compared report by report: too dear for every visit, so whoever wants it asks for it. */
export function useLikeness(year: number) {
  const client = useClient();
  const [shares, setShares] = useState<ReadonlyMap<string, number | null>>(new Map());
  const [progress, setProgress] = useState({ done: 0, all: 0 });
  const run = async (units: readonly string[]) => {
    const found = new Map(shares);
    setProgress({ done: 0, all: units.length });
    for (const [i, unit] of units.entries()) {
      const { data } = await client
        .query(LIKENESS, { unit, year }, { requestPolicy: "cache-first" })
        .toPromise();
      found.set(unit, data?.unit?.report?.likeness?.previous?.share ?? null);
      setShares(new Map(found));
      setProgress({ done: i + 1, all: units.length });
    }
  };
  return { shares, ...progress, running: progress.done < progress.all, run };
}
