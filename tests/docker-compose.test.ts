import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { TABLES } from "../src/app/app-database.js";
import { serviceGrants } from "../src/platform/db/index.js";

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly command?: string[];
  readonly environment: Record<string, string>;
  readonly volumes?: string[];
  readonly depends_on?: Record<string, { condition: string }>;
  readonly healthcheck: { readonly test: string[] };
}

const compose = parse(readFileSync("docker-compose.yml", "utf8")) as {
  readonly services: { readonly database: Service; readonly server: Service; readonly migrate: Service };
  readonly volumes: Record<string, unknown>;
};
const { database, server, migrate } = compose.services;

describe("docker-compose.yml", () => {
  it("keeps MySQL 8.4's data in a named volume", () => {
    expect(database.image).toBe("mysql:8.4");
    expect(database.volumes).toContain("database:/var/lib/mysql");
    expect(Object.keys(compose.volumes)).toEqual(["database"]);
  });

  it("starts the server only on a database that answers, and asks the server too", () => {
    expect(server.depends_on).toEqual({
      database: { condition: "service_healthy" },
      migrate: { condition: "service_completed_successfully" },
    });
    expect(database.healthcheck.test.join(" ")).toContain("--host=127.0.0.1");
    expect(server.healthcheck.test.join(" ")).toContain("http://127.0.0.1:4000/healthz");
  });

  it("runs the server in production on that database", () => {
    expect(server.environment["NODE_ENV"]).toBe("production");
    expect(server.environment["DATABASE_URL"]).toMatch(/^mysql:\/\/gongkai:.*@database:3306\/gongkai$/);
    // The server refuses a demo in production by itself.
    expect(server.environment["DEMO"]).toBe("${DEMO:-}");
  });

  it("serves under a user that is granted reading and adding, and no table of the history to change", () => {
    expect(migrate.command).toEqual(["node", "dist/src/cli/migrate.js", "--service-user", "gongkai"]);
    expect(migrate.environment["DATABASE_URL"]).toMatch(
      /^mysql:\/\/gongkai_owner:.*@database:3306\/gongkai$/,
    );
    expect(database.environment["MYSQL_USER"]).toBe("gongkai_owner");
    expect(database.volumes).toContain("./docker/users.sh:/docker-entrypoint-initdb.d/users.sh:ro");
    const users = readFileSync("docker/users.sh", "utf8").split("\n");
    expect(users.filter((line) => line.startsWith("GRANT"))).toEqual([
      "GRANT ALL ON gongkai.* TO 'gongkai_owner'@'%' WITH GRANT OPTION;",
      "GRANT SELECT, INSERT ON gongkai.* TO 'gongkai'@'%';",
    ]);
    const grants = serviceGrants("gongkai", TABLES);
    const changed = grants.flatMap((grant) => /^grant update, delete on (\w+) to/.exec(grant)?.[1] ?? []);
    expect(changed.length).toBe(TABLES.length - 5);
    expect(changed.filter((table) => /^history/.test(table))).toEqual(["history_heads", "history_keys"]);
    expect(() => serviceGrants("gongkai'@'%", TABLES)).toThrow(RangeError);
  });

  it("passes every variable of the README's table", () => {
    const table = readFileSync("README.md", "utf8").split("## Configuration")[1]?.split("\n## ")[0] ?? "";
    const variables = [...table.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
    expect(variables.length).toBeGreaterThan(10);
    expect(variables.filter((name) => !(String(name) in server.environment))).toEqual([]);
  });

  it("holds no secret: each must come from the environment", () => {
    expect(server.environment["PERSONAL_DATA_KEY"]).toMatch(/^\$\{PERSONAL_DATA_KEY:\?.+\}$/);
    expect(server.environment["AUTH_SECRET"]).toMatch(/^\$\{AUTH_SECRET:\?.+\}$/);
    expect(server.environment["DATABASE_URL"]).toMatch(/:\$\{MYSQL_PASSWORD:\?[^}]+\}@/);
    expect(database.environment["MYSQL_PASSWORD"]).toMatch(/^\$\{MYSQL_OWNER_PASSWORD:\?.+\}$/);
    expect(database.environment["SERVICE_PASSWORD"]).toMatch(/^\$\{MYSQL_PASSWORD:\?.+\}$/);
    expect(database.environment).not.toHaveProperty("MYSQL_ROOT_PASSWORD");
  });
});

describe("Dockerfile", () => {
  const dockerfile = readFileSync("Dockerfile", "utf8");

  it("installs from the lock, and runs the built server without root", () => {
    expect(dockerfile).toMatch(/^RUN npm ci$/m);
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^CMD \["node", .*"dist\/src\/main\.js"\]$/m);
  });

  it("is not given the machine's own data and modules", () => {
    expect(existsSync(".dockerignore")).toBe(true);
    expect(readFileSync(".dockerignore", "utf8").split("\n")).toEqual(
      expect.arrayContaining([".git", "node_modules", "data", "dist"]),
    );
  });
});
