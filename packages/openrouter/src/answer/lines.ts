/** Takes a text apart into lines, whichever of the three ends they have, wherever a piece ends. */
export function createLines() {
  let rest: string[] = [];
  let endedWithCr = false;
  return {
    /** The lines that this piece completes. */
    add(piece: string): readonly string[] {
      const text = endedWithCr && piece.startsWith("\n") ? piece.slice(1) : piece;
      if (piece !== "") endedWithCr = piece.endsWith("\r");
      const lines = text.split(/\r\n|\n|\r/);
      const last = lines.pop() ?? "";
      const [first, ...others] = lines;
      if (first === undefined) {
        rest.push(last);
        return [];
      }
      const whole = [...rest, first].join("");
      rest = [last];
      return [whole, ...others];
    },
    /** What is left when nothing more comes. */
    end: () => rest.join(""),
  };
}
