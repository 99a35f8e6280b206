import { ConfigError } from "../app/config.js";

type ErrorClass = abstract new (...args: never[]) => Error;

export interface Command {
  /** What `--help` prints: what it does, how it is called, its options. */
  readonly help: string;
  readonly run: () => Promise<void>;
  /** What the operator can mend, besides a wrong option or environment: told in one line. */
  readonly mistakes?: readonly ErrorClass[];
}

export const helpAsked = (): boolean => process.argv.slice(2).some((one) => one === "--help" || one === "-h");

export async function runCommand({ help, run, mistakes = [] }: Command): Promise<void> {
  if (helpAsked()) {
    console.log(help.trim());
    return;
  }
  try {
    await run();
  } catch (error) {
    const operators = [ConfigError, ...mistakes].some((mistake) => error instanceof mistake);
    console.error(operators || isOption(error) ? (error as Error).message : error);
    process.exitCode = 1;
  }
}

const isOption = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
