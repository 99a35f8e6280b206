import { graphql, type ResultOf } from "../api";

export const DASHBOARD = graphql(`
  query Dashboard($id: ID!) {
    node(id: $id) {
      ... on Dashboard {
        id
        name
        owner
        visibility
        revision
        panels {
          show
          query {
            id
            name
            document
            variables
            url
          }
        }
      }
    }
  }
`);

export type Dashboard = Extract<
  NonNullable<ResultOf<typeof DASHBOARD>["node"]>,
  { readonly panels: unknown }
>;
