import { type FormEvent, useState } from "react";
import { useClient } from "urql";
import { graphql, type InputProblem, type ResultOf, type VariablesOf } from "../api";
import { LABELS } from "../generated/labels";
import { label, moment, t } from "../texts";
import { Dialog } from "../ui/dialog";
import { Button, messageOf, Notice, Page, Tag, Waiting } from "../ui/parts";
import { StepForm, useStep } from "../ui/step-form";
import { DataTable } from "../ui/table";
import { useAnswer } from "../ui/use-answer";

const WEBHOOKS = graphql(`
  query Webhooks($unit: String!) {
    unit(code: $unit) {
      id
      name
      webhooks {
        id
        url
        kinds
        createdAt
        deliveries {
          id
          kind
          state
          attempts
          answered
          failure
          createdAt
          nextAt
        }
      }
    }
  }
`);

type Webhook = NonNullable<NonNullable<ResultOf<typeof WEBHOOKS>["unit"]>["webhooks"]>[number];

/** 通知接口: the addresses of programs that are told what happens, and what became of each delivery. */
export function Webhooks({ unit }: { readonly unit: string }) {
  const [answer, ask] = useAnswer({ query: WEBHOOKS, variables: { unit } });
  const [adding, setAdding] = useState(false);
  const again = () => ask({ requestPolicy: "network-only" });
  const found = answer.data?.unit;
  const tools = found?.webhooks && (
    <>
      <Button onClick={again}>{t.webhooks.refresh}</Button>
      <Button primary onClick={() => setAdding(true)}>
        {t.webhooks.add}
      </Button>
    </>
  );
  return (
    <Page title={t.webhooks.title} about={found?.name} tools={tools}>
      <Waiting answer={answer} retry={again} />
      {answer.data && !found?.webhooks && <Notice>{t.common.notFound}</Notice>}
      {found?.webhooks?.length === 0 && <p className="empty">{t.webhooks.none}</p>}
      {found?.webhooks?.map((webhook) => (
        <Endpoint key={webhook.id} webhook={webhook} again={again} />
      ))}
      {adding && <Add unit={unit} onClose={() => (setAdding(false), again())} />}
    </Page>
  );
}

function Endpoint({ webhook, again }: { readonly webhook: Webhook; readonly again: () => void }) {
  const { id, url, kinds, deliveries } = webhook;
  const [removing, setRemoving] = useState(false);
  const test = useStep("testWebhook", again);
  const replay = useStep("replayDelivery", again);
  const failure = test.failure ?? replay.failure;
  return (
    <section className="card" aria-label={url}>
      <h2>{url}</h2>
      <p>{kinds.map((kind) => label("WebhookEvent", kind)).join("；")}</p>
      <p>
        <Button disabled={test.busy} onClick={() => void test.send({ webhookId: id })}>
          {t.webhooks.test}
        </Button>{" "}
        <Button onClick={() => setRemoving(true)}>{t.common.remove}</Button>
      </p>
      {failure && <Notice kind="ERROR">{failure}</Notice>}
      <DataTable
        caption={t.webhooks.deliveries}
        rows={deliveries}
        keyOf={(delivery) => delivery.id}
        empty={t.webhooks.noDeliveries}
        columns={[
          { key: "at", title: t.webhooks.at, cell: ({ createdAt }) => moment(createdAt) },
          { key: "kind", title: t.webhooks.event, cell: ({ kind }) => named(kind) },
          { key: "state", title: t.work.state, cell: ({ state }) => <State state={state} /> },
          { key: "attempts", title: t.webhooks.attempts, cell: ({ attempts }) => attempts },
          { key: "answer", title: t.webhooks.answer, cell: ({ answered, failure: why }) => answered ?? why },
          { key: "next", title: t.webhooks.next, cell: ({ nextAt }) => moment(nextAt) },
          {
            key: "steps",
            title: t.record.steps,
            cell: (delivery) => (
              <Button disabled={replay.busy} onClick={() => void replay.send({ deliveryId: delivery.id })}>
                {t.webhooks.replay}
              </Button>
            ),
          },
        ]}
      />
      {removing && (
        <StepForm
          mutation="removeWebhook"
          given={{ webhookId: id }}
          onClose={() => setRemoving(false)}
          onDone={() => (setRemoving(false), again())}
        />
      )}
    </section>
  );
}

const named = (kind: string): string => (kind === "TEST" ? t.webhooks.test : label("WebhookEvent", kind));

const KINDS = { PENDING: "WARNING", DELIVERED: "PUBLISHED", GIVEN_UP: "ERROR" } as const;

const State = ({ state }: { readonly state: keyof typeof KINDS }) => (
  <Tag kind={KINDS[state]}>{label("WebhookDeliveryState", state)}</Tag>
);

const ADD = graphql(`
  mutation AddWebhook($input: AddWebhookInput!) {
    addWebhook(input: $input) {
      secret
      problems {
        code
        message
        path
      }
    }
  }
`);

type Kind = VariablesOf<typeof ADD>["input"]["kinds"][number];
const ALL = Object.keys(LABELS.WebhookEvent) as Kind[];

/** The one form whose answer has to be copied: the key of the signatures is shown this once. */
function Add({ unit, onClose }: { readonly unit: string; readonly onClose: () => void }) {
  const client = useClient();
  const [url, setUrl] = useState("https://");
  const [kinds, setKinds] = useState<readonly Kind[]>(["REPORT_RETURNED", "REPORT_PUBLISHED", "REQUEST_DUE"]);
  const [problems, setProblems] = useState<readonly InputProblem[]>([]);
  const [secret, setSecret] = useState<string | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const { data, error } = await client
      .mutation(ADD, { input: { unitCode: unit, url, kinds: [...kinds] } })
      .toPromise();
    setProblems(
      error ? [{ code: "", message: messageOf(error), path: [] }] : (data?.addWebhook.problems ?? []),
    );
    setSecret(data?.addWebhook.secret ?? null);
  };
  const choose = (kind: Kind, chosen: boolean) =>
    setKinds(chosen ? [...kinds, kind] : kinds.filter((one) => one !== kind));
  if (secret !== null)
    return (
      <Dialog title={t.webhooks.secret} onClose={onClose}>
        <p>{t.webhooks.secretOnce}</p>
        <p>
          <code>{secret}</code>
        </p>
        <footer>
          <Button primary onClick={onClose}>
            {t.common.close}
          </Button>
        </footer>
      </Dialog>
    );
  return (
    <Dialog title={t.webhooks.add} onClose={onClose}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <label>
          {t.webhooks.url}{" "}
          <input type="url" value={url} onChange={({ target }) => setUrl(target.value)} autoComplete="off" />
        </label>
        <fieldset>
          <legend>{t.webhooks.events}</legend>
          {ALL.map((kind) => (
            <label key={kind}>
              <input
                type="checkbox"
                checked={kinds.includes(kind)}
                onChange={({ target }) => choose(kind, target.checked)}
              />{" "}
              {label("WebhookEvent", kind)}
            </label>
          ))}
        </fieldset>
        {problems.map(({ message }) => (
          <Notice key={message} kind="ERROR">
            {message}
          </Notice>
        ))}
        <footer>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button primary type="submit">
            {t.common.send}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
