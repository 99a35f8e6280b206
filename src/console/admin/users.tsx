import { useState } from "react";
import { useAnswer } from "../ui/use-answer";
import { graphql, type ResultOf } from "../api";
import { PAGE_INFO } from "../fragments";
import { label, t } from "../texts";
import { Button, Page, Waiting } from "../ui/parts";
import { DataTable, Pager, type Window } from "../ui/table";
import { BulkRoles } from "./bulk-roles";
import { UsersImport } from "./csv-import";
import { useForm } from "./use-form";

const SIZE = 50;

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
            code
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

export function Users({ unit: under }: { readonly unit: string }) {
  const [window, setWindow] = useState<Window>({ first: SIZE });
  const [answer, ask] = useAnswer({ query: USERS, variables: { under, ...window } });
  const again = () => ask({ requestPolicy: "network-only" });
  const { form, open } = useForm(again);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [extra, setExtra] = useState<"roles" | "import" | null>(null);
  const users = answer.data?.users;
  const close = () => (setExtra(null), again());
  return (
    <Page
      title={t.admin.users}
      tools={
        <>
          <Button whyNot={chosen.size === 0 ? t.admin.chooseFirst : null} onClick={() => setExtra("roles")}>
            {t.admin.bulkRoles(chosen.size)}
          </Button>
          <Button onClick={() => setExtra("import")}>{t.admin.importFile}</Button>
          <Button primary onClick={() => open("createUser", {}, { unitCode: under })}>
            {t.admin.createUser}
          </Button>
        </>
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
              {
                key: "login",
                title: t.signIn.login,
                cell: ({ id, login }) => (
                  <Choice
                    name={login}
                    chosen={chosen.has(id)}
                    onChange={() => setChosen(toggled(chosen, id))}
                  />
                ),
              },
              { key: "name", title: t.common.person, cell: ({ displayName }) => displayName },
              { key: "unit", title: t.common.unit, cell: ({ unit }) => unit?.shortName },
              {
                key: "roles",
                title: t.admin.roles,
                cell: rolesOf,
              },
              { key: "state", title: t.work.state, cell: ({ disabled }) => disabled && t.admin.disabled },
              {
                key: "steps",
                title: t.record.steps,
                cell: (user) => <UserSteps {...{ user, open }} />,
              },
            ]}
          />
          <Pager count={users.totalCount} info={users.pageInfo} size={SIZE} onTurn={setWindow} />
        </>
      )}
      {form}
      {extra === "roles" && users && (
        <BulkRoles people={users.nodes.filter(({ id }) => chosen.has(id))} onClose={close} />
      )}
      {extra === "import" && <UsersImport onClose={close} />}
    </Page>
  );
}

type User = ResultOf<typeof USERS>["users"]["nodes"][number];

const rolesOf = ({ memberships }: User): string | undefined =>
  memberships?.map(({ role, unit }) => `${unit.shortName} ${label("Role", role)}`).join("、");

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

const Choice = ({
  name,
  chosen,
  onChange,
}: {
  readonly name: string;
  readonly chosen: boolean;
  readonly onChange: () => void;
}) => (
  <label>
    <input type="checkbox" aria-label={`${t.common.choose} ${name}`} checked={chosen} onChange={onChange} />{" "}
    {name}
  </label>
);

function UserSteps({
  user: { id, disabled, displayName },
  open,
}: {
  readonly user: User;
  readonly open: ReturnType<typeof useForm>["open"];
}) {
  return (
    <>
      <Button onClick={() => open("grantRole", { userId: id })}>{t.admin.grant}</Button>{" "}
      <Button onClick={() => open("revokeRole", { userId: id })}>{t.admin.revoke}</Button>{" "}
      <Button onClick={() => open("resetPassword", { userId: id })}>{t.admin.reset}</Button>{" "}
      <Button onClick={() => open("renameUser", { userId: id }, { displayName })}>{t.admin.rename}</Button>{" "}
      <Button onClick={() => open(disabled ? "enableUser" : "disableUser", { userId: id })}>
        {disabled ? t.admin.enable : t.admin.disable}
      </Button>
    </>
  );
}
