/** What a vitest project tells its tests about the database that they run on. */
export type TestServer = (
  { readonly kind: "sqlite" } | { readonly kind: "mysql"; readonly url: string; readonly version: string }
) & {
  /** A folder of this run: which databases were made to copy from, and by whom. */
  readonly templates: string;
};

declare module "vitest" {
  interface ProvidedContext {
    database: TestServer;
  }
}
