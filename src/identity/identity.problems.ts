import { CallerFault } from "../kernel/fault.js";
import { invalidInput, notAllowedNow, type Problem } from "../kernel/problem.js";
import { text } from "../kernel/text.js";

/** The same for a login that does not exist, a disabled or locked account and a wrong password. */
export const signInRefused: Problem = {
  code: "SIGN_IN_REFUSED",
  message: text(
    "登录名或密码不正确，或者尝试次数过多，请稍后再试",
    "Wrong login or password, or too many attempts: try again later",
  ),
  path: ["input"],
};

/** For an address, whatever the login. */
export const tooManySignIns = (): CallerFault =>
  new CallerFault(
    "RATE_LIMITED",
    text(
      "来自该地址的登录尝试过多，请稍后再试",
      "Too many sign-in attempts from this address: try again later",
    ),
  );

/** Logins are unique over all tenants, so the answer must say that a login is taken; it does not say where. */
export const loginNotAvailable: Problem = {
  code: "ALREADY_EXISTS",
  message: text("该登录名不可用", "This login is not available"),
  path: ["input", "login"],
};

export const wrongCurrentPassword: Problem = invalidInput(
  ["input", "currentPassword"],
  text("当前密码不正确", "The current password is wrong"),
);

export const notOnOneself: Problem = notAllowedNow(
  ["input", "userId"],
  text("不能对自己的账号进行此操作", "This cannot be done to one's own account"),
);

export const userDisabled: Problem = notAllowedNow(
  ["input", "userId"],
  text(
    "该用户已停用，请先恢复使用（enableUser）",
    "This user is disabled: enable the account first (enableUser)",
  ),
);

export const rolesElsewhere: Problem = notAllowedNow(
  ["input", "userId"],
  text(
    "该用户在您的管理范围之外另有角色，须由上级管理员办理",
    "This user also holds roles beyond your reach: an administrator above has to do this",
  ),
);

export const AUDITOR_ALONE = text("审计员不兼任其他角色", "An AUDITOR holds no other role beside");
export const auditorAlone: Problem = notAllowedNow(["input", "role"], AUDITOR_ALONE);

/** Roles that one account may hold together. */
export const mayStandTogether = (roles: readonly string[]): boolean =>
  !roles.includes("AUDITOR") || roles.every((role) => role === "AUDITOR");
