import { ConfigError } from "../config.js";

type ErrorClass = abstract new (...args: never[]) => Error;

/** What the operator can mend, be it one of these mistakes or a wrong option or environment, is told in one line. */
export async function runCommand(
  main: () => Promise<void>,
  ...mistakes: readonly ErrorClass[]
): Promise<void> {
  try {
    await main();
  } catch (error) {
    const operators = [ConfigError, ...mistakes].some((mistake) => error instanceof mistake);
    console.error(operators || isOption(error) ? (error as Error).message : error);
    process.exitCode = 1;
  }
}

const isOption = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
