/** A sentence in Chinese and English. */
export type Pair = readonly [chinese: string, english: string];

/** The help of one page: what the law asks here, what one does, the keys, and what often goes wrong. */
export interface Topic {
  readonly key: string;
  readonly title: Pair;
  readonly law: readonly Pair[];
  readonly steps: readonly Pair[];
  readonly keys: readonly Pair[];
  readonly mistakes: readonly Pair[];
}

const NO_LAW: Pair = ["法规对本页没有专门要求。", "The law asks nothing of this page in particular."];
const ANY_PAGE: readonly Pair[] = [
  [
    "按 / 到查找框，按 ? 打开本页帮助，Esc 关闭窗口。",
    "/ goes to the search box, ? opens this help, Esc closes a window.",
  ],
];

/** Articles without a name are of 《政府信息公开条例》(2019); “格式” is the form of 国办公开办函〔2021〕30号. */
export const TOPICS: readonly Topic[] = [
  {
    key: "work",
    title: ["待办", "Work to do"],
    law: [
      [
        "第三十三条：能当场答复的当场答复，不能的自收到申请之日起 20 个工作日内答复；延长最多 20 个工作日，须负责人同意并告知申请人。",
        "§33: answer at once or within 20 working days of the receipt; at most 20 more, with the head's consent and notice to the applicant.",
      ],
      [
        "第四十九条：县级以上人民政府部门每年 1 月 31 日前提交并公布上一年度报告；政府的年度报告 3 月 31 日前公布。各地的内部期限通常更早。",
        "§49: departments submit and publish last year's report by 31 January, a government its own by 31 March. Local deadlines are mostly earlier.",
      ],
    ],
    steps: [
      [
        "各事项按到期日排列，点开即到该件。红色“已逾期”的先办。",
        "Items stand by their due day; open one to work on it. Red ones are overdue: first.",
      ],
      [
        "“待确认收到日期”的网上、传真、平常信函申请，先与申请人确认，期限自确认之日起算。",
        "Online, faxed or ordinary-mail requests “to be confirmed”: confirm the receipt first; the clock starts on that day.",
      ],
      [
        "在几个单位任职的，可在页面上方选择一个单位，菜单、待办和台账随之变动。",
        "Whoever works for several units chooses one above; menu, work and ledgers follow.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      [
        "以为送进内部另一个网络才算收到：系统确认之日即收到之日，内部流转不是迟延的理由。",
        "Taking the inner hand-over for the receipt: the day of confirmation counts, and inner routing excuses no delay.",
      ],
    ],
  },
  {
    key: "search",
    title: ["查找", "Search"],
    law: [NO_LAW],
    steps: [
      [
        "输入单位名称或代码、申请编号或内容、文件标题或文号、表格指标名称或代码，都可以只输一部分。",
        "Type part of a unit's name or code, a request's number or subject, a document's title or number, an indicator's label or code.",
      ],
      [
        "找到指标后，可以打开各单位的比较，也可以到本单位年报中的这一格。",
        "An indicator leads to the comparison of units and to its cell in the own report.",
      ],
    ],
    keys: [...ANY_PAGE],
    mistakes: [
      [
        "申请和文件只在自己可以查看的台账中查找；别的单位的案件不会出现。",
        "Requests and documents come from ledgers that one may read; another unit's cases never appear.",
      ],
    ],
  },
  {
    key: "requests",
    title: ["依申请公开台账", "Ledger of requests"],
    law: [
      [
        "第二十九条：申请应包括申请人姓名或名称、身份证明、联系方式、所需信息的名称或文号或便于查询的特征描述、形式要求。",
        "§29: a request gives the applicant's name, proof of identity, contact, a description of the information, and the form wanted.",
      ],
      [
        "第三十一条：当面提交的当日、签收邮件的签收日为收到之日；平常信函当日与申请人确认；互联网和传真以双方确认之日为准。",
        "§31: received on the day of submission or of signing for mail; ordinary letters are confirmed the same day; online and fax count from the day both sides confirm.",
      ],
      [
        "第四十五条：建立健全登记、审核、办理、答复、归档的工作制度。",
        "§45: registration, review, handling, reply and filing are to be organised.",
      ],
    ],
    steps: [
      [
        "点“登记申请”逐件录入；已有电子表的，下载模板填好后整表导入，全部正确才写入。",
        "Enter requests one by one, or fill the template and import the whole table; nothing is written unless all of it is right.",
      ],
      [
        "用“只看尚未办结”“只看已逾期”缩小范围，点编号打开该件。",
        "Narrow by “pending” and “overdue”; a number opens its request.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      [
        "申请人类型选错：年报表三按自然人和五类法人或其他组织分列，选错会使两列同时出错。",
        "The wrong kind of applicant puts two columns of table 三 wrong at once.",
      ],
      [
        "把上年收到、本年办结的又登记一遍：它属于“上年结转”，不是“本年新收”。",
        "Registering again what came last year: it is carried in, not newly received.",
      ],
    ],
  },
  {
    key: "request",
    title: ["一件申请的办理", "Handling a request"],
    law: [
      [
        "第三十条：内容不明确的，7 个工作日内一次性告知补正；答复期限自收到补正的申请之日起算；无正当理由逾期不补正的，视为放弃。",
        "§30: unclear requests are to be corrected, told once within 7 working days; the reply period starts anew with the corrected request; unexcused silence gives it up.",
      ],
      [
        "第三十二条、第三十四条：征求第三方、共同制作机关的意见各为 15 个工作日；第三方逾期不答由本机关决定，机关逾期不答视为同意。",
        "§32, §34: third parties and co-making organs have 15 working days; a third party's silence leaves the decision to the organ, an organ's silence is consent.",
      ],
      [
        "第三十三条第三款：征求意见所需时间不计算在答复期限内。",
        "§33(3): the time of asking is not counted.",
      ],
      [
        "第三十六条至第三十九条：各种答复的情形；不予公开依据第十四条至第十六条，须说明理由。",
        "§36–39: the kinds of reply; refusals rest on §14–16 and give their reason.",
      ],
    ],
    steps: [
      [
        "上方按钮是现在能办的事；不能办的列在“现在不能办的事”里，并写明原因。",
        "The buttons above are what can be done now; the rest is listed with its reason.",
      ],
      [
        "“期限日历”逐日说明是否计入及依据；带 ★ 的是最后一日。",
        "The calendar says for each day whether it counts and why; ★ is the last day.",
      ],
      [
        "办完一步后点“生成文书”：依据、日期、救济途径由系统填写并核对。",
        "After a step write its letter: articles, dates and remedies are filled in and checked.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      ["第 7 个工作日以后才要求补正，或者要求补正两次。", "Asking for a correction after day 7, or twice."],
      [
        "答复“信息不存在”而没有检索记录：应记明何时、何人、查了哪些系统和档案、用了哪些词。",
        "“Does not exist” without an account of the search: when, who, which files, which words.",
      ],
      [
        "不予公开的答复书仍写“可以直接起诉”：2024 年起不予公开须先申请行政复议（行政复议法第二十三条）。",
        "A refusal that still offers a direct suit: since 2024 the review comes first.",
      ],
      ["延长期限在原期限届满以后才告知。", "Telling of an extension after the first period has ended."],
    ],
  },
  {
    key: "disclosures",
    title: ["主动公开台账", "Ledger of disclosures"],
    law: [
      [
        "第十九条至第二十一条：应当主动公开的范围；第二十条列举十五项。",
        "§19–21: what is to be disclosed; §20 lists fifteen items.",
      ],
      [
        "第十七条：公开前须依法审查；第二十六条：自形成或者变更之日起 20 个工作日内公开。",
        "§17: review before publication; §26: within 20 working days of making or change.",
      ],
    ],
    steps: [
      [
        "登记文件，完成初审、复审、终审后公布；列表可多选，一次审查或公布。",
        "Register the document, take it through its reviews, publish; several can be reviewed or published at once.",
      ],
      [
        "同一信息通过几个渠道公开的，在同一条记录里选几个渠道，不要各登记一条。",
        "What goes out by several channels is one record with several channels.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      [
        "网站 59 条、公众号 876 条，总数却写 911 条：59+876=935。若 24 条两处都发，须写明“同一信息只计 1 条”。",
        "59 on the site and 876 by WeChat are 935, not 911 – unless the text says that 24 went out by both and were counted once.",
      ],
      [
        "同一类别用两个名称（财政信息、财政数据），分类合计就对不上：请用目录里的名称。",
        "Two names for one category break the sums: use the catalogue's.",
      ],
    ],
  },
  {
    key: "interpretations",
    title: ["政策解读台账", "Ledger of interpretations"],
    law: [
      [
        "规章、行政规范性文件和影响面广的文件应当解读，由起草单位负责，与文件同步公布；最迟几个工作日由各地规定，可在设置中改。",
        "Rules, normative documents and those of wide effect are interpreted by their drafter together with the document; the last day is local, a setting here.",
      ],
    ],
    steps: [
      [
        "登记政策文件及其解读形式，公布后填日期和网址；逾期未解读的规范性文件会列为问题。",
        "Enter the document and its form of interpretation, then day and address; a normative document without one is a finding.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      [
        "“文件和解读信息 21 条”是两种数：文件几件、解读几篇应当分开。",
        "“21 documents and interpretations” are two figures; keep them apart.",
      ],
    ],
  },
  {
    key: "remedies",
    title: ["行政复议、行政诉讼台账", "Ledger of reviews and suits"],
    law: [
      [
        "格式表四：行政复议、未经复议直接起诉、复议后起诉三组，各有维持、纠正、其他、尚未审结和总计。",
        "Table 四: review, direct suit, suit after review; each upheld, corrected, other, pending and total.",
      ],
      [
        "行政复议法第二十条：自知道之日起 60 日内申请；行政诉讼法第四十五条、第四十六条：复议后 15 日、直接起诉 6 个月。",
        "Review within 60 days of knowing; a suit within 15 days after a review, or 6 months directly.",
      ],
    ],
    steps: [
      [
        "受理时登记，收到决定或判决后填结果；系统按结果归入表四的列。",
        "Enter the case when it is accepted, its result when it comes; the column of table 四 follows.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      [
        "正文只数已审结的，表格数全部：正文 134 件、表四 170 件，差的 36 件正是尚未审结。",
        "A text that counts concluded cases only while the table counts all.",
      ],
      [
        "复议机关作共同被告的案件不计入复议机关的表四。",
        "A case in which the review organ is only co-defendant is not counted by it.",
      ],
    ],
  },
  {
    key: "proposals",
    title: ["建议提案台账", "Ledger of proposals"],
    law: [
      [
        "代表法第五十一条：代表建议自交办之日起 3 个月内答复，涉及面广、处理难度大的 6 个月内；政协提案按当地规定，可在设置中改。",
        "Congress suggestions are answered within 3 months, broad ones 6; CPPCC proposals by local rules, a setting.",
      ],
    ],
    steps: [
      [
        "交办时登记，答复后填结果分类和满意程度，可公开的填公开日期。",
        "Enter a proposal when assigned; then its answer, class, satisfaction and publication.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      ["办理 0 件也写“办结率 100%”：0/0 没有比率。", "A rate of 100 % out of no case: 0/0 has none."],
    ],
  },
  {
    key: "supplies",
    title: ["其他机关提供的数字", "Figures from other offices"],
    law: [
      [
        "格式表二：规范性文件、行政许可、行政处罚、行政强制的件数和行政事业性收费金额由司法行政、执法、财政等机构提供；收费以万元计。",
        "Table 二: documents, licences, penalties and fees come from other offices; fees in 10,000 yuan.",
      ],
    ],
    steps: [
      [
        "录入数字、期间和提供单位，再由另一人核签；核签后计入表二。",
        "Enter figure, period and supplier; another person signs it off; then it counts.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [["把元当作万元，收费大一万倍。", "Yuan typed as 10,000 yuan."]],
  },
  {
    key: "form",
    title: ["年报：表格", "The report: its form"],
    law: [
      [
        "第五十条：年度报告的内容；格式由国办公开办函〔2021〕30号规定（六个部分，表二、表三、表四）。",
        "§50: the report's content; the form is that of 国办公开办函〔2021〕30号: six parts, tables 二, 三, 四.",
      ],
      [
        "表三每列：第一项加第二项之和，等于第三项加第四项之和。每行：六类申请人之和等于总计。",
        "Each column of table 三: new plus carried in equals results plus carried out. Each row: six kinds of applicant add up to the total.",
      ],
      ["“部分公开”区分处理的只计这一情形，不计其他情形。", "“Partly disclosed” counts in that row alone."],
    ],
    steps: [
      [
        "点“由台账生成”填入台账数，再逐格核对；选中一格，右侧有上年数、台账数和所计的记录。",
        "Fill the form from the ledgers, then check; the panel of a cell shows last year, the ledger and the records counted.",
      ],
      [
        "右侧“问题”随填随查，点“跳到”即到那一格。与台账不一致的，改正或者说明原因。",
        "Findings appear while typing and jump to their cell; correct a difference or explain it.",
      ],
      [
        "保存后送审、报送；不能办的按钮上写着还差什么。",
        "Save, ask for the review, submit; a button that cannot be used says what is missing.",
      ],
    ],
    keys: [
      [
        "方向键移动，回车向下，Tab 向右，F2 进入格内编辑；从 Excel 复制的一块可直接粘贴；Ctrl+Z 撤销，Ctrl+S 保存。",
        "Arrows move, Enter goes down, Tab right, F2 edits; a block from Excel can be pasted; Ctrl+Z undoes, Ctrl+S saves.",
      ],
      ...ANY_PAGE,
    ],
    mistakes: [
      [
        "本年“上年结转”与上年“结转下年度继续办理”不一致：两数应当逐列相等。",
        "Carried in differs from last year's carried out: they agree column by column.",
      ],
      [
        "区县及以下填了“规章”：只有国务院部门、省和设区的市能制定规章，应填 0。",
        "Rules (规章) at a district or below: only ministries, provinces and cities make them; enter 0.",
      ],
      ["用“/”或空白代替 0：没有就填 0。", "“/” or blank for none: enter 0."],
    ],
  },
  {
    key: "text",
    title: ["年报：正文", "The report: its text"],
    law: [
      [
        "格式：总体情况应包括主动公开、依申请公开、政府信息管理、平台建设、监督保障五方面，不能遗漏，也不宜泛化。",
        "The overview covers disclosure, requests, management, platforms and supervision: nothing left out, nothing vague.",
      ],
      [
        "存在的主要问题及改进情况须有实际内容；雷同、应付的依法追究责任。信息处理费在第六部分说明。",
        "Problems and improvements need substance; copied or perfunctory reports are answered for. Processing fees stand in part 六.",
      ],
    ],
    steps: [
      [
        "在各部分直接修改；有问题的词句标出颜色，下面写着算式和建议。",
        "Edit each part; marked words have their arithmetic and a suggestion below.",
      ],
    ],
    keys: [["Ctrl+S 保存。", "Ctrl+S saves."], ...ANY_PAGE],
    mistakes: [
      [
        "59+876=935，不是 911：渠道之和与总数应当相等，重复发布的要写明。",
        "59+876 is 935, not 911: channels add up to the total, or the overlap is stated.",
      ],
      [
        "2 件变 1 件是下降 50%，不是下降 100%；上年为 0 时不写百分比。",
        "From 2 to 1 is down 50 %, not 100 %; no percentage where last year had none.",
      ],
      [
        "开头说“五个部分”而列了六个，或者提到附表而没有附表。",
        "“Five parts” where six are named; an annex that is not there.",
      ],
      ["照抄去年，年份、单位名称没有改。", "Last year's text with its year and names."],
    ],
  },
  {
    key: "import",
    title: ["导入年报文件", "Bringing a report's file in"],
    law: [
      [
        "表二、表三、表四是要核对和汇总的数字，做成图片就无法核对。",
        "The tables are figures to be checked and added up; a picture of them cannot be.",
      ],
    ],
    steps: [
      [
        "选文件，系统逐格列出读到的数、已存的数和所在位置；勾选要采用的，再点“采用”。",
        "Choose the file; each figure stands beside the stored one with its place; take what you want.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      [
        "表格是图片的读不出数字，须手工填写或由台账生成。",
        "Pictures of tables hold no figures: type them or fill the form from the ledgers.",
      ],
    ],
  },
  {
    key: "reportHistory",
    title: ["年报：历史", "The report: its history"],
    law: [
      [
        "公布后更正没有全国规定：系统另存一版，写明理由，原公布版仍可查。",
        "No national rule on corrections after publication: a new version with its reason, the published one stays readable.",
      ],
    ],
    steps: [
      [
        "看何人何时改了什么；退回以后与上一版相比，差异逐格列出。",
        "See who changed what and when; after a return the difference to the version before is listed cell by cell.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [],
  },
  {
    key: "board",
    title: ["填报看板", "Filing board"],
    law: [
      [
        "第四十九条：1 月 31 日前提交并公布；看板的期限可由主管部门提前。",
        "§49: by 31 January; the office may set an earlier day.",
      ],
      [
        "第四十七条：主管部门负责日常指导和监督检查，对未按照要求开展工作的督促整改或者通报批评。",
        "§47: the office guides and inspects; it urges whoever does not do as required, or names them in a public notice.",
      ],
    ],
    steps: [
      [
        "点颜色条只看一种状态，点列名排序；勾选单位后“催报”。",
        "A part of the bar shows one state, a heading sorts; choose units and remind them.",
      ],
      [
        "催报窗口列出各单位的联系人、办公电话和可复制的文字，以及首次、再次催报和通报的日期；天数在设置里改。",
        "The window lists contacts, telephones and texts, and the days of first reminder, second and public notice, which are settings.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      [
        "只看是否报送：有错误的年报同样需要退回。",
        "Looking at who filed only: a report with errors needs returning as well.",
      ],
    ],
  },
  {
    key: "review",
    title: ["审核台", "Review desk"],
    law: [
      [
        "第四十七条：主管部门加强日常指导和监督检查，督促整改。",
        "§47: the office guides, inspects and has faults put right.",
      ],
    ],
    steps: [
      [
        "逐份看主要数字、问题、单位说明和文字雷同；判定说明，退回时勾选只准改的格，或者审定、发布。",
        "Look at figures, findings, explanations and likeness; judge, send back with chosen cells, approve or publish.",
      ],
    ],
    keys: [["J 下一份，K 上一份。", "J next, K previous."], ...ANY_PAGE],
    mistakes: [
      [
        "全部开放退回：只需改一格的，勾选那一格，其他各格不会被改动。",
        "Opening all on return: choose the one cell that has to change.",
      ],
    ],
  },
  {
    key: "compare",
    title: ["比较", "Comparison"],
    law: [
      [
        "2019、2020 年度用试行格式，与 2021 年起的格式只有部分指标可比。",
        "The form of 2019 and 2020 is comparable with that of 2021 in part only.",
      ],
    ],
    steps: [
      [
        "选范围、年度和指标；同一选择可看表、排名、历年、分布、构成，地址可以发给别人。",
        "Choose units, years and indicators; see them as table, ranking, lines, distribution or parts; the address can be shared.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      [
        "分母很小的比率不可比：2 件中 1 件与 200 件中 100 件都是 50%，前者不参加排名。",
        "Rates out of few cases do not compare: they are not ranked.",
      ],
    ],
  },
  {
    key: "brief",
    title: ["简报", "Brief"],
    law: [NO_LAW],
    steps: [
      [
        "图和句子由年报数据算出；打印为两页 A4。",
        "Charts and sentences are computed of the reports; it prints on two pages.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      [
        "缺报的单位没有计入：看“缺”了哪些再引用。",
        "Units that have not filed are missing: look at which before quoting.",
      ],
    ],
  },
  {
    key: "questions",
    title: ["分析", "Questions"],
    law: [
      [
        "第十五条：不得从统计结果认出申请人；人数很少的格对外不显示或加扰动。",
        "§15: nobody may be known from statistics; small counts are withheld or given noise.",
      ],
    ],
    steps: [
      [
        "选数据、范围、分组和统计量，结果随即显示；满意后保存、共享或下载。",
        "Choose data, scope, groups and measures; the answer appears; save, share, download.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      [
        "把“不显示”当作 0：它表示少于规定件数。",
        "Reading “withheld” as 0: it means fewer than the threshold.",
      ],
    ],
  },
  {
    key: "users",
    title: ["用户和任职", "Users and roles"],
    law: [
      [
        "第十七条：明确审查的程序和责任；系统因此把经办与审核分由不同的人办理，审计员不兼其他角色。",
        "§17: the steps of the review and who answers for them are laid down; so clerk and reviewer are two people here, and the auditor holds no other role.",
      ],
    ],
    steps: [
      [
        "新增用户并给初始密码，本人首次登录后须修改；多选后可一次任职或免除。",
        "Add a user with a first password; choose several to grant or revoke at once.",
      ],
      [
        "整批新增：上传 .csv，先预览，全部正确才写入。",
        "Many at once: a .csv with a preview; all of it or none.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      [
        "离岗的人只删任职、不停用账号：两者都要。",
        "Someone who left keeps the account: revoke the roles and disable it.",
      ],
    ],
  },
  {
    key: "units",
    title: ["单位", "Units"],
    law: [
      [
        "第四条：各级人民政府及县级以上人民政府部门指定工作机构，负责编制年度报告；第五十四条：法律、法规授权的组织同样适用。",
        "§4: governments and departments name the office that makes the report; §54: authorised organisations are included.",
      ],
    ],
    steps: [
      [
        "新增、改名、改隶、撤销；撤销时指定承继单位，未结的申请、案件、建议随之移交。",
        "Add, rename, move, dissolve; name the successor, to whom open cases go.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      [
        "误设的单位用“删除”；真实存在过的用“撤销”，历年数据保留。",
        "A unit made by mistake is removed; one that existed is dissolved and keeps its data.",
      ],
    ],
  },
  {
    key: "settings",
    title: ["设置", "Settings"],
    law: [
      [
        "法律没有规定的口径由主管部门确定；每项设置旁写着依据。",
        "What the law leaves open the office decides; each setting names what it rests on.",
      ],
    ],
    steps: [
      [
        "“修改”后对本级和以下各单位生效，下级可以另定；留空提交则恢复上级所定或默认值。",
        "A decision holds for the unit and all below; an empty one takes it back.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      [
        "改了期限口径，未办结申请的到期日会重新计算：改前看一看待办。",
        "A convention of the clock moves due days of pending requests.",
      ],
    ],
  },
  {
    key: "webhooks",
    title: ["通知接口", "Endpoints"],
    law: [
      [
        "法律对此没有规定；通知只有单位代码、编号、年度、状态和时刻，不含个人信息。",
        "The law says nothing of it; an event holds codes, ids, year, status and time, and nothing personal.",
      ],
    ],
    steps: [
      [
        "新增地址，选事件，抄存签名密钥；点“测试”，看对方是否答复 2xx。",
        "Add an address, choose events, copy the key; send a test and see whether the receiver answers 2xx.",
      ],
      [
        "失败的自动重试约两日；已放弃的，对方修好后点“重发”。",
        "A failure is tried again for about two days; what was given up is sent again by hand.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      [
        "同一通知可能到两次：接收程序按通知编号去重。",
        "An event may arrive twice: the receiver tells them apart by the delivery's id.",
      ],
    ],
  },
  {
    key: "calendar",
    title: ["工作日历", "Working calendar"],
    law: [
      [
        "全国年节及纪念日放假办法第四条：少数民族习惯的节日由当地政府规定放假日期。",
        "The rules on holidays, §4: local governments decide on days off of national minorities.",
      ],
      ["期限只数工作日：调休上班的周末是工作日。", "Periods count working days; a make-up weekend is one."],
    ],
    steps: [
      [
        "选年度，看本地放假和上班的日子及其公布文件；“增加一日”填日期、放假或上班、文件名，保存后未办结申请的期限重新计算。",
        "Choose a year; add a day with its kind and notice; pending clocks are counted again.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      [
        "下一年的放假安排一般 11 月公布，此前跨年的期限是暂定的。",
        "Next year's days come out in November; periods that reach there are provisional.",
      ],
    ],
  },
  {
    key: "letters",
    title: ["文书模板", "Templates of letters"],
    law: [
      [
        "第三十条、第三十二条、第三十三条、第三十六条等规定了各种文书必须写明的内容；模板不能缺少必要的标记。",
        "The articles say what each letter holds; a template may not leave out the tags that carry it.",
      ],
    ],
    steps: [
      [
        "下载现行模板，在 Word 里改版式和落款，保留 {{机关}} 这样的标记，再上传；看样稿；不合适可恢复原模板。",
        "Download the template, change it in Word keeping tags such as {{机关}}, upload, look at the sample; the built-in one can be restored.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      [
        "在 Word 里把标记拆成两种字体，或者只留一半花括号：上传时会指出。",
        "Tags that lost a brace: the upload says so.",
      ],
    ],
  },
  {
    key: "groups",
    title: ["可比组", "Peer groups"],
    law: [NO_LAW],
    steps: [
      [
        "给一组下级单位起名，用于比较和排名；同一名称只能有一组。",
        "Name a group of units below for comparison and ranking.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      [
        "镇和部门放在一组：职责不同，数字不可比。",
        "Towns and departments in one group: their duties differ.",
      ],
    ],
  },
  {
    key: "catalogue",
    title: ["主动公开目录", "Catalogue of disclosure"],
    law: [
      [
        "第十二条：编制、公布并及时更新政府信息公开指南和目录。",
        "§12: guide and catalogue are made, published and kept up to date.",
      ],
      ["第十九条至第二十一条：目录各事项的依据。", "§19–21: what its items rest on."],
    ],
    steps: [
      [
        "新增、修改事项，写明依据；同一类别的其他叫法填在“同义名称”里，登记和导入时自动归类。",
        "Add or change items with their article; other names of a category are its synonyms.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      [
        "不再公开的事项应停用，不要改成别的事项：原有记录仍按旧类别统计。",
        "Retire an item, do not turn it into another.",
      ],
    ],
  },
  {
    key: "contacts",
    title: ["联系人", "Contacts"],
    law: [
      [
        "第十二条：公开指南载明工作机构的名称、办公地址、联系电话；这里只留办公电话，不留手机和住址。",
        "§12: the guide gives office, address and telephone; only the office's telephone is kept here.",
      ],
    ],
    steps: [
      [
        "填本单位负责年报的联系人和办公电话，主管部门催报时看得到；人员变动后及时改。",
        "Enter who answers for the report and the office telephone; the district office sees them when it reminds.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [
      ["填个人手机：联系人表只放单位公开的信息。", "A private number: only what the office publishes."],
    ],
  },
  {
    key: "history",
    title: ["办理记录", "History"],
    law: [
      [
        "第四十五条：建立健全登记、审核、办理、答复、归档的工作制度。",
        "§45: registration, review, handling, reply and filing are to be organised.",
      ],
    ],
    steps: [
      [
        "按日期、单位看何人做了什么，查看申请人信息也记在其中；“核对历史”检查记录是否被改动过。",
        "See who did what by day and unit, reading of applicants' data included; verification finds what was altered.",
      ],
    ],
    keys: ANY_PAGE,
    mistakes: [],
  },
];
