/** One sheet for all pages: reads at 320 px, at 400 % and on paper; no picture, no script, no font from elsewhere. */
export const OPEN_CSS = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:#fff;color:#1c2126;font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums}
a{color:#0b4f9e}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid #0b4f9e;outline-offset:2px}
.skip{position:absolute;left:-999px}
.skip:focus{left:8px;top:8px;background:#fff;padding:4px 8px;z-index:1}
header,main,footer{max-width:1120px;margin:0 auto;padding:0 16px}
header{padding-top:12px;padding-bottom:12px}
.bar{border-bottom:3px solid #0b4f9e}
.site{font-weight:bold;color:#0b4f9e;text-decoration:none}
.trail{margin:16px 0 0;padding:0;list-style:none;display:flex;flex-wrap:wrap;font-size:14px}
.trail li{min-height:28px;line-height:28px}
.trail li+li::before{content:"›";padding:0 8px;color:#59636e}
h1{margin:12px 0 8px;font-size:26px;line-height:1.35}
h2{margin:32px 0 8px;font-size:20px}
p{margin:8px 0}
.lead,.note{color:#4a545e}
.note{font-size:14px}
.links{margin:8px 0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:4px 20px}
.wide{overflow-x:auto;margin:8px 0}
table{border-collapse:collapse;width:100%;font-size:14px}
caption{text-align:left;color:#4a545e;padding:4px 0}
th,td{border:1px solid #c9d1d9;padding:5px 8px;text-align:left;vertical-align:top}
thead th{background:#eef2f6;white-space:nowrap}
tbody th{font-weight:normal;min-width:9em}
tbody th[scope=row],thead th:first-child{position:sticky;left:0}
tbody th[scope=row]{background:#fff}
tbody th.group{background:#f6f8fa;font-weight:bold}
tfoot th,tfoot td{background:#f6f8fa;font-weight:bold}
.number{text-align:right;white-space:nowrap}
.none{color:#59636e;white-space:nowrap}
form{margin:12px 0;display:flex;flex-wrap:wrap;gap:8px;align-items:end}
label{display:block}
input{font:inherit;padding:6px 8px;border:1px solid #59636e;border-radius:4px;width:22em;max-width:100%}
button{font:inherit;padding:6px 16px;border:1px solid #0b4f9e;border-radius:4px;background:#0b4f9e;color:#fff}
.records{margin:8px 0;padding:0;list-style:none}
.records li{padding:8px 0;border-bottom:1px solid #d8dee4;overflow-wrap:anywhere}
.records .note{display:block}
footer{margin-top:40px;padding-top:12px;padding-bottom:32px;border-top:1px solid #c9d1d9;font-size:14px;color:#4a545e}
@media (max-width:640px){h1{font-size:22px}input{width:100%}form>p{flex:1 1 100%}}
@page{size:A4;margin:18mm 15mm}
@media print{
body{font-size:10.5pt}
.skip,form,.trail,.screen{display:none}
header,main,footer{max-width:none;padding:0}
.wide{overflow:visible}
table{font-size:8.5pt}
th,td{padding:2pt 3pt}
thead{display:table-header-group}
tbody th[scope=row],thead th:first-child{position:static}
tr{break-inside:avoid}
a{color:inherit;text-decoration:none}
}`;
