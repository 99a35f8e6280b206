import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { Access } from "../access/api.js";
import { authorize, holdsSomewhere, type RequestContext } from "../access/index.js";
import { addDays, type CalendarDate } from "../kernel/calendar-date.js";
import { forbidden } from "../kernel/fault.js";
import type { Database } from "../platform/db/index.js";
import { fromGlobalId, idOfType, toGlobalId } from "../platform/graphql/global-id.js";
import { DateScalar } from "../platform/graphql/scalars.js";
import { keepersKnown } from "./history.loader.js";
import { presentChanges, presentEntry, type Labels, type Wordings } from "./history.presenter.js";
import {
  historyCount,
  historyCursor,
  type HistoryFilter,
  historyPage,
  placeByCode,
} from "./history.read-model.js";
import {
  HistoryChangeType,
  HistoryConnectionType,
  HistoryEntryType,
  HistoryOperationEnum,
  HistoryOrderEnum,
  HistoryVerificationType,
} from "./history.types.js";
import { PLATFORM } from "./platform-chain.js";
import { verifyHistory } from "./seal.store.js";
import { operationsNamed } from "./operation-names.js";
import { OPERATIONS } from "./operations.data.js";
import { SUBJECTS, type SubjectType } from "./subjects.data.js";
import { ORDER_BY, PageArgs } from "../platform/graphql/paging.types.js";
import { connectionOf, readPage } from "../platform/graphql/paging.js";

/** Every entry is read and hashed. */
const VERIFYING = 20_000;

@ArgsType()
class HistoryArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: "对象的编号 · The id of what it is about" })
  subject?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "单位代码；不给则为可见的全部 · A unit's code; all that the caller may see unless given",
  })
  unit?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "含以下各单位 · With all units below",
  })
  subtree?: boolean | null;
  @Field(() => ID, { nullable: true, description: "办理人的用户编号 · The user who did it" })
  actor?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "登记于此日或以后 · Recorded on this day or later",
  })
  from?: CalendarDate | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "登记于此日或以前 · Recorded on this day or before",
  })
  to?: CalendarDate | null;
  @Field(() => [HistoryOperationEnum], {
    nullable: true,
    description: "只要这些操作 · Only these operations",
  })
  operations?: string[] | null;
  @Field(() => HistoryOrderEnum, { nullable: true, defaultValue: "RECORDED_DESC", description: ORDER_BY })
  orderBy?: keyof typeof HistoryOrderEnum | null;
}

@Resolver(() => HistoryEntryType)
export class HistoryResolver {
  readonly #database: Database;
  readonly #wordings: Wordings;
  readonly #labels: Labels;

  constructor(
    database: Database,
    { wordings, labels }: { readonly wordings: Wordings; readonly labels: Labels },
  ) {
    this.#database = database;
    this.#wordings = wordings;
    this.#labels = labels;
  }

