import { describe, expect, test } from "vitest";
import { resources } from "../../src/catalog/resources.ts";
import { fillers } from "../../src/language/lexicon/fillers.ts";
import { readWords, writeWords } from "../../src/language/lexicon/intents.ts";
import { measureWords, qualityWords } from "../../src/language/lexicon/qualities.ts";
import { readRequest } from "../../src/language/requests/request.ts";
import { phrasesOf } from "../../src/language/text/phrase-index.ts";

describe("every resource of the table", () => {
  test.each(resources)("$key is listed by each of its names", ({ key, words, zh }) => {
    for (const word of words) {
      // A chart by itself is mostly somebody's page or service.
      if (word === "chart") continue;
      // "storage claim" is how people speak; kubectl knows no such word.
      const typed = word.replaceAll(" ", "");
      if (words.includes(typed))
        expect(readRequest(`kubectl get ${typed}`)).toMatchObject({ verb: "list", resource: key });
      if (word.length > 3) expect(readRequest(`list ${word}`), word).toMatchObject({ verb: "list", resource: key });
    }
    for (const word of zh) expect(readRequest(`列出${word}`), word).toMatchObject({ verb: "list", resource: key });
  });
});

describe("the tables of phrases", () => {
  const phrases = (table: Parameters<typeof phrasesOf>[0]) => phrasesOf(table, () => "").map(([text]) => text);
  const tables = { reads: phrases(readWords), writes: phrases(writeWords), fillers: phrases({ fillers }) };

  test.each(Object.entries(tables))("%s hold no phrase twice and none that is empty", (_, texts) => {
    expect(texts.filter((text, index) => text === "" || texts.indexOf(text) !== index)).toEqual([]);
  });

  test("hold no word for a change that also stands for something else", () => {
    const others = new Set([...tables.reads, ...tables.fillers, ...phrases(qualityWords), ...phrases(measureWords)]);
    expect(tables.writes.filter((text) => others.has(text))).toEqual([]);
  });
});
