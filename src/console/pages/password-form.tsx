import { type FormEvent, useId, useState } from "react";
import { t } from "../texts";
import { Button, Notice } from "../ui/parts";
import { useStep } from "../ui/step-form";

export function PasswordForm({ onChanged }: { readonly onChanged: () => void }) {
  const [typed, setTyped] = useState({ current: "", fresh: "", repeat: "" });
  const [differ, setDiffer] = useState(false);
  const { problems, failure, busy, send } = useStep("changePassword", onChanged);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDiffer(typed.fresh !== typed.repeat);
    if (typed.fresh === typed.repeat) void send({ currentPassword: typed.current, newPassword: typed.fresh });
  };
  const faults = [...problems.map(({ message }) => message), failure, differ ? t.signIn.differ : null];
  return (
    <form className="card" onSubmit={submit}>
      {(["current", "fresh", "repeat"] as const).map((name) => (
        <div className="field" key={name}>
          <label htmlFor={id + name}>{t.signIn[name]}</label>
          <input
            id={id + name}
            type="password"
            autoComplete={name === "current" ? "current-password" : "new-password"}
            value={typed[name]}
            onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
          />
        </div>
      ))}
      {faults.map(
        (fault) =>
          fault && (
            <Notice key={fault} kind="ERROR">
              {fault}
            </Notice>
          ),
      )}
      <Button primary type="submit" disabled={busy}>
        {t.common.send}
      </Button>
    </form>
  );
}
