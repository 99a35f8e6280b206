import { text } from "../../kernel/text.js";
import { TenantScope } from "../../kernel/tenant-scope.js";
import type { Database, Session } from "../db/index.js";
import type { Vault } from "../vault/vault.js";
import { factOf, keepFact } from "./facts.js";

const SCOPE = TenantScope.system("whether the key opens what this database holds");
const ID = "personal data key";

/** With another key this database's personal data could not be read, and what is new could not be with the right one. */
export class WrongKey extends Error {
  override readonly name = "WrongKey";
}

/**
 * Refuses a key that does not open what the database holds: a word sealed at the first start, or, where there is none
 * yet, what `sealed` finds (null: nothing). The word is sealed then.
 */
export async function checkKey(
  database: Database,
  vault: Vault,
  opens: (session: Session) => Promise<boolean | null>,
): Promise<void> {
  const { canary, sample } = await database.read(SCOPE, async (session) => {
    const canary = await factOf(session, ID);
    return { canary, sample: canary === null ? await opens(session) : null };
  });
  if (canary === null ? sample === false : !vault.opens(Buffer.from(canary, "base64"), ID)) throw wrong();
  if (canary === null)
    await keepFact(database, SCOPE, { id: ID, value: vault.seal("公开", ID).toString("base64") });
}

function wrong(): WrongKey {
  const { zh, en } = text(
    "与此数据库中个人信息所用的密钥不同；请使用原密钥（恢复备份时须一并恢复），否则申请人信息无法读取",
    "not the key that this database's personal data were sealed with; use that one (restore it with the backup), for the applicants cannot be read without it",
  );
  return new WrongKey(`${zh} · ${en}`);
}
