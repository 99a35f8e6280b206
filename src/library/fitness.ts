import { CallerFault } from "../kernel/fault.js";
import type { Text } from "../kernel/text.js";
import type { DocumentCheck } from "../platform/graphql/document-check.js";

/** Result of checking a document and its variables against today's schema. */
export interface Fitness {
  /** Null if they do not fit. */
  readonly cost: number | null;
  readonly problems: readonly Text[];
}

const MAX_KNOWN = 500;

/** Checks saved documents. A result depends on the text and the schema of this process alone, so it is kept. */
export class Judge {
  readonly #known = new Map<string, Fitness>();

  constructor(readonly check: DocumentCheck) {}

  fitnessOf(document: string, variables: Readonly<Record<string, unknown>>): Fitness {
    const key = JSON.stringify([document, variables]);
    const fitness = this.#known.get(key) ?? this.#judge(document, variables);
    this.#known.delete(key);
    this.#known.set(key, fitness);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MAX_KNOWN) break;
      this.#known.delete(oldest);
    }
    return fitness;
  }

  #judge(document: string, variables: Readonly<Record<string, unknown>>): Fitness {
    const read = this.check.read(document);
    if ("problems" in read) return { cost: null, problems: read.problems };
    try {
      return { cost: this.check.costOf(read, variables), problems: [] };
    } catch (error) {
      if (error instanceof CallerFault) return { cost: null, problems: [error.text] };
      throw error;
    }
  }
}
