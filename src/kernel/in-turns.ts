/** Work that stops at each `yield`, where it may be left for a while. */
export type Steps<Result> = Generator<undefined, Result>;

export function atOnce<Result>(work: Steps<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Lets others in after every so many steps, which together are to take a few milliseconds. */
export async function inTurns<Result>(work: Steps<Result>, stepsATurn: number): Promise<Result> {
  for (let steps = 1; ; steps++) {
    const step = work.next();
    if (step.done) return step.value;
    if (steps % stepsATurn === 0) await new Promise(setImmediate);
  }
}

/** Each item made into another, a thousand a turn. */
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
