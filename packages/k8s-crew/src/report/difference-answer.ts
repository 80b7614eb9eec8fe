import type { Field } from "../language/condition.ts";
import type { Language } from "../output/output.ts";
import { fieldReaders } from "../results/fields.ts";
import type { Row } from "../results/types.ts";
import { sayAside } from "../words/aside-words.ts";
import { fieldWords } from "../words/condition-words.ts";
import { listOf } from "../words/fill.ts";

/** What things of a kind may differ in, as far as a person chooses by it. */
const compared: readonly Field[] = ["status", "restarts", "replicas", "age", "image", "node", "version"];

type Comparing = { readonly language: Language; readonly resource: string; readonly now: number };

/** What tells things of one kind apart, one line each; what they have in common is not told. */
export const differenceAnswer = (rows: readonly Row[], { language, resource, now }: Comparing): string => {
  // A pod has no replicas of its own.
  const fields = compared.filter((field) => field !== "replicas" || resource !== "pod");
  const told = fields.map((field) => ({ field, texts: rows.map((row) => fieldReaders[field].text(row, now)) }));
  const known = told.filter(({ texts }) => texts.every((text) => text !== undefined && text !== ""));
  const differing = known.filter(({ texts }) => new Set(texts).size > 1);
  const named = (some: readonly Field[]) =>
    listOf(
      language,
      some.map((field) => fieldWords[field][language]),
    );
  if (known.length === 0) return sayAside(language, "differUntold");
  if (differing.length === 0) return sayAside(language, "alike", { fields: named(known.map(({ field }) => field)) });
  return rows
    .map(({ name, namespace }, at) => {
      const facts = differing.map(({ field, texts }) => `${fieldWords[field][language]} ${texts[at] ?? ""}`);
      return sayAside(language, "differs", {
        name: namespace === undefined ? name : `${namespace}/${name}`,
        facts: facts.join(language === "zh" ? "，" : ", "),
      });
    })
    .join("\n");
};

/** Whether a row tells what is compared first. */
export const tellsDifference = (row: Row, now: number): boolean => fieldReaders.image.text(row, now) !== undefined;
