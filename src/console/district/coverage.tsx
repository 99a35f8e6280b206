import { t } from "../texts";
import type { Figures } from "./queries";

/** Who is counted and who is missing, a line a year. */
export function Coverage({ years }: { readonly years: Figures["coverage"] }) {
  return (
    <div className="help coverage">
      {years.map(({ year, expected, included, missing, formChanged }) => (
        <p key={year}>
          {year}：{t.compare.coverage(included, expected)}
          {missing.length > 0 && (
            <>
              ；{t.compare.missing}：
              {missing
                .slice(0, 12)
                .map(({ shortName }) => shortName)
                .join("、")}
              {missing.length > 12 && "……"}
            </>
          )}
          {formChanged && <>；{t.board.formChanged}</>}
        </p>
      ))}
    </div>
  );
}
