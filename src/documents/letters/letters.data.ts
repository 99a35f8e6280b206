import { text, type Text } from "../../kernel/text.js";

/** A line of a template; a `{{#loop}}` line repeats what stands up to its end. */
export interface TemplateLine {
  readonly style: "title" | "number" | "to" | "text" | "right" | "break";
  readonly text: string;
}

export interface LetterSpec {
  readonly name: Text;
  readonly to: "APPLICANT" | "THIRD_PARTY" | "ORGAN" | "FILE";
  /** The step that the letter carries out; without it in the record there is nothing to write. */
  readonly step?: string;
  /** What `paragraphs` of the input hold; null: not required. */
  readonly paragraphs: Text | null;
  readonly recipient: boolean;
  /** True for the decision and for the notice of a disclosure to a third party. */
  readonly remedies: boolean;
  readonly lines: readonly TemplateLine[];
}

const line = (style: TemplateLine["style"], content: string): TemplateLine => ({ style, text: content });
const say = (...all: string[]): TemplateLine[] => all.map((one) => line("text", one));
const each = (list: string): TemplateLine[] => say(`{{#${list}}}`, "{{.}}", `{{/${list}}}`);

const letter = (title: string, to: string, body: readonly TemplateLine[]): TemplateLine[] => [
  line("title", "{{机关}}"),
  line("title", title),
  line("number", "{{文号}}"),
  line("to", `${to}：`),
  ...body,
  line("right", "{{机关}}"),
  line("right", "{{落款日期}}"),
  ...say("{{联系方式}}"),
];

const RECEIVED =
  "本机关于{{收到日期}}收到你（单位）以{{收件方式}}方式提出的政府信息公开申请（编号：{{申请编号}}），申请内容为：{{申请内容}}。";
const REASONS = text("理由", "the reasons");

