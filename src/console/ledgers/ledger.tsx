import { useState } from "react";
import { useChanged } from "../live/live";
import { useAnswer } from "../ui/use-answer";
import { Link } from "wouter";
import { graphql } from "../api";
import { t } from "../texts";
import { Button, Notice, Page, Waiting } from "../ui/parts";
import { type Mutation, StepForm } from "../ui/step-form";
import { DataTable, Pager, type Window } from "../ui/table";
import { LEDGERS } from "./ledgers";
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

type Open = "create" | "import" | null;

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
  const [answer, ask] = useAnswer<unknown, Record<string, unknown>>({
    query: page.list,
    variables: { unit, filter, ...window },
  });
  const again = () => ask({ requestPolicy: "network-only" });
  useChanged((change) => change.unit?.code === unit && change.subject.type === SUBJECTS[ledger], again);
  const list = answer.data ? page.rows(answer.data) : undefined;
  const tools = (
    <>
      {page.table && <Button onClick={() => setOpen("import")}>{t.ledger.importFile}</Button>}
      <Button primary onClick={() => setOpen("create")}>
        {t.ledger.create[ledger as "requests"]}
      </Button>
    </>
  );
  return (
    <Page title={title} about={unitName} tools={list && tools}>
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
          <Rows page={page} rows={list.nodes} title={title} base={`/ledgers/${ledger}/${unit}`} />
          <Pager count={list.totalCount} info={list.pageInfo} size={SIZE} onTurn={setWindow} />
        </>
      )}
      {open === "create" && (
        <Create
          mutation={page.create}
          unit={unit}
          onClose={() => setOpen(null)}
          onDone={() => (setOpen(null), again())}
        />
      )}
      {open === "import" && page.table && (
        <TableImport unit={unit} {...page.table} onClose={() => (setOpen(null), again())} />
      )}
    </Page>
  );
}

const filterOf = (page: (typeof LEDGERS)[string], only: readonly string[], text: string): object =>
  Object.assign({}, ...only.map((name) => page.only[name]), text && { text }) as object;

/** The first column leads to the record. */
function Rows({
  page,
  rows,
  title,
  base,
}: {
  readonly page: (typeof LEDGERS)[string];
  readonly rows: readonly { readonly id: string }[];
  readonly title: string;
  readonly base: string;
}) {
  const [first, ...others] = page.columns;
  return (
    <DataTable
      caption={title}
      rows={rows}
      keyOf={({ id }) => id}
      empty={t.ledger.empty}
      columns={[
        ...(first
          ? [
              {
                key: first[0],
                title: first[0],
                cell: (row: { readonly id: string }) => (
                  <Link href={`${base}/${encodeURIComponent(row.id)}`}>{first[1](row)}</Link>
                ),
              },
            ]
          : []),
        ...others.map(([name, cell]) => ({ key: name, title: name, cell })),
      ]}
    />
  );
}

const Create = ({
  mutation,
  unit,
  onClose,
  onDone,
}: {
  readonly mutation: Mutation;
  readonly unit: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) => <StepForm mutation={mutation} given={{ unitCode: unit }} onClose={onClose} onDone={onDone} />;

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
