import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../api";
import { LABELS } from "../generated/labels";
import { label, t } from "../texts";
import { Dialog } from "../ui/dialog";
import { Button, messageOf, Tag } from "../ui/parts";
import { DataTable } from "../ui/table";
import type { Role } from "../viewer";

const GRANT = graphql(`
  mutation GrantOne($input: GrantRoleInput!) {
    answer: grantRole(input: $input) {
      problems {
        message
      }
    }
  }
`);
const REVOKE = graphql(`
  mutation RevokeOne($input: RevokeRoleInput!) {
    answer: revokeRole(input: $input) {
      problems {
        message
      }
    }
  }
`);

interface Person {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly unit: { readonly code: string; readonly shortName: string } | null;
}

interface Outcome {
  readonly login: string;
  readonly refused: string | null;
}

/** One role for several people, one after another: what fails is told, and the others go on. */
export function BulkRoles({
  people,
  onClose,
}: {
  readonly people: readonly Person[];
  readonly onClose: () => void;
}) {
  const client = useClient();
  const [role, setRole] = useState<Role>("CLERK");
  const [unit, setUnit] = useState("");
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [busy, setBusy] = useState(false);
  const run = async (document: typeof GRANT | typeof REVOKE) => {
    setBusy(true);
    setOutcomes([]);
    for (const { id, login, unit: home } of people) {
      const input = { userId: id, unitCode: unit.trim() || (home?.code ?? ""), role };
      const { data, error } = await client.mutation(document, { input }).toPromise();
      const told = data?.answer.problems.map(({ message }) => message).join("；");
      setOutcomes((before) => [...before, { login, refused: error ? messageOf(error) : told || null }]);
    }
    setBusy(false);
  };
  return (
    <Dialog title={t.admin.bulkRoles(people.length)} onClose={onClose}>
      <p>
        {people.map(({ displayName, unit: home }) => `${displayName}（${home?.shortName ?? ""}）`).join("、")}
      </p>
      <div className="field">
        <label htmlFor="bulk-role">{t.admin.role}</label>
        <select id="bulk-role" value={role} onChange={({ target }) => setRole(target.value as Role)}>
          {(Object.keys(LABELS.Role) as Role[]).map((one) => (
            <option key={one} value={one}>
              {label("Role", one)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="bulk-unit">{t.admin.roleAt}</label>
        <input id="bulk-unit" value={unit} onChange={({ target }) => setUnit(target.value)} />
        <small>{t.admin.roleAtNote}</small>
      </div>
      <Outcomes outcomes={outcomes} />
      <footer>
        <Button disabled={busy} onClick={() => void run(REVOKE)}>
          {t.admin.revoke}
        </Button>
        <Button primary disabled={busy} onClick={() => void run(GRANT)}>
          {t.admin.grant}
        </Button>
      </footer>
    </Dialog>
  );
}

function Outcomes({ outcomes }: { readonly outcomes: readonly Outcome[] }) {
  if (outcomes.length === 0) return null;
  return (
    <DataTable
      caption={t.review.outcome}
      rows={outcomes}
      keyOf={({ login }) => login}
      columns={[
        { key: "login", title: t.signIn.login, cell: ({ login }) => login },
        {
          key: "told",
          title: t.review.outcome,
          cell: ({ refused }) => (
            <Tag kind={refused === null ? "PUBLISHED" : "ERROR"}>{refused ?? t.review.succeeded}</Tag>
          ),
        },
      ]}
    />
  );
}
