import { signedIn, type CommandCall, type Outcome } from "../../access/index.js";
import { unauthenticated } from "../../kernel/fault.js";
import type { Caller, Services } from "../services.js";
import { sessionById } from "../session.store.js";
import type { SignedIn } from "./sign-in.js";

/** A new token for the same session: it prolongs the hour of the token, never the session itself. */
export async function renewSession(
  { commands, tokens }: Services,
  caller: Caller,
  input: CommandCall["input"],
): Promise<Outcome<SignedIn>> {
  const { id: userId, sessionId } = signedIn(caller.viewer);
  const outcome = await commands.run({ ...caller, name: "renewSession", input }, async (session) => {
    const live = await sessionById(session, sessionId);
    if (!live) throw unauthenticated();
    return { expiresAt: live.expiresAt };
  });
  if (outcome.record === null) return outcome;
  // Issued outside of the transaction, so that no token is stored with the answer of an idempotency key.
  const token = await tokens.issue({ userId, sessionId }, new Date(outcome.record.expiresAt));
  return { record: { token, viewer: caller.viewer }, problems: [] };
}
