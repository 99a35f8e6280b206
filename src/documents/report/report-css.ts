import { FONTS } from "../../wordprocessing/index.js";

const family = (...names: string[]): string => names.map((name) => `"${name}"`).join(",");
const BODY = `${family(FONTS.body, "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC")},serif`;
const PLAIN = `${family(FONTS.plain, "SimSun", "Songti SC", "Noto Serif CJK SC")},serif`;

/** GB/T 9704 on paper: A4, text area of 156 × 225 mm, 22 lines a page; on a screen the same sheet without its height. */
export const REPORT_CSS = `
@page{size:A4;margin:37mm 26mm 35mm 28mm}
@page:right{@bottom-right{content:"— " counter(page) " —";font:14pt ${PLAIN};padding-right:14pt;vertical-align:top;padding-top:7mm}}
@page:left{@bottom-left{content:"— " counter(page) " —";font:14pt ${PLAIN};padding-left:14pt;vertical-align:top;padding-top:7mm}}
*{box-sizing:border-box}
body{margin:0;background:#f3f3f3;color:#000;font:16pt/28.95pt ${BODY}}
main{max-width:210mm;margin:0 auto;padding:37mm 26mm 35mm 28mm;background:#fff}
nav{max-width:210mm;margin:0 auto;padding:8px 16px;font:14px/1.6 sans-serif;display:flex;gap:16px;flex-wrap:wrap}
nav a{color:#0b5394}
h1{margin:0 0 28.95pt;font:normal 22pt/35pt ${family(FONTS.title, "FZXiaoBiaoSong-B05S", "STZhongsong", "SimSun", "Noto Serif CJK SC")},serif;text-align:center}
h1 .rest{display:inline-block}
h2{margin:0;font:normal 16pt/28.95pt ${family(FONTS.heading, "SimHei", "Heiti SC", "Noto Sans CJK SC")},sans-serif;text-indent:2em;break-after:avoid}
.text p{margin:0;min-height:28.95pt;text-indent:2em;text-align:justify;white-space:pre-wrap;overflow-wrap:anywhere}
.text b{font-weight:normal;font-family:${family(FONTS.subheading, "KaiTi", "楷体", "STKaiti")},${BODY}}
.wide{overflow-x:auto}
table{width:100%;min-width:150mm;border-collapse:collapse;table-layout:fixed;font:9pt/11.8pt ${PLAIN}}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{border:.5pt solid #000;padding:2pt;font-weight:normal;text-align:center;vertical-align:middle;overflow-wrap:anywhere}
tbody th[scope^=row]{text-align:left}
.signature{margin-top:28.95pt;display:flex;flex-direction:column;align-items:center;width:max-content;max-width:100%;margin-left:auto;padding-right:4em;break-inside:avoid}
.signature p{margin:0}
@media screen and (max-width:210mm){main{padding:24px 16px}body{font-size:17px;line-height:1.8}.text p{min-height:1.8em}.signature{padding-right:0}}
@media print{
body{background:none}
main{max-width:none;margin:0;padding:0}
nav{display:none}
.wide{overflow:visible}
table{min-width:0}
tr,table,.requests,.remedies{break-inside:avoid}
.requests{break-before:page}
}`;
