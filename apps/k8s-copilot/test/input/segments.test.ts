import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSegmenter, type Segment } from "../../src/input/segments.ts";

const segmentsOf = (...chunks: readonly string[]): readonly Segment[] => {
  const segmenter = createSegmenter();
  return [...chunks.flatMap((chunk) => segmenter.push(chunk)), ...segmenter.flush()];
};
const typed = (text: string): Segment => ({ kind: "typed", text });
const paste = (text: string, submitted = false): Segment => ({ kind: "paste", text, submitted });

describe("what arrives from a terminal", () => {
  it.each<{ what: string; chunks: readonly string[]; expected: readonly Segment[] }>([
    { what: "keys", chunks: ["h", "i", "\r"], expected: [typed("h"), typed("i"), typed("\r")] },
    { what: "a word and Enter at once", chunks: ["yes\r"], expected: [typed("yes\r")] },
    { what: "an arrow key", chunks: ["\x1b[D"], expected: [typed("\x1b[D")] },
    { what: "Esc", chunks: ["\x1b"], expected: [typed("\x1b")] },
    { what: "a marked paste", chunks: ["\x1b[200~a\rb\r\x1b[201~"], expected: [paste("a\nb\n")] },
    { what: "keys around one", chunks: ["x\x1b[200~a\x1b[201~y\r"], expected: [typed("x"), paste("a"), typed("y\r")] },
    { what: "two of them", chunks: ["\x1b[200~a\x1b[201~\x1b[200~b\x1b[201~"], expected: [paste("a"), paste("b")] },
    { what: "an unmarked paste", chunks: ["a\rb\r", "c\r"], expected: [paste("a\nb\nc\n", true)] },
    { what: "an unmarked paste without Enter at its end", chunks: ["a\rb"], expected: [paste("a\nb")] },
    { what: "line ends of Windows", chunks: ["a\r\nb\r\n"], expected: [paste("a\nb\n", true)] },
  ])("is told apart: $what", ({ chunks, expected }) => {
    expect(segmentsOf(...chunks)).toEqual(expected);
  });

  it("is a marked paste wherever its marks are cut in two", () => {
    const text = "\x1b[200~one\rtwo\x1b[201~";
    for (let at = 1; at < text.length; at++)
      expect(segmentsOf(text.slice(0, at), text.slice(at))).toEqual([paste("one\ntwo")]);
  });

  it("waits for nothing once a paste has ended", () => {
    const segmenter = createSegmenter();
    segmenter.push("\x1b[200~a\x1b[201~");
    expect(segmenter.isHolding()).toBe(false);
  });

  it("loses no character that is not part of a mark", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom("a", "中", "\r", " ") })), (chunks) => {
        const text = segmentsOf(...chunks)
          .map((segment) => segment.text)
          .join("");
        expect(text.replaceAll("\r", "\n")).toBe(chunks.join("").replaceAll("\r", "\n"));
      }),
    );
  });

  it("never takes the inside of a marked paste for keys", () => {
    const inside = fc.string({ unit: fc.constantFrom("y", "e", "s", "\r", "\x1b", "[", "2", "0", "~") });
    fc.assert(
      fc.property(inside, fc.array(fc.nat(8)), (text, cuts) => {
        fc.pre(!text.includes("\x1b[201~"));
        const whole = `\x1b[200~${text}\x1b[201~`;
        const chunks: string[] = [];
        let at = 0;
        for (const cut of cuts) {
          chunks.push(whole.slice(at, at + cut));
          at += cut;
        }
        const segments = segmentsOf(...chunks, whole.slice(at));
        // A text that itself ends in the beginning of the mark is cut earlier; what follows is then no inside.
        expect(segments[0]?.kind).toBe("paste");
      }),
    );
  });
});
