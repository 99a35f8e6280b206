import { useState, type SyntheticEvent } from "react";
import type { Demo } from "./demo.js";
import { signIn, type Session } from "./session.js";

type DemoSignIns = Pick<Demo, "accounts" | "password">;

interface BarProps extends DemoSignIns {
  readonly session: Session | null;
  readonly notice: string;
  readonly onChange: (session: Session | null, notice?: string) => void;
}

export function SignInBar({ session, notice, onChange, ...demo }: BarProps) {
  return (
    <header className="bar">
      <strong>公开 gongkai</strong>
      {session ? (
        <SignedIn session={session} onSignOut={() => onChange(null)} />
      ) : (
        <SignInForm onChange={onChange} {...demo} />
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

function SignInForm({
  onChange,
  accounts,
  password: demoPassword,
}: Pick<BarProps, "onChange"> & DemoSignIns) {
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");

  const pickDemo = (picked: string) => {
    setLogin(picked);
    setPassword(picked === "" ? "" : demoPassword);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    signIn(login, password).then(onChange, (e: Error) => onChange(null, e.message));
  };
  return (
    <form onSubmit={submit}>
      <DemoAccounts accounts={accounts} picked={login} onPick={pickDemo} />
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

interface DemoAccountsProps extends Pick<Demo, "accounts"> {
  readonly picked: string;
  readonly onPick: (login: string) => void;
}

function DemoAccounts({ accounts, picked, onPick }: DemoAccountsProps) {
  if (accounts.length === 0) return null;
  return (
    <select aria-label="演示账号 Demo account" value={picked} onChange={(e) => onPick(e.target.value)}>
      <option value="">演示账号 Demo account…</option>
      {accounts.map(({ login, label }) => (
        <option key={login} value={login}>
          {login} · {label}
        </option>
      ))}
    </select>
  );
}
