/**
 * Exact numbers as integers of a fixed scale: a count has scale 0, an amount in 万元 scale 6 (1.5 is 1_500_000).
 * The largest allowed amount, 2147483647 万元, is 2.1e15 of these: below 2^53, so a plain number holds it exactly.
 */
export type Scaled = number;

const DECIMAL = /^(-?)(\d{1,20})(?:\.(\d{1,20}))?$/;

/** Reads a plain decimal; null if malformed, with more decimals than `scale`, or beyond exact arithmetic. */
export function parseScaled(textual: string, scale: number): Scaled | null {
  const match = DECIMAL.exec(textual);
  if (!match) return null;
  const [, sign, whole = "", fraction = ""] = match;
  const digits = fraction.replace(/0+$/, "");
  if (digits.length > scale) return null;
  const scaled = Number(whole + digits.padEnd(scale, "0"));
  if (!Number.isSafeInteger(scaled)) return null;
  return sign && scaled !== 0 ? -scaled : scaled;
}

/** The shortest exact decimal: no exponent, no trailing zero. */
export function formatScaled(value: Scaled | bigint, scale: number): string {
  if (scale === 0) return value.toString();
  const negative = value < 0;
  const digits = (negative ? -value : value).toString().padStart(scale + 1, "0");
  const fraction = digits.slice(-scale).replace(/0+$/, "");
  return (negative ? "-" : "") + digits.slice(0, -scale) + (fraction && "." + fraction);
}
