const GRAVITY = ["INFO", "WARNING", "ERROR"];

/** Runs the examples: as recorded, less strict (which a patch may be), or stricter (which it may not). */
export function compare(kit, examples) {
  let [same, less] = [0, 0];
  const stricter = [];
  for (const { name, report, texts, findings } of examples) {
    const now = report ? kit.checkReport(report).findings : kit.auditTexts(texts);
    const left = [...findings];
    const more = now.filter(({ rule, severity }) => {
      const covered = left.findIndex((one) => {
        const [before, of] = one.split(" ");
        return of === rule && GRAVITY.indexOf(before) >= GRAVITY.indexOf(severity);
      });
      if (covered >= 0) left.splice(covered, 1);
      return covered < 0;
    });
    if (more.length > 0) stricter.push(`${name}: ${more.map(({ rule }) => rule).join(", ")}`);
    else if (left.length > 0) less++;
    else same++;
  }
  const line = `gongkai-kit ${kit.VERSION}: ${examples.length} examples, ${same} as recorded, ${less} less strict, ${stricter.length} stricter`;
  return { line, stricter };
}
