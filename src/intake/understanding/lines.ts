import { placed, type Block, type Place, type SourceDocument, type Table } from "../../reading/index.js";

/** One line of text outside tables. */
export interface Line {
  readonly text: string;
  /** 0: plain text; 1 to 9: a heading. */
  readonly level: number;
  readonly place: Place;
}

export type Item =
  | ({ readonly kind: "line" } & Line)
  | { readonly kind: "table"; readonly table: Table; readonly place: Place }
  | { readonly kind: "picture"; readonly place: Place };

/** The document in order, its paragraphs cut into lines. Pictures that became text are pictures again. */
export function itemsOf({ blocks }: Pick<SourceDocument, "blocks">): Item[] {
  return [...placed(blocks)].flatMap(({ block, place }) => itemsOfBlock(block, place));
}

const PICTURE_AS_TEXT = /^\s*[[【](?:image|图片|图像|pic)[^\]】]*[\]】]\s*$/i;

function itemsOfBlock(block: Block, place: Place): Item[] {
  if (block.kind === "table") return [{ kind: "table", table: block, place }];
  if (block.kind === "picture") return [{ kind: "picture", place }];
  return block.text
    .split("\n")
    .map((text) =>
      PICTURE_AS_TEXT.test(text)
        ? { kind: "picture", place }
        : { kind: "line", text, level: block.level, place },
    );
}
