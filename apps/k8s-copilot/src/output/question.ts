import type { Choice, Question } from "@k8s-copilot/k8s-crew";
import { terminalSafe } from "@k8s-copilot/k8s-crew/terminal-safe";

/** A label or a reason is data from a cluster: what is not plain text in one line is left out of it. */
export const inOneLine = (text: string): string => terminalSafe(text, { unsafe: "drop" }).replace(/[\n\t]+/g, " ");

export const choiceLines = (choices: readonly Choice[]): readonly string[] =>
  choices.map(({ label, reason }, index) => {
    const why = reason === "" ? "" : ` (${inOneLine(reason)})`;
    return `  ${index + 1}. ${inOneLine(label)}${why}`;
  });

/** An answer that lists the choices of its question, without them: a picker shows them. */
export const withoutChoices = (answer: string, { choices }: Question): string =>
  answer
    .split("\n")
    .filter((line) => {
      const [, number = "", rest = ""] = /^\s*(\d+)\.\s+(.*)$/.exec(line) ?? [];
      const label = choices[Number(number) - 1]?.label;
      return label === undefined || !rest.startsWith(label);
    })
    .join("\n");
