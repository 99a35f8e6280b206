/** What a written number may stand for. 59 is only 59; 1.9万 is 18,500 to 19,999; 900余 is 900 to 999; 近900 is 800 to 900. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export const exactly = (value: number): Interval => ({ low: value, high: value });

export const isExact = ({ low, high }: Interval): boolean => low === high;

export const plus = (some: readonly Interval[]): Interval => ({
  low: some.reduce((sum, { low }) => sum + low, 0),
  high: some.reduce((sum, { high }) => sum + high, 0),
});

/** True if both may be the same number. */
export const mayEqual = (a: Interval, b: Interval): boolean => a.low <= b.high && b.low <= a.high;

/** True if a is larger than b whatever they stand for. */
export const exceeds = (a: Interval, b: Interval): boolean => a.low > b.high;

/** 100 in 900, 10 in 910, 1 in 911: how coarse a rounded number is. */
const coarseness = (value: number): number => {
  let step = 1;
  while (value > 0 && value % (step * 10) === 0) step *= 10;
  return step;
};

export interface Vagueness {
  /** The value of the last written digit: 1,000 in 1.9万. */
  readonly step: number;
  /** 近, 约, 超, ... before the number; 余, 多, 以上, 左右 after. */
  readonly words: string;
}

/**
 * The numbers that a written one stands for. Without a vague word that is half a unit of the last digit, and where 万
 * leaves digits out a whole unit upwards, since people cut them off as often as they round.
 */
export function meaning(value: number, { step, words }: Vagueness): Interval {
  if (words === "") return step > 1 ? { low: value - step / 2, high: value + step - 1 } : exactly(value);
  const width = Math.max(step, coarseness(value));
  if (/近|不足|不到|以内|以下/.test(words)) return { low: value - width, high: value };
  if (/约|左右|上下|大概/.test(words)) return { low: value - width, high: value + width };
  return { low: value, high: value + width };
}
