/** What a vitest project tells its tests about the database that they run on. */
export type TestServer =
  { readonly kind: "sqlite" } | { readonly kind: "mysql"; readonly url: string; readonly version: string };

declare module "vitest" {
  interface ProvidedContext {
    database: TestServer;
  }
}
