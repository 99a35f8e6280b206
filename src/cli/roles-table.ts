import { permissionsOf, PUBLIC_BUDGET, ROLES, type Role } from "../access/index.js";

const BEGIN = "<!-- roles:begin -->";
const END = "<!-- roles:end -->";

const HEAD = ["role", "reach", "sees", "may", "a request / a minute may cost"];

/** README with the table of roles between its markers made anew; a text without the markers is an error. */
export function withRolesTable(readme: string): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`README.md lacks ${BEGIN} … ${END}`);
  return `${readme.slice(0, begin + BEGIN.length)}\n\n${rolesTable()}\n\n${readme.slice(end)}`;
}

function rolesTable(): string {
  const everybody = ["the public, by address", "everywhere", "published", "–", costs(PUBLIC_BUDGET)];
  const rows = [HEAD, HEAD.map(() => "---"), everybody, ...(Object.keys(ROLES) as Role[]).map(rowOf)];
  return rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function rowOf(role: Role): string[] {
  const { name, duties, reach, sees, budget } = ROLES[role];
  const who = `\`${role}\` ${name.zh}：${duties.zh} · ${duties.en}`;
  return [who, reach, sees.join(", "), bySubject(permissionsOf(role)), costs(budget)];
}

/** `report:save, report:submit, none:state` as `report: save, submit; none: state`. */
function bySubject(permissions: readonly string[]): string {
  const verbs = new Map<string, string[]>();
  for (const permission of permissions) {
    const [subject = "", verb = ""] = permission.split(":");
    verbs.set(subject, [...(verbs.get(subject) ?? []), verb]);
  }
  return [...verbs].map(([subject, list]) => `${subject}: ${list.join(", ")}`).join("; ");
}

const costs = ({ request, minute }: { readonly request: number; readonly minute: number }): string =>
  `${request.toLocaleString("en")} / ${minute.toLocaleString("en")}`;
