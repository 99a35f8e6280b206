import { Extensions } from "type-graphql";
import { text } from "../kernel/text.js";
import { passwordToChange } from "../kernel/fault.js";
import { signedIn } from "./authorize.js";
import type { RequestContext } from "./context.js";
import { rolesHolding, type Permission } from "./permissions.js";

/** What a root field demands; the schema does not build while one has none, and prints it into its description. */
interface AccessRequirement {
  readonly description: { readonly zh: string; readonly en: string };
  readonly check: (context: RequestContext) => void;
}

const requirement = (
  { description, check }: AccessRequirement,
  except?: Exception,
): MethodDecorator & PropertyDecorator =>
  Extensions({
    access: {
      description,
      check: (context: RequestContext) => {
        refuseFirstPassword(context, except);
        check(context);
      },
    },
  });

interface Exception {
  /** Open, too, to whoever must change the password first. */
  readonly withFirstPassword: true;
}

/** Nothing else is open before: a first password (初始密码) is known to whoever set it. */
function refuseFirstPassword({ viewer }: RequestContext, except: Exception | undefined): void {
  if (viewer.user?.mustChangePassword && !except) throw passwordToChange();
}

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
export function SignedIn(except?: Exception): MethodDecorator & PropertyDecorator {
  const description = text("须登录", "Requires a signed-in caller.");
  return requirement({ description, check: ({ viewer }) => void signedIn(viewer) }, except);
}

/** Open to everybody; what it shows is decided by the caller's scope. */
export function Public(except?: Exception): MethodDecorator & PropertyDecorator {
  return requirement({ description: text("公开", "Public."), check: () => undefined }, except);
}
