import { lazy } from "react";
import { t } from "../texts";
import { Notice, Tabs } from "../ui/parts";
import { useViewer } from "../viewer";
import { isPart, type Part, partsOf } from "./parts";

type Shown = React.ComponentType<{ readonly unit: string }>;

/** Each part is loaded when it is opened. */
const PAGES: Readonly<Record<Part, Shown>> = {
  users: lazy(async () => ({ default: (await import("./users")).Users })),
  units: lazy(async () => ({ default: (await import("./units")).Units })),
  settings: lazy(async () => ({ default: (await import("./settings")).Settings })),
  calendar: lazy(async () => ({ default: (await import("./calendar")).Calendar })),
  letters: lazy(async () => ({ default: (await import("./letters")).Letters })),
  groups: lazy(async () => ({ default: (await import("./groups")).Groups })),
  contacts: lazy(async () => ({ default: (await import("./contacts")).Contacts })),
  webhooks: lazy(async () => ({ default: (await import("./webhooks")).Webhooks })),
  catalogue: lazy(async () => ({ default: (await import("./catalogue")).Catalogue })),
};

/** Users, units, settings and what else is kept for others; each change is a form of the API's own. */
export function Admin({ part, unit }: { readonly part: string; readonly unit: string }) {
  const tabs = partsOf(useViewer()).map(({ key, href }) => ({ key, href, label: t.nav[key] }));
  if (!isPart(part)) return <Notice>{t.common.notFound}</Notice>;
  const Page = PAGES[part];
  return (
    <>
      <Tabs at={part} tabs={tabs} />
      <Page key={part + unit} unit={unit} />
    </>
  );
}
