import { type FormEvent, useState } from "react";
import { useClient } from "urql";
import { type Client, type CombinedError, gql } from "@urql/core";
import type { InputProblem } from "../api";
import { MUTATIONS } from "../generated/mutations";
import { spoken, t } from "../texts";
import { Dialog } from "./dialog";
import { type Choices, emptyValue, Fields, type InputValue, inputOf, missingIn, sendable } from "./fields";
import { Button, messageOf, Notice } from "./parts";

export type Mutation = keyof typeof MUTATIONS;

/**
 * The form of any step, made of its input as the schema describes it. What is `given` and the input takes the form does not ask for; the
 * idempotency key lets a second click, or a retry on a bad line, do nothing twice.
 */
export function StepForm({
  mutation,
  title,
  given,
  initial = {},
  choices = {},
  onValues,
  onDone,
  onClose,
}: {
  readonly mutation: Mutation;
  readonly title?: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly initial?: InputValue;
  /** For fields that name something by number: what there is, in words. */
  readonly choices?: Choices;
  /** Takes what was typed instead of sending it; what is given only keeps its fields out of the form. */
  readonly onValues?: (values: Readonly<Record<string, unknown>>) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { input, ...described } = MUTATIONS[mutation];
  const all = inputOf(input ?? "");
  const known = Object.fromEntries(
    Object.entries(given).filter(([name]) => all.some((field) => field.name === name)),
  );
  const fields = all.filter(({ name }) => !(name in known) && name !== "idempotencyKey");
  const [value, setValue] = useState<InputValue>({ ...emptyValue(fields), ...initial });
  const [missing, setMissing] = useState<readonly InputProblem[]>([]);
  const { problems: refused, failure, busy, send } = useStep(mutation, onDone);
  const problems = missing.length > 0 ? missing : refused;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const blank = missingIn(fields, value);
    setMissing(blank);
    if (blank.length > 0) return;
    if (onValues) onValues(sendable(fields, value));
    else void send({ ...sendable(fields, value), ...known });
  };
  const help = "help" in described ? spoken(described.help) : null;
  const elsewhere = problems.filter(({ path }) => !fields.some(({ name }) => path.includes(name)));
  return (
    <Dialog title={title ?? spoken(described.label)} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {help && <p className="help">{help}</p>}
        <Fields fields={fields} value={value} problems={problems} choices={choices} onChange={setValue} />
        {elsewhere.map(({ message }) => (
          <Notice key={message} kind="ERROR">
            {message}
          </Notice>
        ))}
        {failure && <Notice kind="ERROR">{failure}</Notice>}
        <footer>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button primary type="submit" disabled={busy}>
            {t.common.send}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

interface Payload {
  readonly problems: readonly InputProblem[];
}

/** Runs one mutation by name and tells its problems; every payload has them. */
export function useStep(mutation: Mutation, onDone: () => void) {
  const client = useClient();
  const [problems, setProblems] = useState<readonly InputProblem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(newKey);
  const send = async (input: Readonly<Record<string, unknown>>): Promise<boolean> => {
    setBusy(true);
    const { problems: found, error } = await sendStep(client, mutation, input, key);
    setBusy(false);
    setProblems(found);
    setFailure(error ? messageOf(error) : null);
    const done = !error && found.length === 0;
    // Another attempt with other values is another deed.
    if (!error?.networkError) setKey(newKey());
    if (done) onDone();
    return done;
  };
  return { problems, failure, busy, send };
}

/** Sends one step; the key lets a retry do nothing twice. */
export async function sendStep(
  client: Client,
  mutation: Mutation,
  input: Readonly<Record<string, unknown>>,
  key = newKey(),
): Promise<{ readonly problems: readonly InputProblem[]; readonly error: CombinedError | undefined }> {
  const { data, error } = await client
    .mutation<{ answer: Payload }>(documentOf(mutation), { input: keyed(mutation, input, key) })
    .toPromise();
  return { problems: data?.answer.problems ?? [], error };
}

const keyed = (mutation: Mutation, input: Readonly<Record<string, unknown>>, key: string): object =>
  inputOf(MUTATIONS[mutation].input ?? "").some(({ name }) => name === "idempotencyKey")
    ? { ...input, idempotencyKey: key }
    : input;

const documentOf = (mutation: Mutation) => gql`
  mutation ($input: ${MUTATIONS[mutation].input}!) {
    answer: ${mutation}(input: $input) {
      problems {
        code
        message
        path
      }
      __typename
    }
  }
`;

/** Old browsers have no randomUUID outside HTTPS. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
