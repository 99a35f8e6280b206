import { CallerFault } from "../../kernel/fault.js";
import type { Text } from "../../kernel/text.js";

export interface ComplexityDetails {
  readonly limit: number;
  readonly price?: number;
  /** The root field that costs most, by its response name. */
  readonly field?: string;
}

/** The query asks for too much; the details tell the client what to reduce. */
export class TooComplex extends CallerFault {
  constructor(
    message: Text,
    readonly details: ComplexityDetails,
  ) {
    super("TOO_COMPLEX", message);
  }
}
