import { useState } from "react";
import type { Format } from "../../forms/index";
import { nameOf, t } from "../texts";
import { Dialog } from "../ui/dialog";
import { Button } from "../ui/parts";
import type { Conflict } from "./draft";
import type { Met } from "./use-save";

type Side = "mine" | "theirs";

/** Somebody else saved the same places: both sides, place by place. */
export function Conflicts({
  met,
  format,
  onSettle,
  onClose,
}: {
  readonly met: Met;
  readonly format: Format;
  readonly onSettle: (met: Met, keep: (conflict: Conflict) => Side) => Promise<void>;
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
      {met.places.map((conflict) => (
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
        <Button primary onClick={() => void onSettle(met, (conflict) => chosen[idOf(conflict)] ?? "mine")}>
          {met.saving ? t.report.save : t.common.send}
        </Button>
      </footer>
    </Dialog>
  );
}
