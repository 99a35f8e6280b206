/** What the drills have set up on the machine and must take down, the last first, however they end. */
const undoing: (() => void)[] = [];

/** `undo` runs at once, without waiting for anything: an interrupted process waits no more. */
export function later(undo: () => void): void {
  undoing.push(undo);
}

/** Takes down all that was set up since so many things were left; one that fails is told, and the others go on. */
export function takeDown(to = 0): void {
  while (undoing.length > to) {
    try {
      undoing.pop()?.();
    } catch (error) {
      console.error(`could not take down: ${(error as Error).message}`);
    }
  }
}

export const leftSoFar = (): number => undoing.length;
