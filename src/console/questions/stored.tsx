import { type ReactNode, useEffect, useState } from "react";
import { useAnswer } from "../ui/use-answer";
import { Link } from "wouter";
import { readCsv } from "../../kernel/csv";
import { graphql, type ResultOf } from "../api";
import { AddToDashboard } from "../dashboards/add-to";
import { figure, label, t } from "../texts";
import { Downloads } from "../ui/downloads";
import { Button, Notice, Page, Waiting } from "../ui/parts";
import { StepForm } from "../ui/step-form";
import { type Column, DataTable } from "../ui/table";
import { setOf } from "./question";
import { Places, Text } from "./text";

const STORED = graphql(`
  query StoredQuestions {
    savedQueries(first: 100) {
      nodes {
        id
        name
        owner
        document
        variables
        revision
        visibility
        url
        problems
        unit {
          id
          shortName
        }
      }
    }
    libraryQueries {
      slug
      name
      description
      cost
      document
      variables
      url
    }
  }
`);

export type Stored = ResultOf<typeof STORED>["savedQueries"]["nodes"][number];

const useStored = () => useAnswer({ query: STORED, requestPolicy: "cache-and-network" });
export const questionAt = (name: string): string => `/questions/${encodeURIComponent(name)}`;

/** What one saved, what others share, and what ships with the product. */
export function StoredList() {
  const [answer, again] = useStored();
  const [removing, setRemoving] = useState<Stored | null>(null);
  const refresh = () => again({ requestPolicy: "network-only" });
  return (
    <>
      <Waiting answer={answer} retry={refresh} />
      <DataTable
        caption={t.question.saved}
        rows={answer.data?.savedQueries.nodes ?? []}
        keyOf={({ id }) => id}
        empty={t.question.noSaved}
        columns={[
          {
            key: "name",
            title: t.question.saved,
            cell: ({ id, name }) => <Link href={questionAt(id)}>{name}</Link>,
          },
          {
            key: "owner",
            title: t.question.owner,
            cell: ({ owner }) => (owner ? t.question.own : t.question.shared),
          },
          { key: "unit", title: t.common.unit, cell: ({ unit }) => unit.shortName },
          {
            key: "visibility",
            title: t.question.visibility,
            cell: ({ visibility }) => label("QueryVisibility", visibility),
          },
          {
            key: "remove",
            title: t.question.remove,
            cell: (one) => one.owner && <Button onClick={() => setRemoving(one)}>{t.question.remove}</Button>,
          },
        ]}
      />
      <h2>{t.question.library}</h2>
      <DataTable
        caption={t.question.library}
        rows={answer.data?.libraryQueries ?? []}
        keyOf={({ slug }) => slug}
        columns={[
          {
            key: "name",
            title: t.question.library,
            cell: ({ slug, name }) => <Link href={questionAt(`library.${slug}`)}>{name}</Link>,
          },
          { key: "description", title: t.question.description, cell: ({ description }) => description },
          { key: "cost", title: t.question.cost, number: true, cell: ({ cost }) => figure(cost) },
        ]}
      />
      {removing && (
        <StepForm
          mutation="deleteQuery"
          title={`${t.question.remove} · ${removing.name}`}
          given={{ queryId: removing.id, expectedRevision: removing.revision }}
          onDone={() => {
            setRemoving(null);
            refresh();
          }}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  );
}

/** One that is stored: in the builder if it is of the builder's kind, else as the table that its file is. */
export function StoredPage({
  name,
  builder,
}: {
  readonly name: string;
  readonly builder: (stored: Stored) => ReactNode;
}) {
  const [answer] = useStored();
  if (!answer.data) return <Waiting answer={answer} />;
  const { savedQueries, libraryQueries } = answer.data;
  const saved = savedQueries.nodes.find(({ id }) => id === name);
  if (saved && setOf(saved.document)) return builder(saved);
  const found = saved ?? libraryQueries.find(({ slug }) => `library.${slug}` === name);
  if (!found) return <Notice>{t.common.notFound}</Notice>;
  const { document, variables, url } = found;
  return (
    <Page
      title={found.name}
      tools={
        <>
          <Downloads document={document} variables={variables} />
          {saved && <AddToDashboard queryId={saved.id} />}
        </>
      }
    >
      <Places at="saved" />
      {"description" in found && <p>{found.description}</p>}
      {saved && saved.problems.length > 0 ? (
        <Notice kind="WARNING">
          {t.question.outgrown}：{saved.problems.join("；")}
        </Notice>
      ) : (
        <FileTable url={`${url}.csv`} />
      )}
      <Text document={document} variables={variables} />
    </Page>
  );
}

type Rows = readonly (readonly string[])[];

interface FileRow {
  readonly at: string;
  readonly cells: readonly string[];
}

/** The rows of a file, as the server laid them out. */
export function FileTable({ url }: { readonly url: string }) {
  const [rows, setRows] = useState<Rows | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    rowsAt(url).then(setRows, (error: unknown) => setFailure((error as Error).message));
  }, [url]);
  if (failure !== null) return <Notice kind="ERROR">{failure}</Notice>;
  if (!rows) return <p className="loading">{t.question.asking}</p>;
  const [head = [], ...body] = rows;
  const columns = head.map((title, i): Column<FileRow> => ({
    ...{ key: String(i), title },
    cell: ({ cells }) => cells[i] ?? "",
  }));
  return (
    <DataTable
      caption={t.question.answer}
      rows={body.map((cells, at) => ({ at: String(at), cells }))}
      keyOf={({ at }) => at}
      columns={columns}
      empty={t.question.empty}
    />
  );
}

interface Refusal {
  readonly errors: readonly { readonly message: string }[];
}

async function rowsAt(url: string): Promise<Rows> {
  const response = await fetch(url, { headers: { "x-gongkai-session": "1" } });
  const content = await response.text();
  if (!response.ok) throw new Error((JSON.parse(content) as Refusal).errors[0]?.message);
  const { rows } = readCsv(content);
  return (rows ?? []).map(({ cells }) => cells);
}
