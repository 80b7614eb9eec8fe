import { columnsOf } from "./screen.mjs";

const cell = 8.4;
const line = 21;
const margin = 22;
const bar = 38;
/** Set apart before what a person says. */
const gap = 9;

const style = `
    text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", monospace; fill: #d0d7de; }
    .wide { font-size: 15.5px; }
    .bold { font-weight: 600; fill: #f0f6fc; }
    .dim { fill: #8b949e; }
    .said { fill: #7ee787; }
    .title { fill: #8b949e; text-anchor: middle; }`;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const rounded = (number) => String(Math.round(number * 10) / 10);

const isSaid = (cells) => cells[0]?.character === ">" && cells[1]?.character === " ";

/**
 * Neighbours of one look and one width are one run, up to a wider blank: each starts at its own column, whatever fonts
 * and whatever sense for blanks the reader has.
 */
const runsOf = (cells) => {
  const said = isSaid(cells);
  const runs = [];
  for (const [column, shown] of cells.entries()) {
    if (!shown) continue;
    const width = columnsOf(shown.character);
    const look = [width === 2 && "wide", shown.bold && "bold", shown.dim && "dim", said && "said"];
    const classes = look.filter(Boolean).join(" ");
    const last = runs.at(-1);
    const isWiderBlank = last?.text.endsWith(" ") && shown.character === " ";
    if (last?.classes === classes && !isWiderBlank) {
      last.text += shown.character;
      last.columns += width;
    } else runs.push({ classes, column, columns: width, text: shown.character });
  }
  return runs.map(trimmed).filter(({ text }) => text !== "");
};

const trimmed = (run) => {
  const text = run.text.trim();
  const indent = run.text.length - run.text.trimStart().length;
  return { ...run, text, column: run.column + indent, columns: run.columns - run.text.length + text.length };
};

const textOf = ({ classes, column, columns, text }, y) => {
  const look = classes === "" ? "" : ` class="${classes}"`;
  const place = `x="${rounded(margin + column * cell)}" y="${y}" textLength="${rounded(columns * cell)}"`;
  return `  <text${look} ${place}>${escaped(text)}</text>`;
};

const dot = (color, index) => `  <circle cx="${margin + index * 20}" cy="${bar / 2}" r="6" fill="${color}"/>`;

/** A dark terminal window with the rows in it. */
export const pictureOf = ({ rows, columns, title }) => {
  const width = Math.round(columns * cell + 2 * margin);
  let height = bar;
  const texts = rows.flatMap((cells) => {
    height += isSaid(cells) ? line + gap : line;
    return runsOf(cells).map((run) => textOf(run, height - 5));
  });
  height += margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `  <title>${escaped(title)}</title>`,
    `  <style>${style}\n  </style>`,
    `  <rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10" fill="#0d1117" stroke="#30363d"/>`,
    ...["#ff5f57", "#febc2e", "#28c840"].map(dot),
    `  <text class="title" x="${width / 2}" y="${bar / 2 + 5}">${escaped(title)}</text>`,
    ...texts,
    "</svg>\n",
  ].join("\n");
};
