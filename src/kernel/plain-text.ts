/** What a person types or pastes, judged and kept by what is seen of it. Unicode 15; DI: Default_Ignorable_Code_Point. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** Joiners and variation selectors change how the character before them looks: 葛󠄀 is another 葛 in a person's name. */
const INVISIBLE = /(?!\u200c|\u200d|[\ufe00-\ufe0f]|[\u180b-\u180d]|\u180f|[\u{e0100}-\u{e01ef}])\p{DI}/gu;

/** What Word, PDF readers and old systems put where a line ends. */
const ODD_LINE_END = /\r(?!\n)|[\v\f\u0085\u2028\u2029]/g;

const BLANK = /^[\s\p{DI}\p{Cc}\u2800]*$/u;

/** Between two of these a line break stands for nothing; elsewhere it stands for a space. */
const CHINESE = String.raw`[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]`;
const BREAK_IN_CHINESE = new RegExp(String.raw`(?<=${CHINESE})[ \t]*(?:\r?\n)[ \t]*(?=${CHINESE})`, "gu");

/**
 * Text that comes back from every database as it went in: no broken surrogate pair, no control characters but tab and
 * line ends.
 */
export const isPlainText = (value: string): boolean => value.isWellFormed() && !CONTROL.test(value);

/** The same on one line, without spaces at its ends: a name. */
export const isPlainLine = (value: string): boolean =>
  isPlainText(value) && !/[\t\n\r]/.test(value) && value.trim() === value;

/** Nothing is to be seen of it: spaces, zero-width and filler characters, the empty braille pattern. */
export const isBlank = (value: string): boolean => BLANK.test(value);

/** Characters as a person counts them, and as MySQL does: 𠮷 is one. */
export const lengthOf = (value: string): number => [...value].length;

/** Text of several lines as it was meant: without invisible characters, each line end one that every reader knows. */
export function tidyText(value: string): string {
  const tidy = value
    .replace(ODD_LINE_END, "\n")
    .replace(/[^\P{Cc}\t\n\r]/gu, "")
    .replace(INVISIBLE, "");
  return isBlank(tidy) ? "" : tidy;
}

/** Text of one line: a line break that was pasted along joins the parts, spaces at the ends go. */
export const tidyLine = (value: string): string =>
  tidyText(value)
    .replace(/^[\s\u2800]+|[\s\u2800]+$/gu, "")
    .replace(BREAK_IN_CHINESE, "")
    .replace(/[ \t]*\r?\n[ \t]*|\t+/g, " ");
