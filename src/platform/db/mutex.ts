/** First come, first served. */
export class Mutex {
  #last: Promise<void> = Promise.resolve();

  async run<T>(task: () => Promise<T>): Promise<T> {
    const before = this.#last;
    let release = (): void => {};
    this.#last = new Promise((resolve) => (release = resolve));
    await before;
    try {
      return await task();
    } finally {
      release();
    }
  }
}
