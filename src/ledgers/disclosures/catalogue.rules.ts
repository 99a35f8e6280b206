import { fold } from "../../kernel/fold.js";
import { invalidInput, type Problem } from "../../kernel/problem.js";
import { text } from "../../kernel/text.js";
import { lineProblems } from "../../records/index.js";
import type { CatalogueItemRow } from "./disclosure.entity.js";

export type CatalogueFields = Pick<CatalogueItemRow, "category" | "title" | "article" | "synonyms">;

export const MOST_ITEMS = 500;
const MOST = { category: 60, title: 200, article: 120, synonyms: 20 } as const;
/** 第十九条, 第二十条第（一）项, 条例 §21 ... and no other article. */
const ARTICLE = /§\s*(19|20|21)(?!\d)|第\s*(十九|二十一?|19|20|21)\s*条/;

/** What is wrong with an item in itself. */
export const itemProblems = ({ category, title, article, synonyms }: CatalogueFields): Problem[] => [
  ...lineProblems(category, ["input", "category"], MOST.category),
  ...lineProblems(title, ["input", "title"], MOST.title),
  ...articleProblems(article),
  ...synonymProblems(synonyms),
];

function articleProblems(article: string): Problem[] {
  const problems = lineProblems(article, ["input", "article"], MOST.article);
  if (problems.length > 0 || ARTICLE.test(article)) return problems;
  const message = text(
    "依据须为《条例》第十九条、第二十条或第二十一条，如“第二十条第（五）项”或“条例 §20(5)”",
    "It rests on 条例 §19, §20 or §21: such as 条例 §20(5)",
  );
  return [invalidInput(["input", "article"], message)];
}

function synonymProblems(synonyms: readonly string[]): Problem[] {
  const path = ["input", "synonyms"];
  if (synonyms.length > MOST.synonyms || new Set(synonyms.map(fold)).size < synonyms.length)
    return [
      invalidInput(
        path,
        text(
          `最多 ${MOST.synonyms} 个同义名称，互不相同`,
          `At most ${MOST.synonyms} synonyms, all different`,
        ),
      ),
    ];
  return synonyms.flatMap((one, i) => lineProblems(one, [...path, String(i)], MOST.category));
}

/** What does not go with the unit's other items: the same item again, or a name that would mean two categories. */
export function clashProblems(item: CatalogueFields, others: readonly CatalogueItemRow[]): Problem[] {
  const open = others.filter(({ retiredOn }) => retiredOn === null);
  const elsewhere = open.filter(({ category }) => !alike(category, item.category));
  const same = open.some(({ category, title }) => alike(category, item.category) && alike(title, item.title));
  return [
    ...(same
      ? [
          {
            code: "ALREADY_EXISTS" as const,
            path: ["input", "title"],
            message: text(
              `“${item.category}”下已有该事项`,
              `The catalogue has this item under ${item.category}`,
            ),
          },
        ]
      : []),
    ...elsewhere
      .filter(({ synonyms }) => synonyms.some((one) => alike(one, item.category)))
      .slice(0, 1)
      .map(({ category }) => nameTaken(["input", "category"], category)),
    ...item.synonyms.flatMap((name, i) =>
      elsewhere
        .filter(({ category, synonyms }) => [category, ...synonyms].some((one) => alike(one, name)))
        .slice(0, 1)
        .map(({ category }) => nameTaken(["input", "synonyms", String(i)], category)),
    ),
  ];
}

const alike = (one: string, other: string): boolean => fold(one) === fold(other);

const nameTaken = (path: readonly string[], category: string): Problem =>
  invalidInput(
    path,
    text(
      `该名称已指“${category}”，一个名称只能归入一个类别`,
      `This name means ${category} already: a name goes into one category`,
    ),
  );
