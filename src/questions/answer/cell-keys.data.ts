/**
 * Noise for counts of people's cases shown to outsiders (cell keys, as statistical offices use them). Up to `few`
 * records, each stands for `weight` records or for none, always the same for one record: the shown count is right on
 * average, never 1 or 2, and no two answers, however they are cut, reveal more of a few records than one does. Larger
 * cells are shifted by one of `shifts`, all equally likely, chosen by the sum of the records' keys.
 */
export const NOISE = {
  few: 9,
  weight: 3,
  shifts: [-7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7],
} as const;

/**
 * Cases that must lie on either side of a percentile, by the protected count: further out it would reveal single
 * cases.
 */
export const BEYOND_PERCENTILE = 5;

/** Percentiles are given in steps of 1/20, from the 5th to the 95th. */
export const PERCENTILE_STEPS = 20;

/**
 * Means are rounded to a step that one case moves by less than one: so many units of the field, divided by the cases.
 */
export const REACH_OF_A_CASE = 60;
