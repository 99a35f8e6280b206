import type { Call, Permission } from "../access/index.js";
import { fold } from "../kernel/fold.js";
import { Refusal, type Problem } from "../kernel/problem.js";
import { text, type Text } from "../kernel/text.js";
import { receiveRequest, sameRequests } from "../ledgers/requests/api.js";
import type { Session, TenantTable } from "../platform/db/index.js";
import type { Vault } from "../platform/vault/vault.js";
import type { StepServices } from "../records/index.js";
import type { UnitRow } from "../units/index.js";
import type { Kind } from "./table-values.js";

export type ImportServices = StepServices & { readonly vault: Vault };

export interface TableColumn {
  /** Names in the header of a file; messages and templates use the first. */
  readonly names: readonly [string, ...string[]];
  readonly required?: boolean;
  readonly kind: Kind;
}

/** A record as its command takes it, without the unit. */
export type ImportedRecord = Readonly<Record<string, unknown>>;

/** Why one of several records, by its place among them, was not stored. */
export interface Refused {
  readonly index: number;
  readonly problem: Problem;
}

export type Enter = (
  call: Call,
  unit: UnitRow,
  records: readonly ImportedRecord[],
  services: ImportServices,
) => Promise<readonly Refused[]>;

export interface TableImport {
  readonly name: Text;
  /** The mutation that enters one record: by its name the record's history tells of it. */
  readonly operation: string;
  readonly permission: Permission;
  /** By the field of the command's input that each fills: `applicant.name`. */
  readonly columns: Readonly<Record<string, TableColumn>>;
  /** The type of the ledger's list: what is downloaded of it can be brought in under the titles that it has there. */
  readonly listed?: string;
  /** What two rows have in common that are one record: its number, or its title and day. */
  readonly identity: (record: ImportedRecord) => string;
  /** Stores records by the same command as the API's own mutation; those that it refuses are left out. */
  readonly enter: Enter;
  /** How many records the command is called with; one that takes each by itself is not kept long with ten. */
  readonly atOnce?: number;
  /** Where its records are, if thousands may be entered in the background. */
  readonly table?: TenantTable<LedgerRow>;
  /** Deletes what hangs on records that are taken back. */
  readonly takeBack?: (session: Session, unitId: string, ids: readonly string[]) => Promise<void>;
}

type LedgerRow = { readonly id: string; readonly unitId: string; readonly staging?: string | null };
/** The work in the background asks of a row no more than its id, its unit and its staging. */
export const ledgerTable = (table: unknown) => table as TenantTable<LedgerRow>;

/** The columns of a table are the fields of its command's input: the types meet here, and nowhere else. */
export const as = <T>(record: ImportedRecord): T => record as T;

/** The parts of an identity, however they were typed. */
export const same = (...parts: readonly unknown[]): string =>
  parts.map((part) => (typeof part === "string" ? fold(part) : "")).join("\n");

async function refusedBy(store: () => Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await store();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.problems;
    throw error;
  }
}

/** By a command that takes one record. */
export const oneByOne =
  (
    store: (
      call: Call,
      unitCode: string,
      record: ImportedRecord,
      services: ImportServices,
    ) => Promise<unknown>,
  ): Enter =>
  async (call, { code }, records, services) => {
    const refused: Refused[] = [];
    for (const [index, record] of records.entries())
      for (const problem of await refusedBy(() => store(call, code, record, services)))
        refused.push({ index, problem });
    return refused;
  };

/** By a command that takes many, all or none: without those that it refuses it is called again. */
export const together =
  (
    store: (
      call: Call,
      unitCode: string,
      records: readonly ImportedRecord[],
      services: ImportServices,
    ) => Promise<unknown>,
  ): Enter =>
  async (call, { code }, records, services) => {
    const refused: Refused[] = [];
    let left = [...records.entries()];
    while (left.length > 0) {
      const some = left.map(([, record]) => record);
      const problems = await refusedBy(() => store(call, code, some, services));
      if (problems.length === 0) break;
      // `input.records.3.title`; what is wrong with all of them is told of the first.
      const placed = problems.map((problem) => ({ at: Number(problem.path[2] ?? 0), problem }));
      refused.push(...placed.map(({ at, problem }) => ({ index: left[at]?.[0] ?? 0, problem })));
      const wrong = new Set(placed.map(({ at }) => at));
      left = left.filter((_, at) => !wrong.has(at));
    }
    return refused;
  };

interface ToldRequest {
  readonly number?: string;
  readonly subject: string;
  readonly receivedOn?: string;
  readonly arrivedOn?: string;
  readonly applicant: { readonly name: string };
}

const receive = oneByOne((call, unitCode, record, services) =>
  receiveRequest(call, as({ ...record, unitCode }), services),
);

/** A request without a number is the same by its day, its applicant and what is asked for. */
export const enterRequests: Enter = async (call, unit, records, services) => {
  const unnumbered = [...(records as readonly unknown[] as readonly ToldRequest[]).entries()].filter(
    ([, { number, receivedOn, arrivedOn }]) =>
      number === undefined && (receivedOn ?? arrivedOn) !== undefined,
  );
  const numbers = await sameRequests(
    call.session,
    services.vault,
    unit.id,
    unnumbered.map(([, { subject, applicant, receivedOn, arrivedOn }]) => ({
      ...{ subject, applicant: applicant.name, receivedOn: receivedOn ?? arrivedOn ?? "" },
    })),
  );
  const known = unnumbered.flatMap(([index], i): Refused[] => {
    const number = numbers[i];
    return number == null ? [] : [{ index, problem: inTheLedger(number) }];
  });
  const wrong = new Set(known.map(({ index }) => index));
  const left = [...records.entries()].filter(([index]) => !wrong.has(index));
  const refused = await receive(
    call,
    unit,
    left.map(([, record]) => record),
    services,
  );
  return [...known, ...refused.map(({ index, problem }) => ({ index: left[index]?.[0] ?? 0, problem }))];
};

const inTheLedger = (number: string): Problem => ({
  code: "ALREADY_EXISTS",
  path: ["input", "subject"],
  message: text(
    `台账中已有同一申请人同日提出的相同申请（编号 ${number}）；确为另一件的，请填写编号`,
    `The ledger has the same request of the same applicant and day (number ${number}): give it a number if it is another`,
  ),
});
