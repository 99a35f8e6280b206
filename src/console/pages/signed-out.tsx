import { t } from "../texts";
import { Dialog } from "../ui/dialog";
import { SignIn } from "./sign-in";

/** The sign-in over a page whose session ended elsewhere: the page stays, and what is typed there. */
export function SignedOut({
  login,
  onSignedIn,
}: {
  readonly login: string;
  readonly onSignedIn: () => void;
}) {
  return (
    <Dialog title={t.signIn.title} onClose={() => undefined}>
      <p>{t.signIn.again}</p>
      <SignIn bare login={login} onSignedIn={onSignedIn} />
    </Dialog>
  );
}
