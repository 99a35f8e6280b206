import { useState } from "react";
import { useChanged } from "../live/live";
import { useAnswer } from "../ui/use-answer";
import { graphql } from "../api";
import { t } from "../texts";
import { Downloads } from "../ui/downloads";
import { Button, Notice, Page, Waiting } from "../ui/parts";
import { type Mutation, StepForm } from "../ui/step-form";
import { Pager, type Window } from "../ui/table";
import { reportingYear } from "../viewer";
import { Bulk, type Row as Chosen } from "./bulk";
import { LEDGERS } from "./ledgers";
import { Rows } from "./rows";
import { TableImport } from "./table-import";

const SIZE = 50;

const UNIT = graphql(`
  query LedgerUnit($code: String!) {
    unit(code: $code) {
      id
      code
      name
    }
  }
`);

/** One ledger of a unit: find, narrow, enter, fill by a table, open. */
export function Ledger({ ledger, unit }: { readonly ledger: string; readonly unit: string }) {
  const page = LEDGERS[ledger];
  const [{ data }] = useAnswer({ query: UNIT, variables: { code: unit } });
  if (!page) return <Notice>{t.common.notFound}</Notice>;
  const title = t.nav[ledger as "requests"];
  return <LedgerList {...{ page, ledger, unit, title }} unitName={data?.unit?.name ?? unit} />;
}

/** What a ledger's changes are about. */
const SUBJECTS: Readonly<Record<string, string>> = {
  requests: "INFORMATION_REQUEST",
  disclosures: "DISCLOSURE",
  interpretations: "INTERPRETATION",
  remedies: "REMEDY",
  proposals: "PROPOSAL",
  supplies: "SUPPLIED_COUNT",
};

type Open = Mutation | "import" | "bulk" | null;

/** The list as a file: the server lays it out by its own columns, page by page. */
const fileOf = ({ listed: { field, filter, order } }: (typeof LEDGERS)[string]): string =>
  `query ($unit: String!, $orderBy: ${order}${filter ? `, $filter: ${filter}` : ""}) {
  unit(code: $unit) { ${field}(orderBy: $orderBy${filter ? ", filter: $filter" : ""}) { nodes { id } } }
}`;

function LedgerList({
  page,
  ledger,
  unit,
  title,
  unitName,
}: {
  readonly page: (typeof LEDGERS)[string];
  readonly ledger: string;
  readonly unit: string;
  readonly title: string;
  readonly unitName: string;
}) {
  const [text, setText] = useState("");
  const [only, setOnly] = useState<readonly string[]>([]);
  const [window, setWindow] = useState<Window>({ first: SIZE });
  const [open, setOpen] = useState<Open>(null);
  const filter = filterOf(page, only, text.trim());
  const [order, setOrder] = useState<string | undefined>(undefined);
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const asked = { unit, ...(page.listed.filter && { filter }), orderBy: order };
  const [answer, ask] = useAnswer<unknown, Record<string, unknown>>({
    query: page.list,
    variables: { ...asked, ...window },
  });
  const again = () => ask({ requestPolicy: "network-only" });
  useChanged((change) => change.unit?.code === unit && change.subject.type === SUBJECTS[ledger], again);
  const list = answer.data ? page.rows(answer.data) : undefined;
  return (
    <Page
      title={title}
      about={unitName}
      tools={list && <Tools {...{ page, ledger, asked }} count={chosen.length} onOpen={setOpen} />}
    >
      <Filters
        page={page}
        text={text}
        only={only}
        onChange={(changed) => {
          setWindow({ first: SIZE });
          setText(changed.text);
          setOnly(changed.only);
        }}
      />
      <Waiting answer={answer} retry={again} />
      {answer.data !== undefined && !list && <Notice>{t.common.notFound}</Notice>}
      {list && (
        <>
          <Rows
            {...{ page, title, order, chosen }}
            rows={list.nodes}
            base={`/ledgers/${ledger}/${unit}`}
            onOrder={(next) => (setWindow({ first: SIZE }), setOrder(next))}
            onChoose={setChosen}
          />
          <Pager count={list.totalCount} info={list.pageInfo} size={SIZE} onTurn={setWindow} />
        </>
      )}
      <OpenWindow
        {...{ page, unit, open, chosen }}
        onClose={() => setOpen(null)}
        onDone={() => (setOpen(null), setChosen([]), again())}
      />
    </Page>
  );
}

