/** The stylesheet of every page. Heights and gaps are those of Grafana's grid: 30 px a line, 8 px between. */
export const styles = `
:root{color-scheme:light dark;
--page:#f4f5f5;--panel:#fff;--edge:#d5d8dc;--ink:#22252b;--quiet:#5a5f6b;--link:#1550b4;--track:#e6e8eb;--grid:#e3e5e8;
--green:#73bf69;--orange:#ff9830;--red:#f2495c;--blue:#5794f2;--purple:#b877d9;--grey:#a0a4ab;--on-fill:#111217;
--green-ink:#1b7434;--orange-ink:#9a4a00;--red-ink:#c4162a;--blue-ink:#1550b4;--purple-ink:#7c2ea3;--grey-ink:#5a5f6b;
--series-0:#2f6fd0;--series-1:#d9641a;--series-2:#2c8a4b;--series-3:#a23cb3;--series-4:#0e8a94;--series-5:#b3324a;--series-6:#7d6b12;--series-7:#5c5ccf;--heat:#d9480f}
@media (prefers-color-scheme:dark){:root{
--page:#111217;--panel:#181b1f;--edge:#2e3138;--ink:#dddee3;--quiet:#a2a5af;--link:#7eb0ff;--track:#2a2d34;--grid:#282b31;
--grey:#8b8f98;--green-ink:#73bf69;--orange-ink:#ff9830;--red-ink:#ff7383;--blue-ink:#7eb0ff;--purple-ink:#d3a4ea;--grey-ink:#a2a5af;
--series-0:#6ea6ff;--series-1:#ff9d5c;--series-2:#6fcf87;--series-3:#dc8ff0;--series-4:#4ecbd6;--series-5:#ff8095;--series-6:#d8c25a;--series-7:#a8a8ff;--heat:#ff8a3d}}
*{box-sizing:border-box;margin:0}
body{background:var(--page);color:var(--ink);font:14px/1.45 Inter,system-ui,sans-serif}
main{padding:16px}
a{color:var(--link)}
nav{margin-bottom:8px}
h1{font-size:24px;line-height:1.25}
h2{font-size:18px;margin:24px 0 8px}
h2.row{font-size:15px;margin:16px 0 8px;padding-bottom:4px;border-bottom:1px solid var(--edge)}
h3{font-size:13px;font-weight:600;line-height:1.3;overflow-wrap:anywhere}
h3 a{color:inherit;text-decoration:none}
h3 a:hover,h3 a:focus-visible{text-decoration:underline}
small,.figures,.note{color:var(--quiet);font-size:12px}
.unseen{position:absolute;width:1px;height:1px;margin:0;clip-path:inset(50%);white-space:nowrap}
.lead{max-width:90ch;margin:4px 0}
.badge{font-size:11px;font-weight:400;color:var(--quiet);border:1px solid var(--edge);border-radius:3px;padding:0 5px;white-space:nowrap}
.facts{display:flex;flex-wrap:wrap;gap:2px 24px;margin:8px 0 16px;font-size:12px}
.facts div{display:flex;gap:6px}
dt{color:var(--quiet)}
.grid{display:grid;grid-template-columns:repeat(24,minmax(0,1fr));grid-auto-rows:30px;grid-auto-flow:dense;gap:8px}
.panel{display:flex;flex-direction:column;min-width:0;background:var(--panel);border:1px solid var(--edge);border-radius:3px;overflow:hidden}
.panel:target,.about:target{outline:2px solid var(--link)}
.panel header,.about header{display:flex;justify-content:space-between;align-items:flex-start;gap:8px}
.panel header{padding:6px 10px 2px}
.body{flex:1;min-height:0;display:flex;flex-direction:column;padding:2px 10px;overflow:hidden}
.panel footer{display:flex;flex-wrap:wrap;gap:2px 10px;padding:2px 10px 5px;font-size:11px;line-height:1.35;color:var(--quiet)}
.chip{display:inline-flex;align-items:center;gap:4px;white-space:nowrap}
.chip i,.legend i{flex:none;width:9px;height:9px;border-radius:2px}
.chips{display:flex;flex-wrap:wrap;gap:2px 12px}
.without{font-size:12px;color:var(--quiet)}
pre{margin:4px 0 0;white-space:pre-wrap;overflow-wrap:anywhere;font:12px/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:var(--ink)}
code{font:inherit}
.stats{flex:1;min-height:0;display:flex;gap:6px}
.stat{flex:1;min-width:0;display:flex;flex-direction:column;text-align:center;border-radius:3px}
.reading{flex:1;min-height:0;display:flex;flex-direction:column;justify-content:center}
.stat.filled{color:var(--on-fill)}
.stat .value{font-size:26px;font-weight:600;line-height:1.1;overflow-wrap:anywhere}
.many .value{font-size:18px}
.stat .name{font-size:11px;line-height:1.2;overflow-wrap:anywhere}
.stat:not(.filled) .name{color:var(--quiet)}
.sparkline{flex:0 0 34%;width:100%;min-height:0}
.sparkline .shade{fill:currentColor;fill-opacity:.12}
.sparkline .stroke{stroke:currentColor;stroke-opacity:.45}
.stroke,.threshold,path.grid{fill:none;vector-effect:non-scaling-stroke}
.stroke{stroke-width:1.5}
.threshold{stroke-width:1.5;stroke-dasharray:8 6}
path.grid{stroke:var(--grid);stroke-width:1}
.heat{fill:var(--heat)}
.plot{flex:1;min-height:60px;padding-top:6px;display:grid;grid-template:minmax(0,1fr) 18px / auto minmax(0,1fr) auto}
.canvas{grid-area:1/2;width:100%;height:100%;min-height:0}
.y,.x{position:relative;font-size:11px;line-height:1;color:var(--quiet)}
.y{grid-area:1/1}
.y.right{grid-area:1/3}
.x{grid-area:2/2}
.y span{position:absolute;right:6px;transform:translateY(-50%);white-space:nowrap}
.y.right span{right:auto;left:6px}
.x span{position:absolute;top:4px;transform:translateX(-50%);white-space:nowrap}
table{border-collapse:collapse;width:100%;font-size:12px;font-variant-numeric:tabular-nums}
th{font-weight:400;text-align:left}
.legend{margin-top:2px;line-height:1.35}
.legend thead th{color:var(--quiet);font-size:11px}
.legend td,.legend thead th:not(:first-child){text-align:right;white-space:nowrap;padding-left:12px;width:1%}
.legend tfoot td{text-align:left;color:var(--quiet)}
.legend tbody th{white-space:nowrap}
.legend tbody th i{display:inline-block;margin-right:6px}
.rows th{color:var(--quiet);padding:3px 8px;border-bottom:1px solid var(--edge)}
.rows td{padding:3px 8px;border-bottom:1px solid var(--grid);overflow-wrap:anywhere}
.rows td.filled{color:var(--on-fill)}
.figure{white-space:nowrap}
.track{display:inline-block;width:100%;height:12px;background:var(--track);border-radius:2px}
.track i{display:block;height:100%;border-radius:2px}
td .track{width:60%;vertical-align:middle}
.bars{list-style:none;padding:0;display:grid;gap:3px;font-size:12px}
.bars li{display:grid;grid-template-columns:minmax(0,30%) minmax(0,1fr) auto;gap:8px;align-items:center}
.bars .name{white-space:nowrap}
.bars.narrow li{grid-template-columns:minmax(0,45%) minmax(0,1fr) auto}
.bars .value{font-weight:600;white-space:nowrap;min-width:7ch;text-align:right}
.lanes table{line-height:1.2}
.lanes th{white-space:nowrap;padding-right:8px;width:1%}
.lanes .lane{padding:1px 0}
.lanes svg{display:block;width:100%;height:16px}
.lanes .x{height:14px}
.lanes .state{white-space:nowrap;padding-left:8px;width:1%}
.abouts{columns:420px;column-gap:8px;margin-bottom:16px}
.about{break-inside:avoid;margin-bottom:8px;background:var(--panel);border:1px solid var(--edge);border-radius:3px;padding:10px 12px;min-width:0;font-size:13px}
.about h2,.about h3{margin:0;font-size:15px}
.about p{margin:4px 0;max-width:90ch}
.about dl>div{display:grid;grid-template-columns:110px minmax(0,1fr);gap:8px;margin:2px 0}
.about dt{overflow-wrap:anywhere}
.about ul{padding-left:16px}
figure{margin-top:8px}
figcaption{font-size:11px;color:var(--quiet);overflow-wrap:anywhere}
.about pre{background:var(--page);border-radius:3px;padding:6px 8px}
@media (max-width:900px){.grid{display:flex;flex-direction:column}.body{min-height:160px}.panel.is-stat .body{min-height:70px}}
`;
