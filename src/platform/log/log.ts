import { pino, type DestinationStream, type Logger } from "pino";

/** Most causes followed; a ring of causes must not hang the server. */
const MAX_CAUSES = 10;

/** Copies selected properties only: drivers attach statement parameters, which are people's data, to their errors. */
export function errorForLog(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = "code" in error ? error.code : undefined;
  const deeper = cause !== undefined && depth < MAX_CAUSES;
  return { type: name, message, stack, code, ...(deeper && { cause: errorForLog(cause, depth + 1) }) };
}

/** The one log of a process, on stderr; `{ error }` is written whole, where pino by itself would write `{}`. */
export const createLog = (level: string, to: DestinationStream = pino.destination(2)): Logger =>
  pino({ level, serializers: { error: (error: unknown) => errorForLog(error) } }, to);
