import { PUBLIC, type Viewer } from "../access/index.js";
import { unauthenticated } from "../kernel/fault.js";
import type { Services } from "./services.js";
import { viewerOfSession } from "./viewer.read-model.js";

const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

export interface ViewerSource {
  /** Without a header the caller is the public. An invalid header is refused, never treated as the public. */
  viewerOf(authorization: string | undefined): Promise<Viewer>;
}

export function viewerSource(
  services: Pick<Services, "database" | "policy" | "tokens" | "clock">,
): ViewerSource {
  const { tokens, clock } = services;
  return {
    async viewerOf(authorization) {
      if (authorization === undefined) return PUBLIC;
      const [, token] = BEARER.exec(authorization) ?? [];
      const claims = token === undefined ? null : await tokens.read(token);
      const viewer = claims && (await viewerOfSession(services, claims, clock.now()));
      if (!viewer) throw unauthenticated();
      return viewer;
    },
  };
}
