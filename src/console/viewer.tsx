import { createContext, useContext } from "react";
import { graphql, type ResultOf } from "./api";

export const VIEWER = graphql(`
  query Viewer {
    viewer {
      mustChangePassword
      user {
        id
        login
        displayName
      }
      memberships {
        role
        unit {
          id
          code
          name
          shortName
          kind
          filesReport
          ancestors {
            id
            code
          }
        }
      }
    }
  }
`);

export type Viewer = ResultOf<typeof VIEWER>["viewer"];
export type Role = Viewer["memberships"][number]["role"];
export type Place = Viewer["memberships"][number]["unit"];

export const ViewerContext = createContext<Viewer | null>(null);

/** Who is signed in; pages that need nobody do not ask. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error("a page outside the shell");
  return viewer;
}

/** The units where one of the roles is held, each once. */
export function placesOf({ memberships }: Viewer, ...roles: readonly Role[]): Place[] {
  const places = memberships.filter(({ role }) => roles.includes(role)).map(({ unit }) => unit);
  return places.filter((unit, i) => places.findIndex(({ code }) => code === unit.code) === i);
}

/** The year whose report is due: last year's, until its own ends. */
export const reportingYear = (): number => new Date().getFullYear() - 1;
