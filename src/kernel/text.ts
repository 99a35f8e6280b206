/** A message in both languages. Chinese is what users get unless they ask for English. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Text;

export const text = (zh: string, en: string): Text => ({ zh, en });

/** `1 finding`, `2 findings`; irregular plurals are given. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`;
