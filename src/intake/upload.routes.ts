import { signedIn, type RequestContext } from "../access/index.js";
import type { Clock } from "../kernel/clock.js";
import { badInput, CallerFault } from "../kernel/fault.js";
import { FairQueue } from "../kernel/fair-queue.js";
import { isPlainText, lengthOf } from "../kernel/plain-text.js";
import { text } from "../kernel/text.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import type { Database } from "../platform/db/index.js";
import { JSON_TYPE, type Route, type RouteCall, type RouteReply } from "../platform/http/routes.js";
import { LIMITS, Unreadable } from "../reading/index.js";
import { bringIn } from "./bring-in.js";

const LONGEST_NAME = 200;
/** One thread a caller, two in all: both cores stay free for everybody else's requests between them. */
const PLACES = { all: 2, each: 1, waiting: 3, waitMs: 60_000 };

/** POST /uploads?name=年报.docx with the file as the body: reads it, and answers the handle for previewImport. */
export function uploadRoute(database: Database, clock: Clock): Route<RequestContext> {
  const queue = new FairQueue(PLACES);
  return {
    method: "POST",
    url: "/uploads",
    bytes: LIMITS.fileBytes,
    handle: async (call) => {
      const user = signedIn(call.context.viewer);
      const free = await queue.enter(user.id);
      if (typeof free === "string") throw crowded();
      try {
        return await upload(call, database, { userId: user.id, now: clock.now() });
      } finally {
        free();
      }
    },
  };
}

async function upload(
  { body, search, context }: RouteCall<RequestContext>,
  database: Database,
  { userId, now }: { userId: string; now: Date },
): Promise<RouteReply> {
  const file = { name: nameOf(search), bytes: body as Uint8Array };
  const { scope } = context.viewer;
  const { id, name, bytes, sha256 } = await bringIn(file, { database, scope, userId, now }).catch(refused);
  return {
    status: 201,
    type: JSON_TYPE,
    body: JSON.stringify({ upload: { id: toGlobalId("Upload", id), name, bytes, sha256 } }),
  };
}

function nameOf(search: URLSearchParams): string {
  const name = search.get("name")?.trim() ?? "";
  if (name === "" || lengthOf(name) > LONGEST_NAME || !isPlainText(name))
    throw badInput(
      text(
        `请在地址中给出文件名：?name=年报.docx，最多 ${LONGEST_NAME} 字`,
        `Give the file's name in the address: ?name=report.docx, at most ${LONGEST_NAME} characters`,
      ),
      ["name"],
    );
  return name;
}

function refused(error: unknown): never {
  if (error instanceof Unreadable) throw badInput(error.text, ["file"]);
  throw error;
}

const crowded = (): CallerFault =>
  new CallerFault(
    "UNAVAILABLE",
    text("正在读取的文件太多，请稍后再试", "Too many files are being read: try again in a moment"),
  );
