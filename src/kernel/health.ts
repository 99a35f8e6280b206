/** Health of the server: `degraded` still answers reads but cannot save. */
export interface Health {
  readonly status: "ok" | "degraded" | "down";
  readonly reads: boolean;
  readonly writes: boolean;
}

export const healthOf = (reads: boolean, writes: boolean): Health => ({
  status: writes ? "ok" : reads ? "degraded" : "down",
  reads,
  writes,
});
