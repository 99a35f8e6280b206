/** What 环山街道's records on the website are called, by column. One more than there are names begins anew, numbered. */
const MATTERS = [
  "老旧小区改造",
  "社区养老服务",
  "物业服务提升",
  "生活垃圾分类",
  "文明城市创建",
  "安全生产检查",
  "防汛防台准备",
  "志愿服务",
  "社区文化活动",
  "就业帮扶",
];
const NEWS = ["工作推进会召开", "集中宣传活动开展", "入户走访见闻", "阶段性任务完成"];

export const SINGLE_TITLES: Readonly<Record<string, readonly string[]>> = {
  人事信息: ["公益性岗位人员招聘公告"],
  业务动态: NEWS.flatMap((news) => MATTERS.map((matter) => `${matter}${news}`)),
  财政信息: ["2022年度部门决算公开"],
  财政数据: ["2023年度“三公”经费预算"],
  重点民生信息: ["最低生活保障标准和申请指南"],
  行政执法公示: ["行政处罚结果公示", "执法检查计划", "执法人员名单", "行政强制结果公示"],
  政务公开组织推进: [
    "政务公开工作要点任务分解表",
    "政府信息公开指南修订说明",
    "主动公开目录更新说明",
    "政府开放日活动安排",
    "政务公开业务培训情况",
  ],
  年度重点信息: ["年度重点工作任务清单", "上半年重点工作进展", "年度重点工作完成情况"],
};
