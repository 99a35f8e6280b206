import { type FormEvent, useEffect, useId, useState } from "react";
import { session } from "../api";
import { at } from "../home";
import { t } from "../texts";
import { Button, Notice } from "../ui/parts";

interface Demo {
  readonly password: string;
  readonly accounts: readonly { readonly login: string; readonly label: string }[];
}

/** Only a server with the demo has accounts to offer. */
function useDemo(): Demo | null {
  const [demo, setDemo] = useState<Demo | null>(null);
  useEffect(() => {
    void fetch(at("/demo.json")).then(async (response) => {
      if (response.ok) setDemo((await response.json()) as Demo);
    });
  }, []);
  return demo;
}

export function SignIn({
  bare = false,
  login,
  onSignedIn,
}: {
  /** Without the page around it, over another page. */
  readonly bare?: boolean;
  readonly login?: string;
  readonly onSignedIn: () => void;
}) {
  const demo = useDemo();
  const { fault, busy, send } = useSignIn(onSignedIn);
  const form = <Credentials login={login ?? ""} fault={fault} busy={busy} onSend={send} />;
  if (bare) return form;
  return (
    <main className="sign-in">
      <h1>
        {t.product} <small>{t.productLong}</small>
      </h1>
      {form}
      <p>
        <a href={at("/open")}>{t.signIn.public}</a>
      </p>
      {demo && (
        <section aria-labelledby="demo">
          <h2 id="demo">{t.signIn.demo}</h2>
          <p className="help">{t.signIn.demoNote}</p>
          <ul className="accounts">
            {demo.accounts.map((account) => (
              <li key={account.login}>
                <Button disabled={busy} onClick={() => void send(account.login, demo.password)}>
                  {account.label}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

function useSignIn(onSignedIn: () => void) {
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (login: string, password: string) => {
    setBusy(true);
    const { problems, errors } = await session("", { login, password }).catch(() => ({
      problems: undefined,
      errors: [{ message: t.common.unexpected }],
    }));
    setBusy(false);
    const message = problems?.[0]?.message ?? errors?.[0]?.message ?? null;
    setFault(message);
    if (message === null) onSignedIn();
  };
  return { fault, busy, send };
}

function Credentials({
  login: known,
  fault,
  busy,
  onSend,
}: {
  readonly login: string;
  readonly fault: string | null;
  readonly busy: boolean;
  readonly onSend: (login: string, password: string) => Promise<void>;
}) {
  const [login, setLogin] = useState(known);
  const [password, setPassword] = useState("");
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSend(login, password);
  };
  return (
    <form className="card" onSubmit={submit}>
      <div className="field">
        <label htmlFor={`${id}-login`}>{t.signIn.login}</label>
        <input
          id={`${id}-login`}
          autoComplete="username"
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-password`}>{t.signIn.password}</label>
        <input
          id={`${id}-password`}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      {fault !== null && <Notice kind="ERROR">{fault}</Notice>}
      <Button primary type="submit" disabled={busy}>
        {t.signIn.send}
      </Button>
    </form>
  );
}
