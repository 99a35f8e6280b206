export interface Term {
  readonly chinese: string;
  readonly meaning: string;
  readonly source: string;
  readonly identifier: string;
}

export interface TermGroup {
  readonly name: string;
  readonly terms: readonly Term[];
}

/** The project's glossary by its headings, each row with the official term first. */
export function readGlossary(text: string): readonly TermGroup[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [name = "", ...lines] = part.split("\n");
      return { name: name.trim(), terms: lines.flatMap(termOf) };
    })
    .filter(({ terms }) => terms.length > 0);
}

/** A row names its identifier in the first column, or in the second after a number. */
function termOf(line: string): Term[] {
  const cells = line.split("|").map((cell) => cell.trim());
  const [identifier = "", chinese = "", meaning = "", source_ = ""] = /^\d+$/.test(cells[1] ?? "")
    ? cells.slice(2)
    : cells.slice(1);
  if (!identifier.startsWith("`")) return [];
  const plain = (text: string): string => text.replace(/`/g, "");
  return [
    {
      identifier: plain(identifier),
      chinese: plain(chinese),
      meaning: plain(meaning),
      source: source_ === "–" ? "" : plain(source_),
    },
  ];
}
