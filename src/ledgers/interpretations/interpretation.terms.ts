import { text, type Text } from "../../kernel/text.js";

/** What is interpreted. Rules and normative documents must be; others where they concern many people. */
export const DOCUMENT_CLASSES = {
  RULE: text("规章", "rule of a department or local government"),
  NORMATIVE: text("行政规范性文件", "administrative normative document"),
  OTHER: text("其他政策文件", "other policy document"),
} as const satisfies Record<string, Text>;
export type DocumentClass = keyof typeof DOCUMENT_CLASSES;

/** 解读形式. One document interpreted in two forms is two records. */
export const INTERPRETATION_FORMS = {
  TEXT: text("文字", "text"),
  CHART: text("图表图解", "chart"),
  COMIC: text("漫画", "comic"),
  AUDIO: text("音频", "audio"),
  VIDEO: text("视频", "video"),
  PRESS_CONFERENCE: text("新闻发布会", "press conference"),
  INTERVIEW: text("在线访谈", "interview"),
  QUESTIONS: text("问答", "questions and answers"),
  EXPERT: text("专家解读", "expert's article"),
  CASE: text("案例", "case"),
} as const satisfies Record<string, Text>;
export type InterpretationForm = keyof typeof INTERPRETATION_FORMS;

export const INTERPRETATION_STATES = {
  AWAITED: text("待解读", "to be published"),
  PUBLISHED: text("已发布", "published"),
  VOID: text("已作废", "void"),
} as const satisfies Record<string, Text>;
export type InterpretationState = keyof typeof INTERPRETATION_STATES;
