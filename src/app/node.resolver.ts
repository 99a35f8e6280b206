import { FINDING_NODES } from "../filing/api.js";
import { HISTORY_NODES } from "../history/api.js";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { Public } from "../access/api.js";
import type { RequestContext } from "../access/index.js";
import { LEDGER_APIS } from "../ledgers/registry/api.js";
import { TABLE_IMPORT_NODES } from "../intake/api.js";
import { PEER_GROUP_NODES } from "../questions/rank/api.js";
import { REPORT_NODES } from "../reports/api.js";
import { SAVED_QUERY_NODES } from "../library/api.js";
import { WEBHOOK_NODES } from "../webhooks/api.js";
import { UNIT_NODES } from "../units/api.js";
import { USER_NODES } from "../identity/api.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { NodeType, type Typed } from "../platform/graphql/node.types.js";

type Fetch = (id: string, context: RequestContext) => Promise<Typed | null | undefined>;

const NODES: Readonly<Record<string, Fetch>> = {
  ...HISTORY_NODES,
  ...UNIT_NODES,
  ...USER_NODES,
  ...REPORT_NODES,
  ...FINDING_NODES,
  ...Object.fromEntries(LEDGER_APIS.flatMap(({ nodes }) => Object.entries(nodes))),
  ...SAVED_QUERY_NODES,
  ...PEER_GROUP_NODES,
  ...TABLE_IMPORT_NODES,
  ...WEBHOOK_NODES,
};

@Resolver()
export class NodeResolver {
  @Query(() => NodeType, {
    nullable: true,
    description:
      "按编号取记录；不存在、无权查看或编号有误时均为空 · Any record by its id; null alike for one that is absent, not yours, or malformed",
  })
  @Public()
  async node(
    @Arg("id", () => ID) globalId: string,
    @Ctx() context: RequestContext,
  ): Promise<Typed | null | undefined> {
    const found = fromGlobalId(globalId);
    return found && NODES[found.type]?.(found.id, context);
  }
}
