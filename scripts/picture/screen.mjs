/** Characters that take two columns of a terminal. */
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

export const columnsOf = (character) => (wide.test(character) ? 2 : 1);

const styles = { 0: {}, 1: { bold: true }, 2: { dim: true }, 22: {} };

/** What a text does to the screen, one part at a time: an escape sequence, a control character or a character. */
const parts = /\x1b\[(?<parameters>[?\d;]*)(?<order>[A-Za-z])|(?<character>[\s\S])/gu;

/**
 * Rows of cells that a terminal shows after everything in the text was written to it; scrolled-off rows are kept. It knows
 * what this app sends and refuses the rest, so that a picture is never wrong in silence.
 */
export const rowsShown = (text, columns) => {
  const rows = [[]];
  let [row, column, style] = [0, 0, {}];
  const newLine = () => {
    row += 1;
    rows[row] ??= [];
  };
  const put = (character) => {
    const width = columnsOf(character);
    if (column + width > columns) {
      newLine();
      column = 0;
    }
    rows[row][column] = { character, ...style };
    if (width === 2) rows[row][column + 1] = undefined;
    column += width;
  };
  const obey = (order, parameters) => {
    if (order === "m" && parameters in styles) style = styles[parameters];
    else if (order === "G") column = Number(parameters || 1) - 1;
    else if (order === "A") row -= Number(parameters || 1);
    else if (order === "B") row += Number(parameters || 1);
    else if (order === "K" && parameters === "2") rows[row] = [];
    else if (order === "J" && (parameters === "0" || parameters === "")) {
      rows.length = row + 1;
      rows[row].length = Math.min(rows[row].length, column);
    } else if (!/^\?\d+$/.test(parameters)) throw new Error(`The picture does not know ESC[${parameters}${order}.`);
  };
  for (const { groups } of text.matchAll(parts)) {
    const { order, parameters, character } = groups;
    if (order) obey(order, parameters);
    else if (character === "\r") column = 0;
    else if (character === "\n") newLine();
    else put(character);
  }
  return rows.map((cells) => Array.from(cells, (cell, at) => cell ?? (isCovered(cells, at) ? undefined : blank)));
};

const blank = { character: " " };
const isCovered = (cells, at) => cells[at - 1] !== undefined && columnsOf(cells[at - 1].character) === 2;
