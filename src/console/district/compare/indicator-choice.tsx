import { useMemo, useState } from "react";
import { useAnswer } from "../../ui/use-answer";
import { graphql, type ResultOf } from "../../api";
import { nameOf, t } from "../../texts";
import { Dialog } from "../../ui/dialog";
import { Button } from "../../ui/parts";
import { MOST_INDICATORS } from "./compare-choice";

const INDICATORS = graphql(`
  query CompareIndicators {
    indicators {
      code
      label
      labelEn
      source
      derived
      formula
      description
      formats
    }
  }
`);

interface ChosenIndicator {
  readonly code: string;
  readonly name: string;
  /** How it is computed, or what it means. */
  readonly help: string | null;
}

/** A table of the form, what is derived, or what the text states, with its indicators. */
interface Group {
  readonly name: string;
  readonly indicators: readonly ChosenIndicator[];
}

/** Every indicator, each once: rates and other derived ones first, then what the text states, then the forms' rows, the newest form's before others. */
export function useIndicators(): readonly Group[] {
  const [{ data }] = useAnswer({ query: INDICATORS });
  return useMemo(() => {
    const groups = new Map<string, ChosenIndicator[]>();
    const newest = [...new Set(data?.indicators.flatMap(({ formats }) => formats))].sort().pop();
    const rank = ({ code, derived, source, formats }: Listed) =>
      derived
        ? Number(!code.startsWith("rates."))
        : source === "TEXT"
          ? 2
          : formats.includes(newest!)
            ? 3
            : 4;
    const inOrder = [...(data?.indicators ?? [])].sort((one, other) => rank(one) - rank(other));
    for (const one of inOrder) {
      const name = nameOf(one);
      const row = name.split(" · ").slice(0, -1).join(" · ");
      const group = one.derived ? t.compare.derived : one.source === "TEXT" ? t.compare.stated : row;
      const help = one.formula ?? one.description;
      groups.set(group, [...(groups.get(group) ?? []), { code: one.code, name, help }]);
    }
    return [...groups].map(([name, indicators]) => ({ name, indicators }));
  }, [data]);
}

type Listed = ResultOf<typeof INDICATORS>["indicators"][number];

export function IndicatorChoice({
  indicators,
  chosen,
  onChoose,
  onClose,
}: {
  readonly indicators: readonly Group[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState("");
  const words = text.trim().split(/\s+/).filter(Boolean);
  const found = indicators
    .map((group) => ({
      ...group,
      indicators: group.indicators.filter((one) => words.every((word) => one.name.includes(word))),
    }))
    .filter((group) => group.indicators.length > 0);
  const set = (codes: readonly string[], add: boolean) => {
    const others = chosen.filter((code) => !codes.includes(code));
    onChoose((add ? [...others, ...codes] : others).slice(0, MOST_INDICATORS));
  };
  return (
    <Dialog side title={`${t.compare.pick} · ${t.compare.picked(chosen.length)}`} onClose={onClose}>
      <p className="filters">
        <input
          type="search"
          aria-label={t.compare.find}
          placeholder={t.compare.find}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button onClick={() => onChoose([])}>{t.compare.clear}</Button>
      </p>
      {found.map((group, i) => (
        <GroupChoice
          key={`${group.name} ${words.length > 0}`}
          group={group}
          open={i === 0 || words.length > 0}
          chosen={chosen}
          onSet={set}
        />
      ))}
      {found.length === 0 && <p>{t.common.none}</p>}
      <footer>
        <Button primary onClick={onClose}>
          {t.common.close}
        </Button>
      </footer>
    </Dialog>
  );
}

function GroupChoice({
  group: { name, indicators },
  open,
  chosen,
  onSet,
}: {
  readonly group: Group;
  readonly open: boolean;
  readonly chosen: readonly string[];
  readonly onSet: (codes: readonly string[], add: boolean) => void;
}) {
  const codes = indicators.map(({ code }) => code);
  const count = codes.filter((code) => chosen.includes(code)).length;
  return (
    <details open={open} className="indicators">
      <summary>
        {name}（{count > 0 ? `${count}/` : ""}
        {codes.length}）
      </summary>
      <label>
        <input
          type="checkbox"
          checked={count === codes.length}
          onChange={() => onSet(codes, count < codes.length)}
        />{" "}
        <em>{t.compare.chooseTable}</em>
      </label>
      {indicators.map(({ code, name: whole, help }) => (
        <label key={code} title={help ?? undefined}>
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={({ target }) => onSet([code], target.checked)}
          />{" "}
          {whole.startsWith(name) ? whole.slice(name.length).replace(/^ · /, "") : whole}
        </label>
      ))}
    </details>
  );
}
