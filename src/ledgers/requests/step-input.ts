/** The GraphQL types of input fields, by what the server reads from them. Others are enums and inputs, by their names. */
interface Read {
  readonly Boolean: boolean;
  readonly Date: string;
  readonly Decimal: string;
  readonly ID: string;
  readonly Int: number;
  readonly String: string;
}

/** One field of a step's input. The GraphQL input type and the type of what the rules get are both made of it. */
export interface Field<T = unknown, Required extends boolean = boolean> {
  /** A GraphQL type by its name; `list`: a list of it. */
  readonly type: string;
  readonly list: boolean;
  readonly required: Required;
  readonly description: string;
  /** Only there for the compiler. */
  readonly value?: T;
}
export type Fields = Readonly<Record<string, Field>>;

type Names<F extends Fields, Required extends boolean> = {
  [Name in keyof F]: F[Name] extends Field<unknown, Required> ? Name : never;
}[keyof F];
type ValueOf<F> = F extends Field<infer T> ? T : never;
export type InputOf<F extends Fields> = {
  readonly [Name in Names<F, true>]: ValueOf<F[Name]>;
} & { readonly [Name in Names<F, false>]?: ValueOf<F[Name]> | null };

interface Kind<T> {
  readonly required: (description: string) => Field<T, true>;
  readonly optional: (description: string) => Field<T, false>;
}
const kind = <T>(type: string, list = false): Kind<T> => ({
  required: (description) => ({ type, list, required: true, description }),
  optional: (description) => ({ type, list, required: false, description }),
});

const of = <Name extends keyof Read>(name: Name): Kind<Read[Name]> => kind(name);
export const flag = of("Boolean");
export const date = of("Date");
export const decimal = of("Decimal");
export const id = of("ID");
export const whole = of("Int");
export const line = of("String");
export const lines = kind<readonly string[]>("String", true);
/** An enum or an input type of this room. */
export const typed = <T>(name: string): Kind<T> => kind(name);

/** The field that names the request; the expected revision and the key of idempotency are fields of every change. */
export const ON_REQUEST = { requestId: id.required("申请的 ID · Id of the request") };

/** Fields of a step that happened on a day. */
export const ON_A_DAY = {
  on: date.optional("发生日期，默认今天 · Day on which it happened; default: today"),
  note: line.optional("备注，不写个人信息 · Note, without personal data"),
};

export const REASON = line.required("理由，不写个人信息 · Reason, without personal data");
export const LETTER_NUMBER = line.optional("文号 · Number of the letter or notice");
