import { useState } from "react";
import type { Choices, InputValue } from "../ui/fields";
import { type Mutation, StepForm } from "../ui/step-form";

interface OpenForm {
  readonly mutation: Mutation;
  readonly given: Readonly<Record<string, unknown>>;
  readonly initial?: InputValue;
  readonly choices?: Choices;
}

/** The form that is open, and the list anew when it is done. */
export function useForm(again: () => void) {
  const [open, setOpen] = useState<OpenForm | null>(null);
  const close = () => setOpen(null);
  const form = open && (
    <StepForm
      {...open}
      onClose={close}
      onDone={() => {
        close();
        again();
      }}
    />
  );
  return {
    form,
    open: (mutation: Mutation, given: OpenForm["given"], initial: InputValue = {}, choices: Choices = {}) =>
      setOpen({ mutation, given, initial, choices }),
  };
}
