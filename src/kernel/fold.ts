/**
 * CJK Radicals Supplement, each followed by the ideograph it looks like (Unicode's EquivalentUnifiedIdeograph): text
 * copied from PDF files is full of them, and NFKC folds only two.
 */
const RADICALS =
  "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟" +
  "⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食" +
  "⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

const IDEOGRAPHS: ReadonlyMap<string, string> = new Map(
  [...RADICALS].flatMap((radical, i, all) =>
    i % 2 === 0 ? [[radical, all[i + 1] ?? radical] as const] : [],
  ),
);

/**
 * Replaces compatibility forms by the characters they stand for: full-width letters, ①, （, Kangxi and supplement
 * radicals.
 */
export const unified = (text: string): string =>
  text.normalize("NFKC").replace(/[\u2e80-\u2eff]/g, (radical) => IDEOGRAPHS.get(radical) ?? radical);

/**
 * The key by which equal texts are found, however they were typed: NFKC, radicals, case, runs of blanks and invisible
 * characters are evened out. Every database compares the result byte by byte, so that all agree.
 */
export const fold = (text: string): string =>
  unified(text)
    .replace(/\p{DI}/gu, "")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKC")
    .replace(/\s+/g, " ")
    .trim();

/** Several texts of one record, one line each, so that a match cannot run from one text into the next. */
export const foldAll = (texts: readonly (string | null | undefined)[]): string =>
  texts.flatMap((text) => (text ? [fold(text)] : [])).join("\n");