  @Query(() => HistoryConnectionType, {
    description:
      "历史：本单位的全部；主管部门看所辖单位的，不含个人信息的查阅；审计员看所辖的全部 · The history: a unit's people see their own, an OFFICER the subtree's without who read personal data, an ADMIN the accounts', an AUDITOR all of the tree",
  })
  @Access("history:read")
  @Extensions({ price: { weight: 1, multipliers: ["last", "first"] } })
  async history(
    @Args(() => HistoryArgs) args: HistoryArgs,
    @Ctx() { viewer }: RequestContext,
  ): Promise<HistoryConnectionType> {
    const page = readPage(args);
    return this.#database.longRead(viewer.scope, async (session) => {
      const place = args.unit == null ? null : await placeByCode(session, args.unit);
      const unit = args.unit == null ? null : authorize(viewer, "history:read", place);
      const filter = filterOf(args, unit);
      const direction = args.orderBy === "RECORDED_ASC" ? "asc" : "desc";
      const found = filter
        ? {
            rows: await historyPage(session, filter, page, direction),
            totalCount: await historyCount(session, filter),
          }
        : { rows: [], totalCount: 0 };
      return connectionOf(found, page, historyCursor, presentEntry);
    });
  }

  @Query(() => HistoryVerificationType, {
    description:
      "核对历史：所辖各单位的全部记录，逐条比对摘要和每日封存值 · Verifies every entry of the caller's tree against its hash, the entry before and the daily seals",
  })
  @Access("history:verify")
  @Extensions({ price: { weight: VERIFYING } })
  async verifyHistory(
    @Arg("root", () => String, {
      nullable: true,
      description:
        "另行抄存的封存值，须在封存之列 · The root of a seal that was kept elsewhere, which must be among the seals",
    })
    root: string | null,
    @Ctx() { viewer }: RequestContext,
  ): Promise<HistoryVerificationType> {
    if (!holdsSomewhere(viewer, "history:verify")) throw forbidden();
    const { seal, faults, ...counts } = await verifyHistory(this.#database, viewer.scope, root ?? null);
    const told = faults.map(({ unitId, ...fault }) => ({
      ...fault,
      unitId: unitId === null || unitId === PLATFORM.id ? null : toGlobalId("Unit", unitId),
    }));
    return { ...counts, sealedAt: seal?.at ?? null, root: seal?.root ?? null, faults: told };
  }

  @FieldResolver(() => String, { description: "操作的名称 · What was done, in words" })
  title(@Root() { row }: HistoryEntryType, @Ctx() { language }: RequestContext): string {
    return OPERATIONS[row.operation][language];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "办理人；登录失败、运维命令和公开的单位沿革为空 · By whom; null for failed sign-ins, the operator and, to the public, the register",
  })
  async actor(@Root() { row }: HistoryEntryType, @Ctx() { loaders }: RequestContext): Promise<string | null> {
    if (row.actor === null || row.readers !== "PUBLIC") return row.actor;
    return (await loaders.of(keepersKnown).load(row.unitId)) ? row.actor : null;
  }

  @FieldResolver(() => [HistoryChangeType], {
    description:
      "变化（变化前后的值）和登记的事项；个人信息和申请内容只列其带密钥的摘要（hmac-sha256:…），年报的文字和保存的查询只列其摘要和字数（sha256:…） · What changed, with the values before and after, and what was recorded; personal data and the subjects of requests as keyed digests only (hmac-sha256:…), texts of reports and saved queries as digest and length (sha256:…)",
  })
  changes(@Root() { row }: HistoryEntryType, @Ctx() { language }: RequestContext): HistoryChangeType[] {
    // A reading or a download made no revision, and is no step that its subject has words for.
    const worded = row.revision === null ? undefined : this.#wordings[row.subjectType]?.(row, language);
    const labels = this.#labels[row.subjectType];
    return (worded ?? presentChanges(row)).map((change) =>
      change.label === change.field
        ? { ...change, label: labels?.[change.field]?.[language] ?? change.field }
        : change,
    );
  }
}

/** null where nothing can meet it: what is no id of a record is that of none. */
function filterOf(args: HistoryArgs, unit: HistoryFilter["unit"]): HistoryFilter | null {
  const subject = args.subject == null ? null : subjectOf(args.subject);
  const actorId = args.actor == null ? null : idOfType("User", args.actor);
  if ((args.subject != null && !subject) || (args.actor != null && actorId === null)) return null;
  return {
    ...{ subject, unit, actorId, subtree: args.subtree ?? false },
    from: args.from == null ? null : startOf(args.from),
    before: args.to == null ? null : startOf(addDays(args.to, 1)),
    operations: args.operations == null ? null : operationsNamed(args.operations),
  };
}

const startOf = (day: CalendarDate): string => new Date(`${day}T00:00:00+08:00`).toISOString();

function subjectOf(globalId: string): HistoryFilter["subject"] {
  const found = fromGlobalId(globalId);
  return found && isSubject(found.type) ? { type: found.type, id: found.id } : null;
}

const isSubject = (type: string): type is SubjectType => type in SUBJECTS;
