// Threads of the product under test load its TypeScript as it is: node knows JavaScript only.
import { register } from "node:module";
import { isMainThread } from "node:worker_threads";

if (!isMainThread) register("./typescript-hooks.mjs", import.meta.url);
