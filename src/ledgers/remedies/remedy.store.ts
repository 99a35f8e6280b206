import type { Session } from "../../platform/db/index.js";
import { REMEDIES, type RemedyRow } from "./remedy.entity.js";

export const remedyRow = (session: Session, id: string): Promise<RemedyRow | null> =>
  session.rows(REMEDIES).one({ id });
