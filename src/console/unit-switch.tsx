import { depthAmong, ownUnits } from "./here";
import { t } from "./texts";
import type { Viewer } from "./viewer";

/** For a person with roles at several units: which of them the menu, the work and the ledgers are about. */
export function UnitSwitch({
  viewer,
  here,
  onChoose,
}: {
  readonly viewer: Viewer;
  readonly here: string;
  readonly onChoose: (code: string) => void;
}) {
  const units = ownUnits(viewer);
  if (units.length < 2) return null;
  return (
    <select
      className="unit-switch"
      aria-label={t.admin.workUnit}
      value={here}
      onChange={({ target }) => onChoose(target.value)}
    >
      <option value="">{t.admin.allUnits}</option>
      {units.map((unit) => (
        <option key={unit.code} value={unit.code}>
          {"　".repeat(depthAmong(units, unit))}
          {unit.shortName}
        </option>
      ))}
    </select>
  );
}
