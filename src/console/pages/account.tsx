import { useState } from "react";
import { t } from "../texts";
import { Notice, Page } from "../ui/parts";
import { PasswordForm } from "./password-form";

/** One's own account: the password, whenever one likes. */
export function Account() {
  const [done, setDone] = useState(0);
  return (
    <Page title={t.admin.password}>
      <p>{t.admin.passwordNote}</p>
      {done > 0 && <Notice>{t.admin.passwordDone}</Notice>}
      <PasswordForm key={done} onChanged={() => setDone(done + 1)} />
    </Page>
  );
}
