import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factNouns } from "../../src/language/lexicon/fact-nouns.ts";
import { writeWords } from "../../src/language/lexicon/intents.ts";
import { readReply } from "../../src/language/replies/reply.ts";
import { factsIn } from "../../src/language/requests/facts.ts";
import { readRequest } from "../../src/language/requests/request.ts";
import { readRequests } from "../../src/language/requests/requests.ts";
import { normalize } from "../../src/language/text/normalize.ts";
import { phrasesOf } from "../../src/language/text/phrase-index.ts";
import type { ReplyQuestion } from "../../src/language/types.ts";
import { clusters, confirmation, namespaces, openNamespace, pods, severalPods, workers } from "./reply-questions.ts";

/** The same values come for the same commit, where more of them find nothing new; new ones are drawn many times. */
const runs = process.env.PROPERTY_SEED === "random" ? 2000 : 500;

const writePhrases = phrasesOf(writeWords, (verb) => verb);
const writeVerbs: ReadonlySet<string> = new Set([...writePhrases.map(([, verb]) => verb), "update", "apply", "patch"]);

const words = [
  ...[
    "看下",
    "帮我",
    "日志",
    "的",
    "里",
    "dev",
    "cart-service",
    "pod",
    "pods",
    "命名空间",
    "集群",
    "所有",
    "最近",
    "10",
    "分钟",
    "行",
    "三",
  ],
  ...[
    "logs",
    "of",
    "in",
    "list",
    "nodes",
    "why",
    "is",
    "crashing",
    "last",
    "50",
    "lines",
    "-n",
    "--tail=5",
    "app=x",
    "a/b",
    "`x`",
    '"y z"',
  ],
  ...[
    "不是",
    "它",
    "呢",
    "no",
    "，",
    "\n",
    "?",
    "/",
    "kubectl",
    "get",
    "-A",
    "--context",
    "第二个",
    "v2",
    "容器",
    "状态",
    "怎么样",
    "：",
    "ｐｏｄ",
  ],
];
const sentence = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((parts) => parts.join(" "));
const message = fc.oneof(sentence, fc.string({ unit: "binary", maxLength: 200 }), fc.string({ maxLength: 200 }));
const question: fc.Arbitrary<ReplyQuestion> = fc.constantFrom(
  ...[namespaces, openNamespace, pods, severalPods, workers, clusters, confirmation],
);

describe("any message", () => {
  test("gives names, places and values that stand in it", () => {
    fc.assert(
      fc.property(message, (text) => {
        const { name, namespace, cluster, container, image, labelSelector, commandArgument } = readRequest(text);
        for (const value of [name, namespace, cluster, container, image, labelSelector, commandArgument]) {
          if (value !== undefined) expect(normalize(text)).toContain(value);
        }
      }),
      { numRuns: runs },
    );
  });

  test("asks for a change only when a word for a change stands in it", () => {
    fc.assert(
      fc.property(message, (text) => {
        const squeezed = normalize(text).toLowerCase().replace(/\s+/gu, "");
        fc.pre(!writePhrases.some(([phrase]) => squeezed.includes(phrase.replace(/\s+/gu, ""))));
        expect(writeVerbs.has(readRequest(text).verb ?? "")).toBe(false);
      }),
      { numRuns: runs },
    );
  });

  test("is read the same in full-width letters", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const wide = text.replace(/[!-~]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));
        expect(readRequest(wide)).toEqual(readRequest(text));
      }),
    );
  });
});

describe("any reply", () => {
  test("picks and offers nothing but choices, and types nothing but what stands in it", () => {
    fc.assert(
      fc.property(message, question, (text, asked) => {
        const reply = readReply(text, asked);
        if (reply.kind === "picked" || reply.kind === "did_you_mean") {
          expect(reply.values.length).toBeGreaterThan(0);
          for (const value of reply.values) expect(asked.choices.map((choice) => choice.value)).toContain(value);
          if (reply.kind === "picked" && asked.multiple !== true) expect(reply.values).toHaveLength(1);
        }
        if (reply.kind === "typed") expect(normalize(text)).toContain(reply.value);
      }),
      { numRuns: runs },
    );
  });

  test("agrees to nothing when it says something else besides", () => {
    const other = fc.stringMatching(/^[b-z]{6,9}\d$/);
    fc.assert(
      fc.property(other, fc.constantFrom("yes", "ok", "好的", "确认", "go ahead"), (word, yes) => {
        expect(readReply(`${yes} ${word}`, confirmation).kind).not.toBe("yes");
      }),
    );
  });
});

/** Milliseconds that a megabyte may take on a busy machine; a pattern that backtracks takes minutes. */
const generous = 5000;

/** Milliseconds that some thousand characters may take there, the first use of every table included. */
const atOnce = 2500;

describe("long messages", () => {
  const shapes = [
    "a",
    "一",
    "1",
    "-",
    "-n ",
    "`",
    '"',
    "'",
    "/",
    "a/",
    "重启",
    "第",
    "a-",
    "=",
    "not ",
    "不是",
    " ",
    "\n",
    "> ",
    "{",
    "最近 ",
    "pods ",
    "where ",
    "the logs ",
    "现在目前",
  ];
  for (const shape of shapes) {
    test(`does not hang on a megabyte of ${JSON.stringify(shape)}`, () => {
      const text = shape.repeat(Math.ceil(1_000_000 / shape.length));
      const start = performance.now();
      readRequest(text);
      readReply(text, pods);
      expect(performance.now() - start).toBeLessThan(generous);
    });
  }

  /** Every field by its first name, so that each question for one has to be tried. */
  const fields = factNouns.map(({ zh }) => zh.split("|")[0]).join("");
  for (const shape of ["现在", "现在目前", "都", "到", "where ", "the logs ", "anything in the logs "]) {
    test(`is read at once when every field is named before ${JSON.stringify(shape)} again and again`, () => {
      const text = fields + shape.repeat(Math.ceil(8000 / shape.length));
      const start = performance.now();
      expect([...factsIn(text)]).toEqual([]);
      readRequests(text);
      expect(performance.now() - start).toBeLessThan(atOnce);
    });
  }

  test("does not hang on 100 kB of anything", () => {
    fc.assert(
      fc.property(fc.array(message, { minLength: 100, maxLength: 100 }), (parts) => {
        const text = parts.join(" ").padEnd(100_000, parts.join(""));
        const start = performance.now();
        readRequest(text);
        readReply(text, workers);
        expect(performance.now() - start).toBeLessThan(generous);
      }),
      { numRuns: 20 },
    );
  });

  test("a question after a long paste is still read", () => {
    const log = "2026-01-01T00:00:00Z INFO all is well\n".repeat(20_000);
    expect(readRequest(`${log}\n看看 cart-service 的事件`)).toMatchObject({ resource: "event", name: "cart-service" });
  });
});
