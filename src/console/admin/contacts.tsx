import { type FormEvent, useState } from "react";
import { useAnswer } from "../ui/use-answer";
import { graphql } from "../api";
import { t } from "../texts";
import { Fields, inputOf, type InputValue, sendable, typedFrom } from "../ui/fields";
import { Button, Notice, Page, Waiting } from "../ui/parts";
import { useStep } from "../ui/step-form";

const CONTACTS = graphql(`
  query UnitContacts($unit: String!) {
    unit(code: $unit) {
      id
      name
      contacts {
        name
        telephone
        duty
      }
    }
  }
`);

const FIELDS = inputOf("SaveContactsInput").filter(({ name }) => name === "contacts");

/** Who answers for the unit's report, for the offices that remind it. */
export function Contacts({ unit }: { readonly unit: string }) {
  const [answer] = useAnswer({ query: CONTACTS, variables: { unit } });
  const found = answer.data?.unit;
  if (!answer.data) return <Waiting answer={answer} />;
  if (!found?.contacts) return <Notice>{t.common.notFound}</Notice>;
  return (
    <Page title={t.nav.contacts} about={found.name}>
      <p className="help">{t.admin.contactsNote}</p>
      <ContactsForm unit={unit} initial={typedFrom(FIELDS, { contacts: found.contacts })} />
    </Page>
  );
}

function ContactsForm({ unit, initial }: { readonly unit: string; readonly initial: InputValue }) {
  const [value, setValue] = useState(initial);
  const [saved, setSaved] = useState(false);
  const { problems, failure, busy, send } = useStep("saveContacts", () => setSaved(true));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    void send({ unitCode: unit, ...sendable(FIELDS, value) });
  };
  return (
    <form className="card" onSubmit={submit} noValidate>
      <Fields fields={FIELDS} value={value} problems={problems} onChange={setValue} />
      {failure && <Notice kind="ERROR">{failure}</Notice>}
      {saved && <Notice>{t.admin.saved}</Notice>}
      <p>
        <Button primary type="submit" disabled={busy}>
          {t.report.save}
        </Button>
      </p>
    </form>
  );
}
