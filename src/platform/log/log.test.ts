import { expect, it } from "vitest";
import { createLog } from "./log.js";

function logged(error: unknown): Record<string, any> {
  const lines: string[] = [];
  createLog("error", { write: (line: string) => void lines.push(line) }).error({ error }, "it failed");
  return JSON.parse(lines.join("")) as Record<string, any>;
}

it("D11 writes an error whole, and those that caused it", () => {
  const cause = Object.assign(new Error("connect refused"), { code: "ECONNREFUSED" });
  const { error, msg } = logged(new Error("could not stop cleanly", { cause }));
  expect(msg).toBe("it failed");
  expect(error).toMatchObject({
    type: "Error",
    message: "could not stop cleanly",
    cause: { message: "connect refused", code: "ECONNREFUSED" },
  });
  expect(error.stack).toContain("log.test.ts");
});

it("D11 writes what is thrown and is no error", () => {
  expect(logged("a text").error).toEqual({ message: "a text" });
});

it("D11 leaves out the parameters that a driver hangs on its error", () => {
  const driver = Object.assign(new Error("ER_DUP_ENTRY"), { parameters: ["13800138000"], query: "insert" });
  expect(JSON.stringify(logged(driver))).not.toContain("13800138000");
});
