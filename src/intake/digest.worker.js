// @ts-check
// Reads one file on a thread of its own, and ends. In JavaScript, so that Node finds the same file before and after the
// build.
import { parentPort, workerData } from "node:worker_threads";
import { digestFile } from "./digest-file.js";

/** @type {{ bytes: Uint8Array, name: string }} */
const { bytes, name } = workerData;
parentPort?.postMessage("started");
try {
  parentPort?.postMessage({ result: await digestFile(bytes, name) });
} catch (error) {
  const { code } = /** @type {{ code?: string }} */ (error);
  if (!(error instanceof Error) || error.name !== "Unreadable") throw error;
  parentPort?.postMessage({ unreadable: code });
}
