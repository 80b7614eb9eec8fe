import { describe, expect, test } from "vitest";
import { isSure, likelyAmong, mayBeTaken } from "../../src/language/examples/decide.ts";
import { readByExamples } from "../../src/language/examples/read-examples.ts";
import { createExampleIndex, examplesOf } from "../../src/language/examples/similarity.ts";
import { meanings } from "../../src/language/examples/table.ts";
import { slotsIn } from "../../src/language/examples/units.ts";
import { isOfClusters } from "../../src/language/sentence/naming-words.ts";

const languages = ["zh", "en"] as const;
const context = { clusters: ["east", "west"], namespaces: ["billing", "staging"], names: [], spokenOf: false } as const;

/** What becomes of an example when the table has all others but that one. */
const leftOut = (language: "zh" | "en") => {
  const index = createExampleIndex(meanings, language);
  return meanings.flatMap((meaning) =>
    examplesOf(meaning, language).map((text) => {
      const ranked = index.rank(text, text);
      const offered = likelyAmong(ranked).map((each) => each.meaning);
      const became = offered.length === 0 ? "nothing" : isSure(ranked) ? "taken" : "asked";
      const [first, ...others] = likelyAmong(ranked);
      const alone =
        became === "asked" &&
        first !== undefined &&
        others.length === 0 &&
        mayBeTaken({
          score: first.score,
          kept: index.keeps(text, first.meaning, text),
          named: slotsIn(text).length > 0,
          ofClusters: isOfClusters(text),
        });
      return {
        text,
        meaning,
        became,
        alone,
        isMeant: became === "taken" ? offered[0] === meaning : offered.includes(meaning),
      };
    }),
  );
};

const share = <Item>(items: readonly Item[], isSuch: (item: Item) => boolean): number =>
  items.filter(isSuch).length / Math.max(1, items.length);

describe.each(languages)("the table of examples (%s)", (language) => {
  test("says every sentence once", () => {
    const all = meanings.flatMap((meaning) => examplesOf(meaning, language));
    expect(all.filter((text, index) => all.indexOf(text) !== index)).toEqual([]);
    expect(all.filter((text) => text === "")).toEqual([]);
    expect(all.length).toBeGreaterThan(800);
  });

  test("names a thing in every example of a meaning that is about one", () => {
    const strange = meanings.flatMap((meaning) =>
      meaning.means === undefined
        ? []
        : examplesOf(meaning, language).filter(
            (text) => slotsIn(text).join() !== slotsIn(meaning.means?.[language] ?? "").join(),
          ),
    );
    expect(strange).toEqual([]);
  });

  test("reads what it has not: what is taken is meant, what is asked has it among the choices, talk is left alone", () => {
    const all = leftOut(language);
    const asking = all.filter(({ meaning }) => meaning.means !== undefined);
    const talk = all.filter(({ meaning }) => meaning.means === undefined);
    const floors = { zh: { taken: 0.015, read: 0.24 }, en: { taken: 0.07, read: 0.4 } }[language];
    const taken = all.filter(({ became }) => became === "taken");
    const asked = asking.filter(({ became }) => became === "asked");
    expect(share(taken, ({ isMeant }) => isMeant)).toBeGreaterThan(0.9);
    expect(share(asked, ({ isMeant }) => isMeant)).toBeGreaterThan(0.7);
    const alone = all.filter((each) => each.alone);
    expect(alone.length).toBeGreaterThan(50);
    expect(share(alone, ({ isMeant }) => isMeant)).toBeGreaterThan(0.8);
    expect(alone.filter(({ meaning }) => meaning.means === undefined)).toEqual([]);
    expect(share(talk, ({ became }) => became === "taken")).toBe(0);
    expect(share(talk, ({ became }) => became === "asked")).toBeLessThan(0.08);
    expect(share(asking, ({ became, isMeant }) => became === "taken" && isMeant)).toBeGreaterThan(floors.taken);
    expect(share(asking, ({ isMeant }) => isMeant)).toBeGreaterThan(floors.read);
  });

  test("is read in less than two milliseconds of work", () => {
    const texts = meanings
      .flatMap((meaning) => examplesOf(meaning, language))
      .map((text) => text.replace("{name}", "web-7"));
    readByExamples(texts[0] ?? "", { ...context, language });
    const before = process.cpuUsage();
    for (const text of texts) readByExamples(text, { ...context, language });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000 / texts.length).toBeLessThan(2);
  });
});

describe("a message that is like the examples", () => {
  const readingOf = (message: string, language: "zh" | "en", more = {}) => {
    const { sure, readings } = readByExamples(message, { ...context, ...more, language }) ?? {
      sure: false,
      readings: [],
    };
    return { sure, texts: readings.map(({ text }) => text) };
  };

  test.each([
    ["en", "whats ledger-api moaning about", "logs of ledger-api"],
    ["en", "What's ledger-api moaning about in billing???", "logs of ledger-api in namespace billing"],
    ["en", "everything's on fire on east", "is everything healthy on cluster east"],
    ["zh", "ledger-api又在叫唤啥", "查看 ledger-api 的日志"],
    ["zh", "billing 里的 ledger-api 又在叫唤啥", "billing 命名空间 查看 ledger-api 的日志"],
    ["zh", "支付又在叫唤啥", "查看 payment 的日志"],
  ] as const)("is read with its name and its place (%s: %s)", (language, message, text) => {
    expect(readingOf(message, language)).toEqual({ sure: true, texts: expect.arrayContaining([text]) });
  });

  test("is about what was spoken of, where it only points", () => {
    expect(readingOf("what's it moaning about", "en").texts).not.toContain("logs of it");
    expect(readingOf("what's it moaning about", "en", { spokenOf: true }).texts[0]).toBe("logs of it");
    expect(readingOf("又在叫唤啥", "zh", { spokenOf: true }).texts[0]).toBe("查看 它 的日志");
  });

  test("is about the place itself, where nothing else is named", () => {
    expect(readingOf("billing feels sick", "en").texts[0]).toBe("what is wrong with billing");
    expect(readingOf("east is acting up", "en").texts[0]).toBe("what is wrong with east");
  });

  test("never loses the place, though no namespace is known", () => {
    const nowhere = { clusters: [], namespaces: [] };
    expect(readingOf("ingest 里谁不舒服", "zh", nowhere).texts[0]).toBe("ingest 命名空间 检查健康状况");
    expect(readingOf("ingest 有谁不舒服", "zh", nowhere).texts).toEqual([]);
  });

  test("keeps the kind of what it names, and how much is wanted", () => {
    expect(readingOf("node rack-4 is acting up", "en").texts[0]).toBe("what is wrong with node rack-4");
    expect(readingOf("what did ledger-api just say in the last 10 minutes", "en").texts[0]).toBe(
      "logs of ledger-api in the last 600 seconds",
    );
  });

  test.each([
    ["en", "don't tell me what ledger-api is moaning about"],
    ["en", "my uncle is moaning about taxes"],
    ["en", "what's for breakfast"],
    ["en", "ledger-api"],
    ["zh", "别管 ledger-api 在叫唤啥"],
    ["zh", "我舅舅又在唠叨房价"],
    ["zh", "明儿吃啥"],
  ] as const)("is nothing where it asks for nothing (%s: %s)", (language, message) => {
    expect(readingOf(message, language)).toEqual({ sure: false, texts: [] });
  });
});
