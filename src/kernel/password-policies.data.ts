/** 口令策略: demands on a password, and how long it stays valid. */
export interface PasswordPolicy {
  /** Shortest length, in characters. */
  readonly least: number;
  readonly most: number;
  /** How many of these kinds must occur: lower case, capitals, digits, other characters. */
  readonly classes: number;
  /** Days after which the password must be changed; null: never. */
  readonly mostDays: number | null;
  /** How many former passwords may not be used again. */
  readonly remembered: number;
}

/**
 * `standard` goes by length, as NIST SP 800-63B has it. 等保二级、三级 ask for complexity and regular change
 * (GB/T 22239-2019 §7.1.4.1, §8.1.4.1) and leave the figures to the operator: these are the usual ones.
 */
export const PASSWORD_POLICIES = {
  standard: { least: 10, most: 200, classes: 1, mostDays: null, remembered: 0 },
  mlps2: { least: 10, most: 200, classes: 3, mostDays: 180, remembered: 3 },
  mlps3: { least: 12, most: 200, classes: 3, mostDays: 90, remembered: 5 },
} as const satisfies Record<string, PasswordPolicy>;

export type PasswordPolicyName = keyof typeof PASSWORD_POLICIES;
