import { Field, InputType, ObjectType } from "type-graphql";
import { MutationInput, payloadOf } from "../platform/graphql/mutation.types.js";
import { ProblemType } from "../platform/graphql/problems.types.js";
import { MembershipType, UserType } from "./user.types.js";

@ObjectType("Viewer", { simpleResolvers: true, description: "当前访问者 · Who is asking" })
export class ViewerType {
  @Field(() => UserType, { nullable: true, description: "未登录时为空 · Null for the public" })
  user!: UserType | null;
  @Field(() => [MembershipType], { description: "任职 · Roles and where they are held" })
  memberships!: MembershipType[];
  @Field(() => Boolean, {
    description:
      "须先修改密码（初始密码，或已过期）：在此之前只能 viewer、changePassword、signOut · The password must be changed first; until then only these are open, and no roles are shown",
  })
  mustChangePassword!: boolean;
}

@ObjectType("SignInPayload", { simpleResolvers: true })
export class SignInPayloadType {
  @Field(() => String, {
    nullable: true,
    description:
      "令牌，一小时内有效，用于 Authorization: Bearer · Good for an hour, at most to the session's end",
  })
  token!: string | null;
  @Field(() => ViewerType, { nullable: true }) viewer!: ViewerType | null;
  @Field(() => [ProblemType]) problems!: ProblemType[];
}

const TOKEN =
  "令牌，一小时内有效，用于 Authorization: Bearer；有问题时为空 · Good for an hour, at most to the session's end; null where there are problems";
export const RenewSessionPayload = payloadOf("RenewSession", {
  token: { type: () => String, description: TOKEN },
  viewer: {
    type: () => ViewerType,
    description: "登录者；有问题时为空 · Who is signed in; null where there are problems",
  },
});
export const ChangePasswordPayload = payloadOf("ChangePassword", { user: () => UserType });

@ObjectType("SignOutPayload", { simpleResolvers: true })
export class SignOutPayloadType {
  @Field(() => ViewerType, { nullable: true, description: "退出后即为公众 · The public, from now on" })
  viewer!: ViewerType | null;
  @Field(() => [ProblemType]) problems!: ProblemType[];
}

@InputType({ description: "登录 · Who wants to sign in" })
export class SignInInput {
  @Field(() => String) login!: string;
  @Field(() => String) password!: string;
}

@InputType({ description: "续期当前会话 · Renews the session of the token that is sent" })
export class RenewSessionInput extends MutationInput {}

@InputType({ description: "退出当前会话 · Ends the session of the token that is sent" })
export class SignOutInput extends MutationInput {}

@InputType({ description: "修改本人密码 · A new password for oneself" })
export class ChangePasswordInput extends MutationInput {
  @Field(() => String) currentPassword!: string;
  @Field(() => String) newPassword!: string;
}
