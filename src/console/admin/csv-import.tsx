import { type ReactNode, useState } from "react";
import { useClient } from "urql";
import { graphql, type ResultOf } from "../api";
import { label, t } from "../texts";
import { Dialog } from "../ui/dialog";
import { Button, messageOf, Notice } from "../ui/parts";
import { type Column, DataTable } from "../ui/table";

const USERS = graphql(`
  mutation ImportUsers($csv: String!, $preview: Boolean!) {
    importUsers(input: { csv: $csv, preview: $preview }) {
      users {
        row
        login
        displayName
        unitCode
        roles
        password
      }
      problems {
        message
        path
      }
    }
  }
`);

const UNITS = graphql(`
  mutation ImportUnits($csv: String!, $preview: Boolean!) {
    importUnits(input: { csv: $csv, preview: $preview }) {
      done
      problems {
        message
        path
      }
      rowProblems {
        row
        column
        message
      }
      rows {
        row
        action
        code
        name
      }
    }
  }
`);

interface Fault {
  readonly row: string;
  readonly message: string;
}
interface Checked<Row> {
  readonly faults: readonly Fault[];
  readonly rows: readonly Row[];
}

type NewUser = NonNullable<ResultOf<typeof USERS>["importUsers"]["users"]>[number];
type NewUnit = ResultOf<typeof UNITS>["importUnits"]["rows"][number];

/** New accounts from a table; first passwords that were made up are shown once. */
export function UsersImport({ onClose }: { readonly onClose: () => void }) {
  const client = useClient();
  const check = async (csv: string, preview: boolean): Promise<Checked<NewUser>> => {
    const { data, error } = await client.mutation(USERS, { csv, preview }).toPromise();
    if (!data) throw new Error(error ? messageOf(error) : t.common.unexpected);
    const { users, problems } = data.importUsers;
    const faults = problems.map(({ message, path }) => ({ row: path.slice(2).join(" "), message }));
    return { faults, rows: users ?? [] };
  };
  return (
    <CsvImport
      title={t.admin.importUsers}
      note={t.admin.importUsersNote}
      {...{ check, onClose }}
      columns={[
        { key: "login", title: t.signIn.login, cell: ({ login }) => login },
        { key: "name", title: t.common.person, cell: ({ displayName }) => displayName },
        { key: "unit", title: t.common.unit, cell: ({ unitCode }) => unitCode },
        {
          key: "roles",
          title: t.admin.roles,
          cell: ({ roles }) => roles.map((role) => label("Role", role)).join("、"),
        },
        { key: "password", title: t.admin.firstPassword, cell: ({ password }) => password },
      ]}
    />
  );
}

/** New units from a table. */
export function UnitsImport({ onClose }: { readonly onClose: () => void }) {
  const client = useClient();
  const check = async (csv: string, preview: boolean): Promise<Checked<NewUnit>> => {
    const { data, error } = await client.mutation(UNITS, { csv, preview }).toPromise();
    if (!data) throw new Error(error ? messageOf(error) : t.common.unexpected);
    const { rows, rowProblems, problems } = data.importUnits;
    const faults = [
      ...problems.map(({ message }) => ({ row: "", message })),
      ...rowProblems.map(({ row, column, message }) => ({ row: `${row} ${column ?? ""}`, message })),
    ];
    return { faults, rows };
  };
  return (
    <CsvImport
      title={t.admin.importUnits}
      note={t.admin.importUnitsNote}
      {...{ check, onClose }}
      columns={[
        { key: "name", title: t.common.unit, cell: ({ name }) => name },
        { key: "code", title: t.admin.code, cell: ({ code }) => code },
        { key: "action", title: t.record.steps, cell: ({ action }) => label("ImportedAction", action) },
      ]}
    />
  );
}

/** Look first, then all rows or none. */
function CsvImport<Row extends { readonly row: number }>({
  title,
  note,
  columns,
  check,
  onClose,
}: {
  readonly title: string;
  readonly note: ReactNode;
  readonly columns: readonly Column<Row>[];
  readonly check: (csv: string, preview: boolean) => Promise<Checked<Row>>;
  readonly onClose: () => void;
}) {
  const [csv, setCsv] = useState("");
  const [checked, setChecked] = useState<Checked<Row> | null>(null);
  const [done, setDone] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const run = async (text: string, preview: boolean) => {
    setFailure(null);
    try {
      const found = await check(text, preview);
      setChecked(found);
      setDone(!preview && found.faults.length === 0);
    } catch (error) {
      setFailure((error as Error).message);
    }
  };
  const choose = async (file: File) => {
    const text = await file.text();
    setCsv(text);
    await run(text, true);
  };
  const ready = checked !== null && checked.faults.length === 0 && checked.rows.length > 0 && !done;
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="help">{note}</p>
      <div className="field">
        <label htmlFor="csv-file">{t.admin.chooseCsv}</label>
        <input
          id="csv-file"
          type="file"
          accept=".csv,text/csv"
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) void choose(file);
          }}
        />
      </div>
      {failure !== null && <Notice kind="ERROR">{failure}</Notice>}
      {done && <Notice>{t.ledger.preview.applied(checked?.rows.length ?? 0)}</Notice>}
      {checked && checked.faults.length > 0 && <Faults faults={checked.faults} />}
      {checked && checked.rows.length > 0 && (
        <DataTable caption={title} rows={checked.rows} keyOf={({ row }) => String(row)} columns={columns} />
      )}
      <footer>
        <Button onClick={onClose}>{t.common.close}</Button>
        <Button primary disabled={!ready} onClick={() => void run(csv, false)}>
          {t.ledger.preview.apply}
        </Button>
      </footer>
    </Dialog>
  );
}

const Faults = ({ faults }: { readonly faults: readonly Fault[] }) => (
  <Notice kind="ERROR">
    {t.ledger.preview.problems(faults.length)}
    <ul>
      {faults.map(({ row, message }) => (
        <li key={row + message}>
          {row} {message}
        </li>
      ))}
    </ul>
  </Notice>
);
