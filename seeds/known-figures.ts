/**
 * Figures that units of 文登区 published, with their own contradictions: they are what the checks of the text are for. Only
 * figures are taken over; every sentence around them is ours.
 */
export type LabelledCount = readonly [label: string, count: number];

export interface Disclosure {
  readonly total: number;
  readonly channels: readonly LabelledCount[];
  /** The website's items by column; not always all of them. */
  readonly categories: readonly LabelledCount[];
}

export interface KnownFigures {
  readonly disclosure?: Disclosure;
  /** Parts of the total whose labels were not handed down. */
  readonly unlabelledParts?: readonly number[];
  readonly received?: number;
  readonly reviews?: number;
  /** The change on last year as the unit put it, right or wrong. */
  readonly claimedChange?: string;
  /** 主动公开事项, as listed. */
  readonly listedMatters?: string;
  /** 建议 and 提案 handled. */
  readonly proposals?: readonly [number, number];
  readonly lastYear?: {
    readonly disclosure: Disclosure;
    readonly received: number;
    readonly decided: number;
  };
}

const KNOWN: Readonly<Record<string, KnownFigures>> = {
  // 59 + 876 is 935, not 911; one category stands twice; from 2 to 1 is no fall of 100%.
  "371003003:2023": {
    disclosure: {
      total: 911,
      channels: [
        ["政府网站", 59],
        ["微信公众号“筑梦环山”", 876],
      ],
      categories: [
        ["人事信息", 1],
        ["业务动态", 40],
        ["财政信息", 1],
        ["重点民生信息", 1],
        ["行政执法公示", 7],
        ["政务公开组织推进", 2],
        ["政务公开组织推进", 3],
        ["年度重点信息", 3],
        ["财政数据", 1],
      ],
    },
    received: 1,
    reviews: 1,
    claimedChange: "同比下降100%",
    listedMatters: "十大类24项",
    proposals: [0, 0],
  },
  "371003003:2022": { received: 2 },
  // 357 + 101 + 75 is 533, not 532.
  "371003104:2023": {
    disclosure: {
      total: 532,
      channels: [
        ["政务微信", 357],
        ["其他新媒体", 101],
        ["政府网站", 75],
      ],
      categories: [
        ["机构职能", 24],
        ["工作动态", 36],
        ["重点领域", 5],
        ["政务公开组织推进", 2],
        ["执行公开", 8],
      ],
    },
    received: 0,
  },
  // 352 + 38 + 75 is 465, not 540; the website's figures are the neighbour's.
  "371003105:2023": {
    disclosure: {
      total: 540,
      channels: [
        ["政务微信", 352],
        ["新闻媒体", 38],
        ["政府网站", 75],
      ],
      categories: [
        ["机构职能", 24],
        ["工作动态", 36],
      ],
    },
  },
  // The figure of 工作动态 was cut off in the source and is left out.
  "371003106:2023": {
    disclosure: {
      total: 465,
      channels: [["政务微信", 346]],
      categories: [
        ["公示公告", 6],
        ["机构职能", 11],
        ["人事信息", 14],
      ],
    },
  },
  // The parts make 307, not 317.
  "371003-spj:2021": {
    disclosure: { total: 317, channels: [], categories: [] },
    unlabelledParts: [227, 54, 7, 19],
  },
  // Its report of 2020, quoted as last year's: 4 received, 4 decided, nothing carried over.
  "371003-fgj:2021": {
    lastYear: {
      disclosure: {
        total: 121,
        channels: [],
        categories: [
          ["工作动态", 33],
          ["公告公示", 7],
          ["政策文件及解读", 35],
          ["重点领域", 26],
          ["其他", 20],
        ],
      },
      received: 4,
      decided: 4,
    },
  },
};

const NOTHING_KNOWN: KnownFigures = {};

export const knownFigures = (unitCode: string, year: number): KnownFigures =>
  KNOWN[`${unitCode}:${year}`] ?? NOTHING_KNOWN;
