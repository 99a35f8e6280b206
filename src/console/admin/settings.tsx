import { useAnswer } from "../ui/use-answer";
import { graphql } from "../api";
import { t } from "../texts";
import { Button, Page, Waiting } from "../ui/parts";
import { DataTable } from "../ui/table";
import { placesOf, useViewer } from "../viewer";
import { useForm } from "./use-form";

export const CALENDAR = "calendar.days";

const SETTINGS = graphql(`
  query Settings($unit: String!) {
    unit(code: $unit) {
      id
      settings {
        key
        title
        basis
        value
        defaultValue
        setBy {
          id
          shortName
        }
      }
    }
  }
`);

/** As changeSetting takes it. */
const written = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

function Value({ value }: { readonly value: unknown }) {
  if (value === null) return <span className="help">{t.common.blank}</span>;
  return typeof value === "boolean" ? (value ? t.common.yes : t.common.no) : written(value);
}

export function Settings({ unit }: { readonly unit: string }) {
  const [answer, ask] = useAnswer({ query: SETTINGS, variables: { unit } });
  const { form, open } = useForm(() => ask({ requestPolicy: "network-only" }));
  const may = placesOf(useViewer(), "OFFICER").length > 0;
  // The days of the calendar are a page of their own.
  const settings = answer.data?.unit?.settings.filter(({ key }) => key !== CALENDAR);
  return (
    <Page title={t.admin.settings}>
      <Waiting answer={answer} />
      {settings && (
        <DataTable
          caption={t.admin.settings}
          rows={settings}
          keyOf={({ key }) => key}
          columns={[
            { key: "title", title: t.admin.settings, cell: ({ title }) => title },
            { key: "value", title: t.admin.value, cell: ({ value }) => <Value value={value} /> },
            {
              key: "default",
              title: t.admin.default,
              cell: ({ defaultValue }) => <Value value={defaultValue} />,
            },
            { key: "from", title: t.admin.from, cell: ({ setBy }) => setBy?.shortName ?? t.admin.default },
            { key: "basis", title: t.common.help, cell: ({ basis }) => basis },
            {
              key: "steps",
              title: t.record.steps,
              cell: ({ key, value }) => (
                <Button
                  whyNot={may ? null : t.admin.officersOnly}
                  onClick={() => open("changeSetting", { unitCode: unit, key }, { value: written(value) })}
                >
                  {t.admin.change}
                </Button>
              ),
            },
          ]}
        />
      )}
      {form}
    </Page>
  );
}
