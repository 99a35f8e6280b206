import { t } from "../texts";
import { PasswordForm } from "./password-form";

/** A first or expired password is changed before anything else. */
export const ChangePassword = ({ onChanged }: { readonly onChanged: () => void }) => (
  <main className="sign-in">
    <h1>{t.signIn.change}</h1>
    <p>{t.signIn.changeNote}</p>
    <PasswordForm onChanged={onChanged} />
  </main>
);
