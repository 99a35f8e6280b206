import { useState } from "react";
import { useAnswer } from "../ui/use-answer";
import { graphql } from "../api";
import { PAGE_INFO } from "../fragments";
import { label, t } from "../texts";
import { Button, Page, Waiting } from "../ui/parts";
import { DataTable, Pager, type Window } from "../ui/table";
import { UnitsImport } from "./csv-import";
import { useForm } from "./use-form";

const SIZE = 50;

const UNITS = graphql(
  `
    query AdminUnits($under: String!, $first: Int, $after: String, $last: Int, $before: String) {
      units(under: $under, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageInfo
        }
        nodes {
          id
          code
          name
          shortName
          kind
          revision
          filesReport
          dissolvedOn
          parent {
            id
            code
            shortName
          }
        }
      }
    }
  `,
  [PAGE_INFO],
);

export function Units({ unit: under }: { readonly unit: string }) {
  const [window, setWindow] = useState<Window>({ first: SIZE });
  const [answer, ask] = useAnswer({ query: UNITS, variables: { under, ...window } });
  const again = () => ask({ requestPolicy: "network-only" });
  const { form, open } = useForm(again);
  const [importing, setImporting] = useState(false);
  const units = answer.data?.units;
  return (
    <Page
      title={t.admin.units}
      tools={
        <>
          <Button onClick={() => setImporting(true)}>{t.admin.importFile}</Button>
          <Button primary onClick={() => open("createUnit", {}, { parentCode: under })}>
            {t.admin.createUnit}
          </Button>
        </>
      }
    >
      <Waiting answer={answer} />
      {units && (
        <>
          <DataTable
            caption={t.admin.units}
            rows={units.nodes}
            keyOf={({ id }) => id}
            columns={[
              { key: "name", title: t.common.unit, cell: ({ name }) => name },
              { key: "code", title: t.admin.code, cell: ({ code }) => code },
              { key: "kind", title: t.ledger.columns.kind, cell: ({ kind }) => label("UnitKind", kind) },
              { key: "parent", title: t.admin.parent, cell: ({ parent }) => parent?.shortName },
              {
                key: "files",
                title: t.admin.files,
                cell: ({ filesReport }) => (filesReport ? t.common.yes : t.common.no),
              },
              { key: "end", title: t.admin.dissolved, cell: ({ dissolvedOn }) => dissolvedOn },
              {
                key: "steps",
                title: t.record.steps,
                cell: ({ code, name, shortName, revision }) => {
                  const given = { code, unitCode: code, expectedRevision: revision };
                  return (
                    <>
                      <Button onClick={() => open("renameUnit", given, { name, shortName })}>
                        {t.admin.rename}
                      </Button>{" "}
                      <Button onClick={() => open("moveUnit", given)}>{t.admin.move}</Button>{" "}
                      <Button onClick={() => open("amendUnit", given)}>{t.admin.amend}</Button>{" "}
                      <Button onClick={() => open("dissolveUnit", given)}>{t.admin.dissolve}</Button>{" "}
                      <Button onClick={() => open("removeUnit", given)}>{t.admin.remove}</Button>
                    </>
                  );
                },
              },
            ]}
          />
          <Pager count={units.totalCount} info={units.pageInfo} size={SIZE} onTurn={setWindow} />
        </>
      )}
      {form}
      {importing && <UnitsImport onClose={() => (setImporting(false), again())} />}
    </Page>
  );
}
