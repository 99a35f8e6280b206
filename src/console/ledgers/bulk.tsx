import { useEffect, useState } from "react";
import { type Client, useClient } from "urql";
import { graphql } from "../api";
import { STEP } from "../fragments";
import { MUTATIONS } from "../generated/mutations";
import { t } from "../texts";
import { Dialog } from "../ui/dialog";
import { inputOf } from "../ui/fields";
import { Button, messageOf } from "../ui/parts";
import { type Mutation, sendStep, StepForm } from "../ui/step-form";
import { DataTable } from "../ui/table";
import { ID_FIELD } from "./ledgers";

const STEPS = graphql(
  `
    query StepsOfRecord($id: ID!) {
      node(id: $id) {
        __typename
        ... on InformationRequest {
          id
          revision
          steps {
            ...Step
          }
        }
        ... on Disclosure {
          id
          revision
          steps {
            ...Step
          }
        }
        ... on Interpretation {
          id
          revision
          steps {
            ...Step
          }
        }
        ... on Remedy {
          id
          revision
          steps {
            ...Step
          }
        }
        ... on Proposal {
          id
          revision
          steps {
            ...Step
          }
        }
        ... on SuppliedCount {
          id
          revision
          steps {
            ...Step
          }
        }
      }
    }
  `,
  [STEP],
);

export interface Row {
  readonly id: string;
  readonly name: string;
  /** As the list had it. */
  readonly revision?: number;
}

interface Known extends Row {
  readonly type: string;
  readonly revision: number;
  readonly steps: readonly {
    readonly mutation: string;
    readonly name: string;
    readonly allowed: boolean;
    readonly whyNot: string | null;
  }[];
}

/** Whatever is typed must hold for every row: no words, numbers of documents or persons. */
const isForMany = (mutation: string): boolean => {
  const fields = inputOf(MUTATIONS[mutation as Mutation].input ?? "");
  const own = [...Object.values(ID_FIELD), "expectedRevision", "idempotencyKey"];
  const isOwn = ({ name }: (typeof fields)[number]) => own.includes(name);
  const isPlain = ({ type, list }: (typeof fields)[number]) =>
    !list && type !== "String" && inputOf(type).length === 0;
  return fields.every((field) => isOwn(field) || !field.required || isPlain(field));
};

const stepOf = ({ steps }: Known, mutation: string) => steps.find((step) => step.mutation === mutation);

/** One legal step to many records: what can be done to how many of them, then row by row what became of it. */
export function Bulk({ rows, onClose }: { readonly rows: readonly Row[]; readonly onClose: () => void }) {
  const known = useKnown(rows);
  const [chosen, choose] = useState<string | null>(null);
  const names = new Map(known?.flatMap(({ steps }) => steps.map(({ mutation, name }) => [mutation, name])));
  const steps = [...names].filter(([mutation]) => isForMany(mutation));
  if (known && chosen !== null)
    return <Doing {...{ known, onClose }} mutation={chosen as Mutation} name={names.get(chosen) ?? chosen} />;
  return (
    <Dialog title={t.ledger.bulk(rows.length)} onClose={onClose}>
      {!known && <p className="loading">{t.common.loading}</p>}
      {known && (
        <ul className="bulk">
          {steps.map(([mutation, name]) => {
            const can = known.filter((one) => stepOf(one, mutation)?.allowed).length;
            const why = known.map((one) => stepOf(one, mutation)?.whyNot).find(Boolean);
            return (
              <li key={mutation}>
                <Button
                  whyNot={can === 0 ? (why ?? t.ledger.bulkNone) : null}
                  onClick={() => choose(mutation)}
                >
                  {name}（{can}/{known.length}）
                </Button>{" "}
                {can === 0 && <small>{why}</small>}
              </li>
            );
          })}
        </ul>
      )}
    </Dialog>
  );
}

function useKnown(rows: readonly Row[]): readonly Known[] | null {
  const client = useClient();
  const [known, setKnown] = useState<readonly Known[] | null>(null);
  useEffect(() => {
    void Promise.all(rows.map((row) => knownOf(client, row))).then((all) =>
      setKnown(all.flatMap((one) => one ?? [])),
    );
  }, [client, rows]);
  return known;
}

async function knownOf(client: Client, row: Row): Promise<Known | null> {
  const { data } = await client.query(STEPS, { id: row.id }, { requestPolicy: "network-only" }).toPromise();
  const node = data?.node;
  if (!node || !("steps" in node)) return null;
  return { ...row, type: node.__typename, revision: node.revision, steps: node.steps };
}

interface Result {
  readonly row: Row;
  /** Why it was not done; "" where it was. */
  readonly fault: string;
}

function Doing({
  known,
  mutation,
  name,
  onClose,
}: {
  readonly known: readonly Known[];
  readonly mutation: Mutation;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const client = useClient();
  const [results, setResults] = useState<readonly Result[] | null>(null);
  const type = known[0]?.type as keyof typeof ID_FIELD;
  // One after the other: each is a deed of its own, and the next is done whatever became of the one before.
  const run = async (values: Readonly<Record<string, unknown>>) => {
    const done: Result[] = [];
    setResults(done);
    for (const row of known) {
      const step = stepOf(row, mutation);
      const input = { ...values, [ID_FIELD[type]]: row.id, expectedRevision: row.revision };
      const fault = step?.allowed
        ? await faultOf(client, mutation, input)
        : (step?.whyNot ?? t.ledger.bulkNone);
      done.push({ row, fault });
      setResults([...done]);
    }
  };
  if (!results)
    return (
      <StepForm
        mutation={mutation}
        title={`${name} · ${t.ledger.bulk(known.length)}`}
        given={{ [ID_FIELD[type]]: "", expectedRevision: 0 }}
        onValues={(values) => void run(values)}
        onDone={onClose}
        onClose={onClose}
      />
    );
  const ready = results.filter(({ fault }) => fault === "").length;
  return (
    <Dialog title={name} onClose={onClose}>
      <p role="status">{t.ledger.bulkDone(ready, results.length - ready, known.length)}</p>
      <DataTable
        caption={name}
        rows={results}
        keyOf={({ row }) => row.id}
        columns={[
          { key: "row", title: t.work.what, cell: ({ row }) => row.name },
          { key: "result", title: t.ledger.result, cell: ({ fault }) => fault || `✓ ${t.ledger.bulkOk}` },
        ]}
      />
    </Dialog>
  );
}

async function faultOf(
  client: Client,
  mutation: Mutation,
  input: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { problems, error } = await sendStep(client, mutation, input);
  return error ? messageOf(error) : problems.map(({ message }) => message).join("；");
}
