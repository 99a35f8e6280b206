import { useState, type SyntheticEvent } from "react";
import { DEMO_PASSWORD, demoAccounts } from "./demo-accounts.js";
import { signIn, type Session } from "./session.js";

interface BarProps {
  readonly session: Session | null;
  readonly notice: string;
  readonly onChange: (session: Session | null, notice?: string) => void;
}

export function SignInBar({ session, notice, onChange }: BarProps) {
  return (
    <header className="bar">
      <strong>公开 gongkai</strong>
      {session ? (
        <SignedIn session={session} onSignOut={() => onChange(null)} />
      ) : (
        <SignInForm onChange={onChange} />
      )}
      <output role="status">{notice}</output>
    </header>
  );
}

function SignedIn({ session, onSignOut }: { readonly session: Session; readonly onSignOut: () => void }) {
  return (
    <>
      <span>
        已登录 Signed in: <b>{session.name}</b> {session.roles && `(${session.roles})`}
      </span>
      <button type="button" onClick={onSignOut}>
        退出 Sign out
      </button>
    </>
  );
}

function SignInForm({ onChange }: Pick<BarProps, "onChange">) {
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");

  const pickDemo = (picked: string) => {
    setLogin(picked);
    setPassword(picked === "" ? "" : DEMO_PASSWORD);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    signIn(login, password).then(onChange, (e: Error) => onChange(null, e.message));
  };
  return (
    <form onSubmit={submit}>
      <select aria-label="演示账号 Demo account" value={login} onChange={(e) => pickDemo(e.target.value)}>
        <option value="">演示账号 Demo account…</option>
        {demoAccounts.map((account) => (
          <option key={account.login} value={account.login}>
            {account.login} · {account.label}
          </option>
        ))}
      </select>
      <input
        value={login}
        onChange={(e) => setLogin(e.target.value)}
        placeholder="账号 Login"
        autoComplete="username"
        required
      />
      <input
        value={password}
        onChange={(e) => setPassword(e.target.value)}
        type="password"
        placeholder="密码 Password"
        autoComplete="current-password"
        required
      />
      <button type="submit">登录 Sign in</button>
    </form>
  );
}
