import stringWidth from "string-width";

/** Terminal columns that a text takes: Chinese characters two, combining marks none. */
export function displayWidth(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);
}

/** A text padded with spaces to a width; longer ones stay as they are. */
export function padTo(text: string, width: number, align: "left" | "right" = "left"): string {
  const padding = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "right" ? padding + text : text + padding;
}

/** Two dots, because the one-character ellipsis takes one or two columns depending on the terminal. */
const ellipsis = "..";

/** At most `width` columns: the beginning, and `..` where something was cut. */
export function fitEnd(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width <= ellipsis.length) return takeStart(text, width);
  return takeStart(text, width - ellipsis.length) + ellipsis;
}

/** The beginning of a name that stays readable beside a long suffix. */
const readableStart = 12;

/**
 * At most `width` columns with the middle cut out, for names: of the end that tells pods of one workload apart
 * (`-7d9f8b6c5-x2x4z`, `-0`) the whole is kept where the beginning stays readable, else its last part.
 */
export function fitMiddle(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width < 8) return fitEnd(text, width);
  const room = width - ellipsis.length;
  const whole = /-[a-z0-9]{4,10}-[a-z0-9]{1,10}$/.exec(text)?.[0].length ?? 0;
  const last = /-[a-z0-9]{1,10}$/.exec(text)?.[0].length ?? Math.floor(room / 2);
  const tail = Math.min(whole > 0 && room - whole >= readableStart ? whole : last, room - 3);
  return takeStart(text, room - tail) + ellipsis + takeEnd(text, tail);
}

function takeStart(text: string, width: number): string {
  let taken = "";
  let used = 0;
  for (const part of graphemes(text)) {
    used += displayWidth(part);
    if (used > width) break;
    taken += part;
  }
  return taken;
}

function takeEnd(text: string, width: number): string {
  let taken = "";
  let used = 0;
  for (const part of graphemes(text).toReversed()) {
    used += displayWidth(part);
    if (used > width) break;
    taken = part + taken;
  }
  return taken;
}

function graphemes(text: string): readonly string[] {
  if (/^[\x20-\x7e]*$/.test(text)) return text.split("");
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}
