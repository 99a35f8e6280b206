/**
 * Rules for text that people type or paste: only visible content counts. Unicode 15; DI:
 * Default_Ignorable_Code_Point.
 */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** Joiners and variation selectors change how the character before them looks: 葛󠄀 is another 葛 in a person's name. */
const INVISIBLE = /(?!\u200c|\u200d|[\ufe00-\ufe0f]|[\u180b-\u180d]|\u180f|[\u{e0100}-\u{e01ef}])\p{DI}/gu;

/** Line ends as Word, PDF readers and old systems write them. */
const ODD_LINE_END = /\r(?!\n)|[\v\f\u0085\u2028\u2029]/g;

const BLANK = /^[\s\p{DI}\p{Cc}\u2800]*$/u;

/** Characters between which a line break is dropped; elsewhere a line break becomes a space. */
const CHINESE = String.raw`[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]`;
const BREAK_IN_CHINESE = new RegExp(String.raw`(?<=${CHINESE})[ \t]*(?:\r?\n)[ \t]*(?=${CHINESE})`, "gu");

/**
 * True for text that every database returns unchanged: no broken surrogate pair, no control characters but tab and
 * line ends.
 */
export const isPlainText = (value: string): boolean => value.isWellFormed() && !CONTROL.test(value);

/** The same for one line without spaces at its ends, such as a name. */
export const isPlainLine = (value: string): boolean =>
  isPlainText(value) && !/[\t\n\r]/.test(value) && value.trim() === value;

/** True if nothing is visible: spaces, zero-width and filler characters, the empty braille pattern. */
export const isBlank = (value: string): boolean => BLANK.test(value);

/** Number of characters as a person counts them, and as MySQL does: 𠮷 is one. */
export const lengthOf = (value: string): number => [...value].length;

/** Cleans text of several lines: removes invisible characters, and writes every line end as \n. */
export function tidyText(value: string): string {
  const tidy = value
    .replace(ODD_LINE_END, "\n")
    .replace(/[^\P{Cc}\t\n\r]/gu, "")
    .replace(INVISIBLE, "");
  return isBlank(tidy) ? "" : tidy;
}

/** Cleans text of one line: joins the parts at pasted line breaks, and trims. */
export const tidyLine = (value: string): string =>
  tidyText(value)
    .replace(/^[\s\u2800]+|[\s\u2800]+$/gu, "")
    .replace(BREAK_IN_CHINESE, "")
    .replace(/[ \t]*\r?\n[ \t]*|\t+/g, " ");
