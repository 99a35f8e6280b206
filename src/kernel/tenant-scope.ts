/**
 * Which units' rows may be touched. `units` are single unit ids, `subtrees` paths of the unit tree
 * (`37/3710/371003/`): whatever lies at or below one. Nothing in both lists means no row at all.
 */
export type Reach =
  | { readonly all: true }
  | { readonly all: false; readonly units: readonly string[]; readonly subtrees: readonly string[] };

export const EVERYWHERE: Reach = { all: true };
export const NOWHERE: Reach = { all: false, units: [], subtrees: [] };

export interface ScopeGrant {
  /** Whose working rows may be read: drafts, findings, events. */
  readonly working: Reach;
  /** Whose submitted and approved versions may be read. */
  readonly submitted: Reach;
  /** Whose ledgers may be read, without personal data: requests, remedies, proposals, what was disclosed. */
  readonly ledgers: Reach;
  /** Units whose ledgers statistics may count. Single records and lengths of lists need `ledgers`. */
  readonly counted: Reach;
  /** Whose personal data may be read: the applicants of a unit's own requests. */
  readonly personal: Reach;
  /** Whose published versions may be read: everybody's. */
  readonly published: Reach;
  /** Whose working rows may be written. */
  readonly writable: Reach;
  /** Whose users and roles may be read and written. */
  readonly administered: Reach;
  /** Whose whole history may be read: an auditor's tree. */
  readonly audited: Reach;
  /** Wherever the caller holds a role: in these units' histories stands what was done. */
  readonly acting: Reach;
  /** User id of the caller; private saved queries are visible to their owner only. */
  readonly person: string | null;
  /** Paths of the caller's units and of all units above them: their governments share saved queries downwards. */
  readonly above: readonly string[];
}

const MINT = Symbol("tenant scope");

/**
 * The rows that one caller may read and write. It cannot be constructed elsewhere: access/ grants a scope to a
 * viewer, and jobs take `TenantScope.system(reason)`, which the database logs.
 */
export class TenantScope implements ScopeGrant {
  readonly working: Reach;
  readonly submitted: Reach;
  readonly ledgers: Reach;
  readonly counted: Reach;
  readonly personal: Reach;
  readonly published: Reach;
  readonly writable: Reach;
  readonly administered: Reach;
  readonly audited: Reach;
  readonly acting: Reach;
  readonly person: string | null;
  readonly above: readonly string[];

  private constructor(
    mint: typeof MINT,
    grant: ScopeGrant,
    /** Why everything is open; undefined for a viewer's scope. */
    readonly systemReason?: string,
  ) {
    if (mint !== MINT) throw new Error("a tenant scope is granted, not constructed");
    this.working = grant.working;
    this.submitted = grant.submitted;
    this.ledgers = grant.ledgers;
    this.counted = grant.counted;
    this.personal = grant.personal;
    this.published = grant.published;
    this.writable = grant.writable;
    this.administered = grant.administered;
    this.audited = grant.audited;
    this.acting = grant.acting;
    this.person = grant.person;
    this.above = grant.above;
    Object.freeze(this);
  }

  /** For access/ alone: the lint rules refuse it elsewhere. */
  static grant(grant: ScopeGrant): TenantScope {
    return new TenantScope(MINT, grant);
  }

  static system(reason: string): TenantScope {
    const reports = { working: EVERYWHERE, submitted: EVERYWHERE, published: EVERYWHERE };
    const ledgers = { ledgers: EVERYWHERE, counted: EVERYWHERE, personal: EVERYWHERE };
    const write = { writable: EVERYWHERE, administered: EVERYWHERE };
    const history = { audited: EVERYWHERE, acting: EVERYWHERE };
    const all = { ...reports, ...ledgers, ...write, ...history };
    return new TenantScope(MINT, { ...all, person: null, above: [] }, reason);
  }
}

/** True if the unit lies within the reach. `path` is the unit's own path, ending in a slash. */
export const reaches = (reach: Reach, unit: { id: string; path: string }): boolean =>
  reach.all || reach.units.includes(unit.id) || reach.subtrees.some((s) => unit.path.startsWith(s));
