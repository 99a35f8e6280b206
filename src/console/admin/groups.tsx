import { useState } from "react";
import { useAnswer } from "../ui/use-answer";
import { graphql, type ResultOf } from "../api";
import { label, t } from "../texts";
import { Dialog } from "../ui/dialog";
import { Button, Notice, Page, Waiting } from "../ui/parts";
import { useStep } from "../ui/step-form";
import { DataTable } from "../ui/table";
import { reportingYear } from "../viewer";
import { useForm } from "./use-form";

const GROUPS = graphql(`
  query PeerGroups($unit: String!, $year: Int!) {
    unit(code: $unit) {
      id
      peerGroups {
        id
        name
        revision
        units {
          id
          code
          shortName
        }
      }
    }
    filingBoard(under: $unit, year: $year) {
      filings {
        unit {
          id
          code
          shortName
          kind
        }
      }
    }
  }
`);

type Group = NonNullable<NonNullable<ResultOf<typeof GROUPS>["unit"]>["peerGroups"]>[number];
type Unit = ResultOf<typeof GROUPS>["filingBoard"]["filings"][number]["unit"];

/** Units below a government that are compared under a name. */
export function Groups({ unit }: { readonly unit: string }) {
  const [answer, ask] = useAnswer({ query: GROUPS, variables: { unit, year: reportingYear() } });
  const again = () => ask({ requestPolicy: "network-only" });
  const { form, open } = useForm(again);
  const [edited, setEdited] = useState<Group | "new" | null>(null);
  const groups = answer.data?.unit?.peerGroups;
  return (
    <Page
      title={t.nav.groups}
      tools={
        <Button primary onClick={() => setEdited("new")}>
          {t.admin.newGroup}
        </Button>
      }
    >
      <Waiting answer={answer} />
      <DataTable
        caption={t.nav.groups}
        rows={groups ?? []}
        keyOf={({ id }) => id}
        empty={answer.data ? t.admin.noGroups : null}
        columns={[
          { key: "name", title: t.nav.groups, cell: ({ name }) => name },
          {
            key: "units",
            title: t.nav.units,
            cell: ({ units }) => units.map(({ shortName }) => shortName).join("、"),
          },
          {
            key: "steps",
            title: t.record.steps,
            cell: (group) => (
              <>
                <Button onClick={() => setEdited(group)}>{t.admin.change}</Button>{" "}
                <Button
                  onClick={() =>
                    open("deletePeerGroup", { groupId: group.id, expectedRevision: group.revision })
                  }
                >
                  {t.question.remove}
                </Button>
              </>
            ),
          },
        ]}
      />
      {form}
      {edited !== null && answer.data && (
        <GroupForm
          unit={unit}
          group={edited === "new" ? null : edited}
          units={answer.data.filingBoard.filings
            .map((filing) => filing.unit)
            .filter(({ code }) => code !== unit)}
          onClose={() => setEdited(null)}
          onDone={() => (setEdited(null), again())}
        />
      )}
    </Page>
  );
}

function GroupForm({
  unit,
  group,
  units,
  onClose,
  onDone,
}: {
  readonly unit: string;
  readonly group: Group | null;
  readonly units: readonly Unit[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const [name, setName] = useState(group?.name ?? "");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(group?.units.map(({ code }) => code) ?? []),
  );
  const { problems, failure, busy, send } = useStep("savePeerGroup", onDone);
  const kinds = [...new Set(units.map(({ kind }) => kind))];
  const save = () =>
    void send({
      ...{ unitCode: unit, name, units: [...chosen] },
      ...(group && { groupId: group.id, expectedRevision: group.revision }),
    });
  return (
    <Dialog title={group ? `${t.admin.change} · ${group.name}` : t.admin.newGroup} onClose={onClose}>
      <div className="field">
        <label htmlFor="group-name">{t.question.name}</label>
        <input id="group-name" value={name} onChange={({ target }) => setName(target.value)} />
      </div>
      {kinds.map((kind) => (
        <fieldset key={kind} className="choices">
          <legend>{label("UnitKind", kind)}</legend>
          {units
            .filter((one) => one.kind === kind)
            .map(({ code, shortName }) => (
              <label key={code}>
                <input
                  type="checkbox"
                  checked={chosen.has(code)}
                  onChange={() => {
                    const next = new Set(chosen);
                    if (!next.delete(code)) next.add(code);
                    setChosen(next);
                  }}
                />{" "}
                {shortName}
              </label>
            ))}
        </fieldset>
      ))}
      {[...problems.map(({ message }) => message), failure].map(
        (fault) =>
          fault && (
            <Notice key={fault} kind="ERROR">
              {fault}
            </Notice>
          ),
      )}
      <footer>
        <Button onClick={onClose}>{t.common.cancel}</Button>
        <Button primary disabled={busy} onClick={save}>
          {t.report.save}
        </Button>
      </footer>
    </Dialog>
  );
}
