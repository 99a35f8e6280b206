const CONTROL = /[^\P{Cc}\t\n\r]/u;

/**
 * Text that comes back from every database as it went in: no broken surrogate pair, no control characters but tab and
 * line ends.
 */
export const isPlainText = (value: string): boolean => value.isWellFormed() && !CONTROL.test(value);

/** The same on one line, without spaces at its ends: a name. */
export const isPlainLine = (value: string): boolean =>
  isPlainText(value) && !/[\t\n\r]/.test(value) && value.trim() === value;
