import { Extensions } from "type-graphql";
import { text } from "../kernel/text.js";
import { signedIn } from "./authorize.js";
import type { RequestContext } from "./context.js";
import { rolesHolding, type Permission } from "./permissions.js";

/** What a root field demands; the schema does not build while one has none, and prints it into its description. */
interface AccessRequirement {
  readonly description: { readonly zh: string; readonly en: string };
  readonly check: (context: RequestContext) => void;
}

const requirement = (access: AccessRequirement): MethodDecorator & PropertyDecorator =>
  Extensions({ access });

/** Needs a signed-in caller with one of these permissions over the unit concerned; the command itself asks which. */
export function Access(...permissions: [Permission, ...Permission[]]): MethodDecorator & PropertyDecorator {
  const roles = [...new Set(permissions.flatMap(rolesHolding))].join(", ");
  const names = permissions.join(" / ");
  return requirement({
    description: text(`权限：${names}（${roles}）`, `Requires ${names} (${roles}).`),
    check: ({ viewer }) => void signedIn(viewer),
  });
}

/** Needs a signed-in caller, whatever the role. */
export function SignedIn(): MethodDecorator & PropertyDecorator {
  return requirement({
    description: text("须登录", "Requires a signed-in caller."),
    check: ({ viewer }) => void signedIn(viewer),
  });
}

/** Open to everybody; what it shows is decided by the caller's scope. */
export function Public(): MethodDecorator & PropertyDecorator {
  return requirement({ description: text("公开", "Public."), check: () => undefined });
}
