import { PUBLIC, signedIn, type CommandCall, type Outcome, type Viewer } from "../../access/index.js";
import type { Caller, Services } from "../services.js";
import { revokeSession } from "../session.store.js";

/** Ends the session of the token, and with it every token renewed from it. The caller is the public then. */
export async function signOut(
  { commands, clock }: Services,
  caller: Caller,
  input: CommandCall["input"],
): Promise<Outcome<Viewer>> {
  const { sessionId } = signedIn(caller.viewer);
  const outcome = await commands.run({ ...caller, name: "signOut", input }, async (session) => {
    await revokeSession(session, sessionId, clock.now());
    return true;
  });
  return outcome.record === null ? outcome : { record: PUBLIC, problems: [] };
}
