import { placesOf, type Role, type Viewer } from "../viewer";

/** Each part of the administration with the roles whose work it is. */
const PARTS = {
  users: ["ADMIN"],
  units: ["ADMIN"],
  settings: ["OFFICER", "ADMIN", "AUDITOR"],
  calendar: ["OFFICER"],
  letters: ["OFFICER"],
  groups: ["OFFICER", "ANALYST"],
  webhooks: ["ADMIN"],
  catalogue: ["CLERK", "REVIEWER"],
  contacts: ["CLERK", "REVIEWER"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Part = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as Part[];
export const isPart = (name: string): name is Part => NAMES.some((part) => part === name);

/** What of the administration is this viewer's, each part at the first unit where it is. */
export const partsOf = (viewer: Viewer): readonly { readonly key: Part; readonly href: string }[] =>
  NAMES.flatMap((key) => {
    const place = placesOf(viewer, ...PARTS[key])[0];
    return place ? [{ key, href: `/admin/${key}/${place.code}` }] : [];
  });
