import { PUBLIC, type Viewer } from "../../access/index.js";
import type { Clock } from "../../kernel/clock.js";
import { unauthenticated } from "../../kernel/fault.js";
import type { Database } from "../../platform/db/index.js";
import type { Tokens } from "./tokens.js";
import { viewerOfSession } from "./viewer.read-model.js";

const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

export interface ViewerSource {
  /** Without a header the public asks. A header that proves nothing is refused, never taken for the public. */
  viewerOf(authorization: string | undefined): Promise<Viewer>;
}

export function viewerSource(database: Database, tokens: Tokens, clock: Clock): ViewerSource {
  return {
    async viewerOf(authorization) {
      if (authorization === undefined) return PUBLIC;
      const [, token] = BEARER.exec(authorization) ?? [];
      const claims = token === undefined ? null : await tokens.read(token);
      const viewer = claims && (await viewerOfSession(database, claims, clock.now()));
      if (!viewer) throw unauthenticated();
      return viewer;
    },
  };
}
