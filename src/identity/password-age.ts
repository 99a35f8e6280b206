import type { PasswordPolicy } from "../kernel/password-policies.data.js";

export interface PasswordAge {
  readonly provisional: boolean;
  /** When the password was set, or the account made. */
  readonly since: string;
}

const DAY_MS = 86_400_000;

/** A password set by somebody else (初始密码), or an expired one, only allows its own change. */
export const mustChange = ({ provisional, since }: PasswordAge, policy: PasswordPolicy, now: Date): boolean =>
  provisional || (policy.mostDays !== null && Date.parse(since) + policy.mostDays * DAY_MS <= now.getTime());