/** 依申请公开的各种文书: what each says, in our own words; a district may put a template of its own in place. */
export const LETTERS = {
  RECEIPT: {
    name: text("登记回执", "receipt"),
    to: "APPLICANT",
    paragraphs: null,
    recipient: false,
    remedies: false,
    lines: letter("政府信息公开申请登记回执", "{{申请人}}", [
      ...say(
        RECEIVED,
        "依照《中华人民共和国政府信息公开条例》第三十一条，{{收到规则}}，收到申请之日为{{收到日期}}。",
        "依照该条例第三十三条，本机关将于{{答复期限}}前（含当日）答复；征求意见的时间不计入期限，需要延长的另行告知。",
      ),
      ...each("附件"),
    ]),
  },
  CORRECTION: {
    name: text("补正告知书", "correction notice"),
    to: "APPLICANT",
    step: "askCorrection",
    paragraphs: text("需要补正的事项及其指导，一次列全", "everything to be corrected, with guidance"),
    recipient: false,
    remedies: false,
    lines: letter("政府信息公开申请补正告知书", "{{申请人}}", [
      ...say(
        RECEIVED,
        "经审查，申请内容不明确，依照《中华人民共和国政府信息公开条例》第三十条，请就下列事项一次补正：",
      ),
      ...each("正文"),
      ...say(
        "请于{{补正期限}}前（含当日）提交补正材料。答复期限自本机关收到补正的申请之日起重新计算。",
        "无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。",
      ),
    ]),
  },
  THIRD_PARTY_CONSULTATION: {
    name: text("第三方意见征询书（附回执）", "letter to a third party, with its reply slip"),
    to: "THIRD_PARTY",
    step: "consultThirdParty",
    paragraphs: text(
      "所涉信息及可能损害的权益，不写申请人信息",
      "the information and the rights at stake, nothing of the applicant",
    ),
    recipient: true,
    remedies: false,
    lines: [
      ...letter("政府信息公开第三方意见征询书", "{{收件人}}", [
        ...say(
          "本机关办理的政府信息公开申请涉及下列可能损害你（单位）合法权益的信息，依照《中华人民共和国政府信息公开条例》第十五条、第三十二条，现征求意见：",
        ),
        ...each("正文"),
        ...say(
          "请自收到本征询书之日起15个工作日内提出意见；不同意公开的，请说明理由。逾期未提出意见的，由本机关依照该条例的规定决定是否公开。",
          "第三方不同意公开且有合理理由的，不予公开；本机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，并将决定公开的信息内容和理由书面告知你（单位）。",
        ),
      ]),
      line("break", ""),
      line("title", "第三方意见回执"),
      line("number", "（对应文书：{{文号}}）"),
      ...say(
        "{{机关}}：",
        "对征询书所列信息，我（单位）意见如下（请选择）：",
        "□ 同意公开",
        "□ 不同意公开，理由：",
        "（可另附页）",
      ),
      line("right", "签名或者盖章："),
      line("right", "　　年　月　日"),
    ],
  },
  CONSULTATION_NOTICE: {
    name: text("征求意见告知书", "notice to the applicant that others are asked"),
    to: "APPLICANT",
    paragraphs: null,
    recipient: false,
    remedies: false,
    lines: letter("政府信息公开征求意见告知书", "{{申请人}}", [
      ...say(
        RECEIVED,
        "该申请所涉信息需要征求{{征求对象}}的意见，本机关已于{{征求日期}}发出征求意见的文书。",
        "依照《中华人民共和国政府信息公开条例》第三十三条第三款，征求意见所需时间不计算在答复期限内。",
      ),
    ]),
  },
  DISCLOSURE_NOTICE: {
    name: text("告知第三方公开决定", "notice to a third party that its information will be disclosed"),
    to: "THIRD_PARTY",
    step: "consultThirdParty",
    paragraphs: text("决定公开的信息内容和理由", "what will be disclosed, and why"),
    recipient: true,
    remedies: true,
    lines: letter("政府信息公开决定告知书", "{{收件人}}", [
      ...say(
        "本机关就下列信息征求过你（单位）的意见。依照《中华人民共和国政府信息公开条例》第三十二条，本机关认为不公开可能对公共利益造成重大影响，决定予以公开，现将内容和理由告知：",
      ),
      ...each("正文"),
      ...say("{{救济}}"),
    ]),
  },
  AGENCY_CONSULTATION: {
    name: text("征求其他行政机关意见函", "letter to an organ that made the information, too"),
    to: "ORGAN",
    step: "consultAgency",
    paragraphs: text("共同制作的信息及拟办意见", "the information and the decision that is proposed"),
    recipient: true,
    remedies: false,
    lines: letter("关于征求政府信息公开意见的函", "{{收件人}}", [
      ...say(
        "本机关办理的政府信息公开申请（编号：{{申请编号}}）涉及与贵机关共同制作的下列政府信息，依照《中华人民共和国政府信息公开条例》第三十四条，现征求意见：",
      ),
      ...each("正文"),
      ...say("请自收到本函之日起15个工作日内提出意见，逾期未提出意见的，视为同意公开。"),
    ]),
  },
  EXTENSION: {
    name: text("延期答复告知书", "notice of an extension"),
    to: "APPLICANT",
    step: "extendRequest",
    paragraphs: REASONS,
    recipient: false,
    remedies: false,
    lines: letter("政府信息公开延期答复告知书", "{{申请人}}", [
      ...say(RECEIVED, "因下列原因，本机关不能在原定答复期限内答复："),
      ...each("正文"),
      ...say(
        "依照《中华人民共和国政府信息公开条例》第三十三条第二款，经本机关政府信息公开工作机构负责人{{批准人}}于{{批准日期}}同意，答复期限延长{{延长天数}}个工作日，至{{答复期限}}（含当日）。",
      ),
    ]),
  },
  DELAYED_REPLY: {
    name: text("延迟答复告知书（第三十五条）", "notice of a delayed reply (§35)"),
    to: "APPLICANT",
    step: "recordReasons",
    paragraphs: null,
    recipient: false,
    remedies: false,
    lines: letter("政府信息公开延迟答复告知书", "{{申请人}}", [
      ...say(
        RECEIVED,
        "本机关于{{理由日期}}收到你（单位）说明的理由。经审查理由合理，但本机关无法在《中华人民共和国政府信息公开条例》第三十三条规定的期限内答复，依照该条例第三十五条，确定于{{延迟期限}}前（含当日）答复。",
      ),
      ...each("正文"),
    ]),
  },
  REASONS: {
    name: text("说明理由通知书", "notice that asks for reasons"),
    to: "APPLICANT",
    step: "askReasons",
    paragraphs: text(
      "申请的件数、期间、事项，为何明显超过合理范围，说明到哪一日为止",
      "the requests counted, why they are beyond reason, and until when to explain",
    ),
    recipient: false,
    remedies: false,
    lines: letter("政府信息公开申请说明理由通知书", "{{申请人}}", [
      ...say(
        RECEIVED,
        "依照《中华人民共和国政府信息公开条例》第三十五条，申请的数量、频次明显超过合理范围，请说明理由：",
      ),
      ...each("正文"),
      ...say(
        "理由不合理的，本机关将告知不予处理；理由合理但无法在规定期限内答复的，本机关可以确定延迟答复的合理期限并告知。",
      ),
    ]),
  },
  FEE: {
    name: text("收费通知书", "fee notice"),
    to: "APPLICANT",
    step: "noticeFee",
    paragraphs: text("计算过程和缴费方式", "the calculation, and how to pay"),
    recipient: false,
    remedies: false,
    lines: letter("政府信息公开信息处理费收费通知书", "{{申请人}}", [
      ...say(
        RECEIVED,
        "依照《中华人民共和国政府信息公开条例》第四十二条和国办函〔2020〕109号，{{计收方式}}，应缴信息处理费{{金额}}元：",
      ),
      ...each("正文"),
      ...say(
        "请自收到本通知次日起20个工作日内缴纳。逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。",
      ),
    ]),
  },
  SPLIT: {
    name: text("分立告知书（一事一申请）", "notice that a request was split"),
    to: "APPLICANT",
    step: "splitRequest",
    paragraphs: null,
    recipient: false,
    remedies: false,
    lines: letter("政府信息公开申请分立告知书", "{{申请人}}", [
      ...say(
        RECEIVED,
        "该申请包含多项内容，本机关于{{分立日期}}按事项分立办理，各件分别答复、分别计数，收到申请之日不变：",
      ),
      ...each("各件"),
      ...each("正文"),
    ]),
  },
  DECISION: {
    name: text("答复书", "decision"),
    to: "APPLICANT",
    step: "decideRequest",
    paragraphs: text("查明的事实和理由", "the facts and the reasons"),
    recipient: false,
    remedies: true,
    lines: letter("政府信息公开申请答复书", "{{申请人}}", [
      ...say(RECEIVED),
      ...each("经过"),
      ...say("经审查，现答复如下："),
      ...each("事项"),
      ...each("附件"),
      ...say("{{救济}}", "特此答复。"),
    ]),
  },
  SERVICE_RECORD: {
    name: text("送达回证", "record of service"),
    to: "FILE",
    step: "decideRequest",
    paragraphs: null,
    recipient: false,
    remedies: false,
    lines: [
      line("title", "{{机关}}"),
      line("title", "送达回证"),
      ...say(
        "送达文书及文号：政府信息公开申请答复书 {{文号}}",
        "对应申请编号：{{申请编号}}",
        "受送达人：{{申请人}}",
        "送达地址或者电子系统：{{送达地址}}",
        "送达方式：{{送达方式}}",
        "发出日期：{{送出日期}}",
        "收到日期：{{送达日期}}",
        "签收人及与受送达人关系：",
        "拒收的，拒收理由、日期，见证人：",
        "送达人：",
      ),
      ...each("正文"),
    ],
  },
} as const satisfies Record<string, LetterSpec>;

export type LetterKind = keyof typeof LETTERS;
export const LETTER_KINDS = Object.keys(LETTERS) as LetterKind[];
export const letterSpec = (kind: LetterKind): LetterSpec => LETTERS[kind];

/** The tags that a template of a kind may hold. */
export const tagsOf = (kind: LetterKind): ReadonlySet<string> =>
  new Set(
    letterSpec(kind).lines.flatMap(({ text: content }) =>
      [...content.matchAll(/\{\{[#/]?([^}]+)\}\}/g)].map(([, tag = ""]) => tag),
    ),
  );
