import { useState } from "react";
import { useAnswer } from "../ui/use-answer";
import { graphql, type ResultOf } from "../api";
import { t } from "../texts";
import { TableImport } from "../ledgers/table-import";
import { Button, Notice, Page, Waiting } from "../ui/parts";
import { DataTable } from "../ui/table";
import { useForm } from "./use-form";

const CATALOGUE = graphql(`
  query Catalogue($unit: String!) {
    unit(code: $unit) {
      id
      name
      disclosureCatalogue {
        id
        category
        title
        article
        synonyms
        retiredOn
        revision
      }
    }
  }
`);

type Item = NonNullable<NonNullable<ResultOf<typeof CATALOGUE>["unit"]>["disclosureCatalogue"]>[number];

/** 主动公开目录: what the unit discloses of its own accord, by category. */
export function Catalogue({ unit }: { readonly unit: string }) {
  const [answer, ask] = useAnswer({ query: CATALOGUE, variables: { unit } });
  const again = () => ask({ requestPolicy: "network-only" });
  const { form, open } = useForm(again);
  const [importing, setImporting] = useState(false);
  const found = answer.data?.unit;
  if (!answer.data) return <Waiting answer={answer} />;
  if (!found) return <Notice>{t.common.notFound}</Notice>;
  return (
    <Page
      title={t.nav.catalogue}
      about={found.name}
      tools={
        <>
          <Button onClick={() => setImporting(true)}>{t.ledger.importFile}</Button>
          <Button
            primary
            onClick={() =>
              open("saveCatalogueItem", { unitCode: unit, itemId: null, expectedRevision: null })
            }
          >
            {t.admin.newItem}
          </Button>
        </>
      }
    >
      <DataTable
        caption={t.nav.catalogue}
        rows={found.disclosureCatalogue ?? []}
        keyOf={({ id }) => id}
        columns={[
          { key: "title", title: t.admin.item, cell: ({ title }) => title },
          { key: "category", title: t.ledger.columns.category, cell: ({ category }) => category },
          { key: "article", title: t.admin.article, cell: ({ article }) => article },
          { key: "synonyms", title: t.admin.synonyms, cell: ({ synonyms }) => synonyms.join("、") },
          { key: "retired", title: t.admin.retired, cell: ({ retiredOn }) => retiredOn },
          {
            key: "steps",
            title: t.record.steps,
            cell: (item) => item.retiredOn === null && <ItemSteps {...{ item, unit, open }} />,
          },
        ]}
      />
      {form}
      {importing && (
        <TableImport
          {...{ unit, kind: "CATALOGUE", template: "catalogue" }}
          onClose={() => (setImporting(false), again())}
        />
      )}
    </Page>
  );
}

function ItemSteps({
  item: { id, revision, category, title, article, synonyms },
  unit,
  open,
}: {
  readonly item: Item;
  readonly unit: string;
  readonly open: ReturnType<typeof useForm>["open"];
}) {
  const given = { itemId: id, expectedRevision: revision, unitCode: unit };
  const initial = { category, title, article, synonyms: [...synonyms] };
  return (
    <>
      <Button onClick={() => open("saveCatalogueItem", given, initial)}>{t.admin.change}</Button>{" "}
      <Button onClick={() => open("retireCatalogueItem", given)}>{t.admin.retire}</Button>
    </>
  );
}
