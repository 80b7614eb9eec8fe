/**
 * A text in at most so many characters: of a longer one about the first two thirds and the last third (a log's cause is often
 * at its end), and between them a line that says how much is left out. Below 50 that line is all there is, or more. No
 * character of two halves, such as an emoji, is cut apart.
 */
export function headAndTail(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // No less than it will be: what is left out is at most everything.
  const longestNote = noteFor(text.length, text.length).length;
  const room = Math.max(limit - longestNote, 0);
  const head = startOf(text, Math.floor((room * 2) / 3));
  const tail = endOf(text, room - head.length);
  return `${head}${noteFor(text.length - head.length - tail.length, text.length)}${tail}`;
}

function noteFor(left: number, all: number): string {
  return `\n[… ${left} of ${all} characters left out …]\n`;
}

function startOf(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}

function endOf(text: string, length: number): string {
  return text.slice(text.length - length).replace(/^[\uDC00-\uDFFF]/, "");
}
