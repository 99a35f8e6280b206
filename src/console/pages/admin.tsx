import { useState } from "react";
import { useAnswer } from "../ui/use-answer";
import { graphql } from "../api";
import { PAGE_INFO } from "../fragments";
import { label, t } from "../texts";
import type { InputValue } from "../ui/fields";
import { Button, Notice, Page, Waiting } from "../ui/parts";
import { type Mutation, StepForm } from "../ui/step-form";
import { DataTable, Pager, type Window } from "../ui/table";

const SIZE = 50;

/** Users, units and settings of a tree; each change is a form of the API's own. */
export function Admin({ part, unit }: { readonly part: string; readonly unit: string }) {
  if (part === "users") return <Users under={unit} />;
  if (part === "units") return <Units under={unit} />;
  if (part === "settings") return <Settings unit={unit} />;
  return <Notice>{t.common.notFound}</Notice>;
}

interface OpenForm {
  readonly mutation: Mutation;
  readonly given: Readonly<Record<string, unknown>>;
  readonly initial?: InputValue;
}

/** The form that is open, and the list anew when it is done. */
function useForm(again: () => void) {
  const [open, setOpen] = useState<OpenForm | null>(null);
  const close = () => setOpen(null);
  const form = open && (
    <StepForm
      {...open}
      onClose={close}
      onDone={() => {
        close();
        again();
      }}
    />
  );
  return {
    form,
    open: (mutation: Mutation, given: OpenForm["given"], initial: InputValue = {}) =>
      setOpen({ mutation, given, initial }),
  };
}

const USERS = graphql(
  `
    query Users($under: String!, $first: Int, $after: String, $last: Int, $before: String) {
      users(under: $under, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageInfo
        }
        nodes {
          id
          login
          displayName
          disabled
          unit {
            id
            shortName
          }
          memberships {
            role
            unit {
              id
              code
              shortName
            }
          }
        }
      }
    }
  `,
  [PAGE_INFO],
);

function Users({ under }: { readonly under: string }) {
  const [window, setWindow] = useState<Window>({ first: SIZE });
  const [answer, ask] = useAnswer({ query: USERS, variables: { under, ...window } });
  const { form, open } = useForm(() => ask({ requestPolicy: "network-only" }));
  const users = answer.data?.users;
  return (
    <Page
      title={t.admin.users}
      tools={
        <Button primary onClick={() => open("createUser", {}, { unitCode: under })}>
          {t.admin.createUser}
        </Button>
      }
    >
      <Waiting answer={answer} />
      {users && (
        <>
          <DataTable
            caption={t.admin.users}
            rows={users.nodes}
            keyOf={({ id }) => id}
            columns={[
              { key: "login", title: t.signIn.login, cell: ({ login }) => login },
              { key: "name", title: t.common.person, cell: ({ displayName }) => displayName },
              { key: "unit", title: t.common.unit, cell: ({ unit }) => unit?.shortName },
              {
                key: "roles",
                title: t.admin.roles,
                cell: ({ memberships }) =>
                  memberships?.map(({ role, unit }) => `${unit.shortName} ${label("Role", role)}`).join("、"),
              },
              {
                key: "state",
                title: t.work.state,
                cell: ({ disabled }) => (disabled ? t.admin.disabled : ""),
              },
              {
                key: "steps",
                title: t.record.steps,
                cell: ({ id, disabled, displayName }) => (
                  <>
                    <Button onClick={() => open("grantRole", { userId: id })}>{t.admin.grant}</Button>{" "}
                    <Button onClick={() => open("revokeRole", { userId: id })}>{t.admin.revoke}</Button>{" "}
                    <Button onClick={() => open("resetPassword", { userId: id })}>{t.admin.reset}</Button>{" "}
                    <Button onClick={() => open("renameUser", { userId: id }, { displayName })}>
                      {t.admin.rename}
                    </Button>{" "}
                    <Button onClick={() => open(disabled ? "enableUser" : "disableUser", { userId: id })}>
                      {disabled ? t.admin.enable : t.admin.disable}
                    </Button>
                  </>
                ),
              },
            ]}
          />
          <Pager count={users.totalCount} info={users.pageInfo} size={SIZE} onTurn={setWindow} />
        </>
      )}
      {form}
    </Page>
  );
}

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

function Units({ under }: { readonly under: string }) {
  const [window, setWindow] = useState<Window>({ first: SIZE });
  const [answer, ask] = useAnswer({ query: UNITS, variables: { under, ...window } });
  const { form, open } = useForm(() => ask({ requestPolicy: "network-only" }));
  const units = answer.data?.units;
  return (
    <Page
      title={t.admin.units}
      tools={
        <Button primary onClick={() => open("createUnit", {}, { parentCode: under })}>
          {t.admin.createUnit}
        </Button>
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
                      <Button onClick={() => open("dissolveUnit", given)}>{t.admin.dissolve}</Button>
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
    </Page>
  );
}

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

const written = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

function Settings({ unit }: { readonly unit: string }) {
  const [answer, ask] = useAnswer({ query: SETTINGS, variables: { unit } });
  const { form, open } = useForm(() => ask({ requestPolicy: "network-only" }));
  const settings = answer.data?.unit?.settings;
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
            { key: "value", title: t.admin.value, cell: ({ value }) => written(value) },
            { key: "default", title: t.admin.default, cell: ({ defaultValue }) => written(defaultValue) },
            { key: "from", title: t.admin.from, cell: ({ setBy }) => setBy?.shortName ?? t.admin.default },
            { key: "basis", title: t.common.help, cell: ({ basis }) => basis },
            {
              key: "steps",
              title: t.record.steps,
              cell: ({ key, value }) => (
                <Button
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
