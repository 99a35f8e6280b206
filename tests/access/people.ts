import { DEMO_PASSWORD } from "../../seeds/people.js";
import type { Client, TestApp } from "../harness/app.js";

/** Every kind of caller, as seen from 环山街道 (371003003) in 文登区 (371003). */
export const LOGINS = {
  public: null,
  forged: null,
  "own clerk": "clerk.371003003",
  "own reviewer": "reviewer.371003003",
  "foreign clerk": "clerk.371003104",
  officer: "officer.371003",
  "foreign officer": "officer.371002",
  analyst: "analyst.371003",
  admin: "admin.371003",
  "case reader": "case-reader.371003",
  auditor: "auditor.371003",
} as const;

export type Caller = keyof typeof LOGINS;
export const CALLERS = Object.keys(LOGINS) as Caller[];

export const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token problems { code } } }`;

export class People {
  readonly #clients = new Map<Caller, Client>();

  private constructor(private readonly app: TestApp) {}

  /** Everybody signs in beforehand, so that no session appears in the middle of a comparison. */
  static async of(app: TestApp): Promise<People> {
    const people = new People(app);
    for (const caller of CALLERS) {
      const login = LOGINS[caller];
      const client = login ? app.as(login) : app.anonymous;
      if (login) await client.query("{ viewer { memberships { role } } }");
      people.#clients.set(caller, client);
    }
    const [header, payload] = app.as("officer.371003").token?.split(".") ?? [];
    people.#clients.set("forged", app.withToken(`${header}.${payload}.${"A".repeat(43)}`));
    return people;
  }

  as(caller: Caller): Client {
    const client = this.#clients.get(caller);
    if (!client) throw new Error(`nobody is ${caller}`);
    return client;
  }

  /** The same person with a session of its own, which may end without harm to others. */
  async inNewSession(caller: Caller): Promise<Client> {
    const login = LOGINS[caller];
    if (login === null) return this.as(caller);
    const { data } = await this.app.anonymous.query(SIGN_IN, { input: { login, password: DEMO_PASSWORD } });
    return this.app.withToken((data as { signIn: { token: string } }).signIn.token);
  }
}
