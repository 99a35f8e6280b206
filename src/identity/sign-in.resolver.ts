import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Public, SignedIn } from "../access/api.js";
import type { Outcome, RequestContext } from "../access/index.js";
import type { Language } from "../kernel/text.js";
import { payload, type PayloadOf } from "../platform/graphql/mutation.types.js";
import { presentProblems } from "../platform/graphql/problems.types.js";
import { changePassword } from "./commands/change-password.js";
import { renewSession } from "./commands/renew-session.js";
import { signIn, type SignedIn as Admission } from "./commands/sign-in.js";
import { signOut } from "./commands/sign-out.js";
import type { Services } from "./services.js";
import {
  ChangePasswordInput,
  ChangePasswordPayload,
  RenewSessionInput,
  RenewSessionPayload,
  SignInInput,
  SignInPayloadType,
  SignOutInput,
  SignOutPayloadType,
  ViewerType,
} from "./sign-in.types.js";
import { presentUser, presentViewer } from "./user.presenter.js";

const presentAdmission = (
  { record, problems }: Outcome<Admission>,
  language: Language,
): SignInPayloadType => ({
  token: record && record.token,
  viewer: record && presentViewer(record.viewer),
  problems: presentProblems(problems, language),
});

@Resolver()
export class SignInResolver {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  @Query(() => ViewerType, { description: "当前访问者及其任职 · Who is asking, and the roles they hold" })
  @Public({ withFirstPassword: true })
  viewer(@Ctx() { viewer }: RequestContext): ViewerType {
    return presentViewer(viewer);
  }

  @Mutation(() => SignInPayloadType, {
    description: "登录：会话最长十二小时 · Signs in; the session lasts twelve hours at most",
  })
  @Public()
  async signIn(
    @Arg("input", () => SignInInput) input: SignInInput,
    @Ctx() { address, requestId, language }: RequestContext,
  ): Promise<SignInPayloadType> {
    return presentAdmission(await signIn(this.#services, input, { address, requestId }), language);
  }

  @Mutation(() => RenewSessionPayload, {
    description: "换发令牌：在会话期内 · A new token for the same session, while it lives",
  })
  @SignedIn()
  async renewSession(
    @Arg("input", () => RenewSessionInput, { nullable: true }) input: RenewSessionInput | null,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof RenewSessionPayload>> {
    return presentAdmission(await renewSession(this.#services, context, input ?? {}), context.language);
  }

  @Mutation(() => SignOutPayloadType, {
    description: "退出：该会话的令牌一律失效 · Revokes the session and every token of it",
  })
  @SignedIn({ withFirstPassword: true })
  async signOut(
    @Arg("input", () => SignOutInput, { nullable: true }) input: SignOutInput | null,
    @Ctx() context: RequestContext,
  ): Promise<SignOutPayloadType> {
    const { record, problems } = await signOut(this.#services, context, input ?? {});
    return { viewer: record && presentViewer(record), problems: presentProblems(problems, context.language) };
  }

  @Mutation(() => ChangePasswordPayload, {
    description: "修改本人密码，其他会话随之失效 · Changes one's own password and ends one's other sessions",
  })
  @SignedIn({ withFirstPassword: true })
  async changePassword(
    @Arg("input", () => ChangePasswordInput) input: ChangePasswordInput,
    @Ctx() context: RequestContext,
  ): Promise<PayloadOf<typeof ChangePasswordPayload>> {
    return payload("user", await changePassword(this.#services, context, input), presentUser, context);
  }
}
