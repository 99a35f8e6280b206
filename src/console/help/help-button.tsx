import { lazy, Suspense, useEffect, useState } from "react";
import { t } from "../texts";
import { Button } from "../ui/parts";
import { topicOf } from "./topic-of";

const HelpPanel = lazy(async () => ({ default: (await import("./help-panel")).HelpPanel }));

/** Opens the help of the page at an address; so does the key `?` outside of a field. */
export function HelpButton({ address }: { readonly address: string }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "?" || /^(?:INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? ""))
        return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
  useEffect(() => setOpen(false), [address]);
  return (
    <>
      <Button className="quiet" title={t.help.open} onClick={() => setOpen(true)}>
        {t.help.title}
      </Button>
      <Suspense fallback={null}>
        {open && <HelpPanel about={topicOf(address)} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