const filterOf = (page: (typeof LEDGERS)[string], only: readonly string[], text: string): object =>
  Object.assign({}, ...only.map((name) => page.only[name]), text && { text }) as object;

/** The form of a step, of one step for many rows, or the import. */
function OpenWindow({
  page,
  unit,
  open,
  chosen,
  onClose,
  onDone,
}: {
  readonly page: (typeof LEDGERS)[string];
  readonly unit: string;
  readonly open: Open;
  readonly chosen: readonly Chosen[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  if (open === null) return null;
  if (open === "bulk") return <Bulk rows={chosen} onClose={onDone} />;
  if (open === "import") return page.table && <TableImport unit={unit} {...page.table} onClose={onDone} />;
  return (
    <StepForm
      mutation={open}
      given={{ unitCode: unit, disclosures: chosen.map(atRevision) }}
      initial={page.none && open !== page.create ? { year: String(reportingYear()) } : {}}
      {...{ onClose, onDone }}
    />
  );
}

/** As mutations of several records take each: at the revision that was seen. */
const atRevision = ({ id, revision = 0 }: Chosen) => ({ disclosureId: id, expectedRevision: revision });

/** What can be entered or done here, for one record or for several. */
function Tools({
  page,
  ledger,
  asked,
  count,
  onOpen,
}: {
  readonly page: (typeof LEDGERS)[string];
  readonly ledger: string;
  /** Variables of the list without its page. */
  readonly asked: object;
  readonly count: number;
  readonly onOpen: (open: Open) => void;
}) {
  return (
    <>
      <Downloads document={fileOf(page)} variables={asked} />
      {page.together?.map((mutation) => (
        <Button
          key={mutation}
          whyNot={count === 0 ? t.ledger.chooseFirst : null}
          onClick={() => onOpen(mutation)}
        >
          {t.ledger.together[mutation as "publishDisclosures"](count)}
        </Button>
      ))}
      <Button whyNot={count === 0 ? t.ledger.chooseFirst : null} onClick={() => onOpen("bulk")}>
        {t.ledger.bulk(count)}
      </Button>
      {page.none &&
        (["stateNone", "withdrawNone"] as const).map((mutation) => (
          <Button key={mutation} onClick={() => onOpen(mutation)}>
            {t.ledger[mutation]}
          </Button>
        ))}
      {page.table && <Button onClick={() => onOpen("import")}>{t.ledger.importFile}</Button>}
      <Button primary onClick={() => onOpen(page.create)}>
        {t.ledger.create[ledger as "requests"]}
      </Button>
    </>
  );
}

function Filters({
  page,
  text,
  only,
  onChange,
}: {
  readonly page: (typeof LEDGERS)[string];
  readonly text: string;
  readonly only: readonly string[];
  readonly onChange: (changed: { text: string; only: readonly string[] }) => void;
}) {
  return (
    <div className="filters">
      {page.searched && (
        <input
          type="search"
          aria-label={t.ledger.find}
          placeholder={t.ledger.find}
          value={text}
          onChange={(event) => onChange({ only, text: event.target.value })}
        />
      )}
      {Object.keys(page.only).map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={only.includes(name)}
            onChange={({ target }) =>
              onChange({
                text,
                only: target.checked ? [...only, name] : only.filter((other) => other !== name),
              })
            }
          />{" "}
          {t.ledger.only}
          {name}
        </label>
      ))}
    </div>
  );
}
