import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readInThread } from "../reading/index.js";
import type { Digest } from "./digest-file.js";

const program = new URL("./digest.worker.js", import.meta.url);
const read = (bytes: Uint8Array, name: string): Promise<Digest> =>
  readInThread<Digest>({ program, bytes, name, timeMs: 60_000 });
const unpacked = (text: string): string => gunzipSync(Buffer.from(text, "base64")).toString();

describe("a file read on a thread", () => {
  it("comes back as what was understood, and as a sheet", async () => {
    const page =
      "<h1>清河镇2023年政府信息公开工作年度报告</h1><table><tr><td>甲<td>乙<tr><td><td>1,5</table>";
    const { report, sheet } = await read(Buffer.from(page), "a.html");
    expect(JSON.parse(unpacked(report))).toMatchObject({
      unitName: { value: "清河镇" },
      year: { value: 2023 },
    });
    expect(unpacked(sheet ?? "")).toBe('甲,乙\n,"1,5"');
  });

  it("that cannot be read is refused with the code of its fault", async () => {
    await expect(read(new Uint8Array(), "a.txt")).rejects.toMatchObject({ code: "EMPTY" });
  });

  it("that takes too long is given up", async () => {
    const endless = new URL(
      "data:text/javascript,import{parentPort}from'node:worker_threads';parentPort.postMessage('started');for(;;);",
    );
    await expect(
      readInThread({ program: endless, bytes: new Uint8Array(), name: "", timeMs: 50 }),
    ).rejects.toMatchObject({ code: "TOO_SLOW" });
  });

  it("that takes too much memory is given up", async () => {
    const greedy = new URL("data:text/javascript,const all=[];for(;;)all.push(Array(10000).fill({}));");
    await expect(
      readInThread({ program: greedy, bytes: new Uint8Array(), name: "", timeMs: 60_000 }),
    ).rejects.toMatchObject({ code: "TOO_SLOW" });
  });
});
