import { useState } from "react";
import { t } from "../texts";
import { Button } from "../ui/parts";
import { type Mutation, StepForm } from "../ui/step-form";
import type { Report } from "./report-query";

/** Every step of the report: what can be done now, and why the rest cannot. */
export function Steps({
  report,
  blocked,
  onDone,
}: {
  readonly report: Report;
  /** Steps go by what is saved. */
  readonly blocked: boolean;
  readonly onDone: () => void;
}) {
  const [open, setOpen] = useState<Mutation | null>(null);
  const steps = report.steps.filter(({ mutation }) => mutation !== "saveReport");
  const unit = { unitCode: unitOf(report.address), year: report.year, scope: report.scope };
  return (
    <>
      {steps.map(({ mutation, name, allowed, whyNot }) => (
        <Button
          key={mutation}
          whyNot={allowed ? (blocked ? t.report.saveFirst : null) : t.common.whyNot(whyNot ?? "")}
          onClick={() => setOpen(mutation)}
        >
          {name}
        </Button>
      ))}
      {open && (
        <StepForm
          mutation={open}
          given={{ reportId: report.id, expectedRevision: report.revision, ...unit }}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            onDone();
          }}
        />
      )}
    </>
  );
}

/** `/reports/371003003/2023` */
const unitOf = (address: string): string => address.split("/")[2] ?? "";
