import {
  DirectiveLocation,
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
} from "graphql";
import { Extensions } from "type-graphql";
import { passwordToChange } from "../kernel/fault.js";
import type { AccessRequirement } from "../platform/graphql/schema.js";
import { signedIn } from "./authorize.js";
import type { Permission } from "./permissions.js";
import type { RequestContext } from "./call.js";

type FieldDecorator = MethodDecorator & PropertyDecorator;

interface Exception {
  /** The field also answers a caller who has to change the first password. */
  readonly withFirstPassword: true;
}

const firstPassword = {
  type: GraphQLBoolean,
  defaultValue: false,
  description: "初始密码尚未修改时是否可用 · Whether open before the first password is changed",
};

/** How the SDL says who may use a root field; every root field carries exactly one of these. */
export const ACCESS_DIRECTIVES = [
  new GraphQLDirective({
    name: "access",
    description:
      "须登录，并在有关单位持有其中一项权限；各角色的权限见 Role · Requires a signed-in caller with one of these permissions over the unit concerned; the enum Role lists what each role holds",
    locations: [DirectiveLocation.FIELD_DEFINITION],
    args: {
      permissions: {
        type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLString))),
        description: "权限，“对象:动作” · Permissions, each `subject:verb`",
      },
    },
  }),
  new GraphQLDirective({
    name: "signedIn",
    description: "须登录，角色不限 · Requires a signed-in caller of any role",
    locations: [DirectiveLocation.FIELD_DEFINITION],
    args: { firstPassword },
  }),
  new GraphQLDirective({
    name: "public",
    description:
      "无须登录；可见内容由调用者的角色决定 · Needs no sign-in; the answer holds what the caller's roles open",
    locations: [DirectiveLocation.FIELD_DEFINITION],
    args: { firstPassword },
  }),
];

const requirement = (
  { directive, check }: AccessRequirement<RequestContext>,
  except?: Exception,
): FieldDecorator =>
  Extensions({
    access: {
      directive,
      check: (context: RequestContext) => {
        refuseFirstPassword(context, except);
        check(context);
      },
    },
  });

/** A first password (初始密码) is known to the administrator who set it, so it opens nothing but its own change. */
function refuseFirstPassword({ viewer }: RequestContext, except: Exception | undefined): void {
  if (viewer.user?.mustChangePassword && !except) throw passwordToChange();
}

const printed = (
  name: string,
  except: Exception | undefined,
): AccessRequirement<RequestContext>["directive"] => ({
  name,
  args: except ? { firstPassword: true } : {},
});

/** Needs a signed-in caller; the command itself checks one of these permissions over the unit concerned. */
export function Access(...permissions: [Permission, ...Permission[]]): FieldDecorator {
  const directive = { name: "access", args: { permissions } };
  return requirement({ directive, check: ({ viewer }) => void signedIn(viewer) });
}

/** Needs a signed-in caller, whatever the role. */
export function SignedIn(except?: Exception): FieldDecorator {
  const check = ({ viewer }: RequestContext): void => void signedIn(viewer);
  return requirement({ directive: printed("signedIn", except), check }, except);
}

/** Open to everybody; the caller's scope decides which rows are shown. */
export function Public(except?: Exception): FieldDecorator {
  return requirement({ directive: printed("public", except), check: () => undefined }, except);
}
