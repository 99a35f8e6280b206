import { ConfigError } from "../app/config.js";

type ErrorClass = abstract new (...args: never[]) => Error;

export interface Command {
  /** Text of `--help`: purpose, call, options. */
  readonly help: string;
  readonly run: () => Promise<void>;
  /** Errors that are mistakes of the operator, besides wrong options or environment: printed on one line. */
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
