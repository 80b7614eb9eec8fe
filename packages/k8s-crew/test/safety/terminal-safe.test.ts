import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTerminalSanitizer, isTerminalSafe, terminalSafe } from "../../src/safety/terminal-safe.ts";

/** What a terminal might be told to do, as text from a log, a name or an event. */
const attacks: readonly (readonly [name: string, text: string, expected: readonly [string, string]])[] = [
  ["colour", "a\x1b[31mb", ["a\\x1b[31mb", "ab"]],
  ["clear screen", "a\x1b[2J\x1b[Hb", ["a\\x1b[2J\\x1b[Hb", "ab"]],
  ["window title, ended by BEL", "a\x1b]0;owned\x07b", ["a\\x1b]0;owned\\x07b", "ab"]],
  ["clipboard, ended by ST", "a\x1b]52;c;cm0=\x1b\\b", ["a\\x1b]52;c;cm0=\\x1b\\b", "ab"]],
  ["link", "\x1b]8;;http://x\x1b\\ok\x1b]8;;\x1b\\", ["\\x1b]8;;http://x\\x1b\\ok\\x1b]8;;\\x1b\\", "ok"]],
  ["device control string", "a\x1bP1$q\x1b\\b", ["a\\x1bP1$q\\x1b\\b", "ab"]],
  ["lone escape", "a\x1b", ["a\\x1b", "a"]],
  ["unterminated title keeps its text", "a\x1b]0;rest", ["a\\x1b]0;rest", "a0;rest"]],
  ["one-byte CSI", "a\x9b31mb", ["a\\x9b31mb", "ab"]],
  ["carriage return that overwrites", "evil\rgood", ["evil\\x0dgood", "evilgood"]],
  ["backspace", "no\b\byes", ["no\\x08\\x08yes", "noyes"]],
  ["delete", "a\x7fb", ["a\\x7fb", "ab"]],
  ["right-to-left override", "a\u202egnp.exe", ["a\\u{202e}gnp.exe", "agnp.exe"]],
  ["isolate", "a\u2066b\u2069", ["a\\u{2066}b\\u{2069}", "ab"]],
  ["zero-width space", "pay\u200bment", ["pay\\u{200b}ment", "payment"]],
  ["byte order mark", "\ufeffa", ["\\u{feff}a", "a"]],
  ["tag characters", "a\u{e0041}b", ["a\\u{e0041}b", "ab"]],
  ["variation selector supplement", "a\u{e0101}b", ["a\\u{e0101}b", "ab"]],
  ["half of a pair", "a\ud800b", ["a\ufffdb", "ab"]],
  ["nul", "a\0b", ["a\\x00b", "ab"]],
];

describe("terminalSafe", () => {
  it.each(attacks)("shows %s in text and drops it from names", (_name, text, [visible, dropped]) => {
    expect(terminalSafe(text)).toBe(visible);
    expect(terminalSafe(text, { unsafe: "drop" })).toBe(dropped);
  });

  it.each(["购物车服务 cart-service\n\t两行", "👩‍💻 ❤️ é", "می‌خواهم", "NAME  READY\nweb   1/1\n"])(
    "leaves ordinary text alone: %j",
    (text) => {
      expect(terminalSafe(text)).toBe(text);
      expect(terminalSafe(text, { unsafe: "drop" })).toBe(text);
    },
  );

  it("takes CRLF for a newline", () => {
    expect(terminalSafe("a\r\nb\r\n")).toBe("a\nb\n");
  });

  it("cuts a long line, tells how much, and leaves the next line whole", () => {
    const text = terminalSafe(`${"x".repeat(5000)}\nshort`);
    const [long = "", short] = text.split("\n");
    expect(long.length).toBeLessThanOrEqual(4096);
    const kept = /^(x+)…\[\+(\d+)\]$/.exec(long);
    expect((kept?.[1]?.length ?? 0) + Number(kept?.[2])).toBe(5000);
    expect(short).toBe("short");
  });

  it("leaves long lines whole for a pipe", () => {
    const text = "x".repeat(1_000_000);
    expect(terminalSafe(text, { maxLineLength: Number.POSITIVE_INFINITY })).toBe(text);
  });
});

/** Texts that are dense in the pieces of which escape sequences are made. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom("\x1b", "\x1b[", "\x1b]", "\x1bP", "\x9b", "\x9d", "\x07", "\x1b\\", "\x9c", "\r", "\n", "\r\n"),
      fc.constantFrom("31m", "0;t", "m", ";", "?", " ", "\\", "\ud83d", "\ude00", "\u202e", "\u{e0041}", "中", "x"),
      fc.string({ unit: "binary", maxLength: 5 }),
      fc.string({ unit: "grapheme", maxLength: 5 }),
      fc.constantFrom("y".repeat(1030), "z".repeat(4100)),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(""));

const options = fc.record({
  unsafe: fc.constantFrom<"visible" | "drop">("visible", "drop"),
  maxLineLength: fc.constantFrom(40, 4096, Number.POSITIVE_INFINITY),
});

describe("every text, in every way of cutting it", () => {
  it("comes out without a control byte, an invisible or a direction-turning character", () => {
    fc.assert(
      fc.property(hostileText, options, (text, how) => {
        const safe = terminalSafe(text, how);
        expect(isTerminalSafe(safe)).toBe(true);
        expect(safe).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff]/);
      }),
      { numRuns: 1000 },
    );
  });

  it("comes out the same whole and in pieces", () => {
    fc.assert(
      fc.property(hostileText, fc.array(fc.nat(60), { maxLength: 40 }), options, (text, cuts, how) => {
        const sanitizer = createTerminalSanitizer(how);
        let at = 0;
        let safe = "";
        for (const cut of cuts) {
          safe += sanitizer.push(text.slice(at, at + cut));
          at += cut;
        }
        safe += sanitizer.push(text.slice(at)) + sanitizer.end();
        expect(safe).toBe(terminalSafe(text, how));
      }),
      { numRuns: 1000 },
    );
  });

  it("stays as it is when cleaned again, and no line is longer than allowed", () => {
    fc.assert(
      fc.property(hostileText, options, (text, how) => {
        const safe = terminalSafe(text, how);
        expect(terminalSafe(safe, how)).toBe(safe);
        for (const line of safe.split("\n")) expect(line.length).toBeLessThanOrEqual(how.maxLineLength);
      }),
      { numRuns: 1000 },
    );
  });
});
