import { at } from "./home";

/** What a server with a demo district offers besides the page itself; others have nothing of it. */
export interface Demo {
  readonly password: string;
  readonly accounts: readonly { readonly login: string; readonly label: string }[];
  readonly tabs: readonly { readonly query: string; readonly variables?: string }[];
}

const WHO_ASKS = `# 登录后再执行：先看自己是谁，在哪些单位任职
# Sign in first, then see who you are and where you hold which role
{
  viewer {
    user { login displayName }
    memberships { role unit { code shortName } }
    mustChangePassword
  }
}
`;

const NONE: Demo = { password: "", accounts: [], tabs: [{ query: WHO_ASKS }] };

export async function loadDemo(): Promise<Demo> {
  const response = await fetch(at("/demo.json"), { headers: { accept: "application/json" } });
  return response.ok ? ((await response.json()) as Demo) : NONE;
}
