/** Work that pauses at each `yield`, so that other work can run. */
export type Steps<Result> = Generator<undefined, Result>;

export function atOnce<Result>(work: Steps<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Yields to the event loop after every `stepsATurn` steps, which should take a few milliseconds together. */
export async function inTurns<Result>(work: Steps<Result>, stepsATurn: number): Promise<Result> {
  for (let steps = 1; ; steps++) {
    const step = work.next();
    if (step.done) return step.value;
    if (steps % stepsATurn === 0) await new Promise(setImmediate);
  }
}

/** Maps items, a thousand a turn. */
export const mapInTurns = <Item, Made>(items: readonly Item[], make: (item: Item) => Made): Promise<Made[]> =>
  inTurns(mapping(items, make), 1_000);

function* mapping<Item, Made>(items: readonly Item[], make: (item: Item) => Made): Steps<Made[]> {
  const made: Made[] = [];
  for (const item of items) {
    made.push(make(item));
    yield;
  }
  return made;
}
