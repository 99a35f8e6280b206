import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { AlreadyServed, holdAlone } from "./server-lock.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("D1 a file is served once, by whatever name, until it is let go", () => {
  const file = join(folder, "data.sqlite");
  writeFileSync(file, "");
  symlinkSync(file, join(folder, "linked.sqlite"));
  const letGo = holdAlone(`sqlite:${file}`);
  expect(() => holdAlone(`sqlite:${file}`)).toThrow(AlreadyServed);
  expect(() => holdAlone(`sqlite:${join(folder, "linked.sqlite")}`)).toThrow(
    "已有一个服务器在使用数据库文件",
  );
  letGo();
  holdAlone(`sqlite:${join(folder, "linked.sqlite")}`)();
});
