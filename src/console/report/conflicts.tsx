import { useState } from "react";
import type { Format } from "../../forms/index";
import { nameOf, t } from "../texts";
import { Dialog } from "../ui/dialog";
import { Button } from "../ui/parts";
import type { Conflict } from "./draft";
import type { Report } from "./report-query";

type Side = "mine" | "theirs";

/** Somebody else saved the same places: both sides, place by place. */
export function Conflicts({
  theirs,
  places,
  format,
  onSettle,
  onClose,
}: {
  readonly theirs: Report;
  readonly places: readonly Conflict[];
  readonly format: Format;
  readonly onSettle: (theirs: Report, keep: (conflict: Conflict) => Side) => Promise<void>;
  readonly onClose: () => void;
}) {
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const idOf = ({ part, key }: Conflict) => `${part} ${key}`;
  const placeOf = ({ part, key }: Conflict) => {
    if (part === "texts") return format.sections.find((section) => section.key === key)?.heading ?? key;
    const cell = format.cells.find(({ code }) => code === key);
    return cell ? nameOf(cell) : key;
  };
  return (
    <Dialog title={t.report.staleTitle} onClose={onClose}>
      <p>{t.report.stale}</p>
      {places.map((conflict) => (
        <fieldset key={idOf(conflict)}>
          <legend>{placeOf(conflict)}</legend>
          {(["mine", "theirs"] as const).map((side) => (
            <label key={side}>
              <input
                type="radio"
                name={idOf(conflict)}
                checked={(chosen[idOf(conflict)] ?? "mine") === side}
                onChange={() => setChosen({ ...chosen, [idOf(conflict)]: side })}
              />{" "}
              {t.report[side]}：{conflict[side] || "—"}
            </label>
          ))}
        </fieldset>
      ))}
      <footer>
        <Button onClick={onClose}>{t.common.cancel}</Button>
        <Button primary onClick={() => void onSettle(theirs, (conflict) => chosen[idOf(conflict)] ?? "mine")}>
          {t.report.save}
        </Button>
      </footer>
    </Dialog>
  );
}
