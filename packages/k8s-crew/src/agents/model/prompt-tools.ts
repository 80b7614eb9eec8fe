import type { ToolSelector } from "../../catalog/select/select-tools.ts";
import type { Counts } from "../../catalog/select/tool-counts.ts";
import type { CatalogEntry, Parameter } from "../../catalog/types.ts";
import type { Language } from "../../output/output.ts";
import { listOf } from "../../words/fill.ts";
import { type PromptText, promptText } from "./prompt-texts.ts";

/** The part about tools that stays the same: those always at hand, and how many there are of what. */
export const toolsOfSystem = (
  { hot, counts, hidesSome }: ToolSelector,
  language: Language,
  more: PromptText,
): readonly string[] => {
  if (!hidesSome) return [promptText(language, "toolsOnly"), ...hot.map(toolLine)];
  const counted = (rows: Counts) =>
    listOf(
      language,
      rows.map(([name, count]) => `${name === "*" ? promptText(language, "anyKind") : name} ${count}`),
    );
  const numbers = {
    total: counts.total,
    verbs: counted(counts.verbs),
    resources: counted(counts.resources),
    servers: counted(counts.servers),
  };
  return [
    promptText(language, "toolsAlways"),
    ...hot.map(toolLine),
    promptText(language, "toolsCounted", numbers),
    promptText(language, more),
  ];
};

/**
 * One line a tool: what code understood of it. What its server writes about it is left out: a description is nobody's
 * instruction to a model.
 */
export const toolLine = ({ tool, verb, resource, effect, parameters }: CatalogEntry): string => {
  const names = parameters.map(parameterText).join(", ");
  return `${tool}: ${verb} ${resource}${effect === "read" ? "" : ` [${effect}]`} (${names})`.replace(/\s+/gu, " ");
};

const parameterText = ({ name, required, values = [], role }: Parameter): string => {
  const isShown = (required || role === "operation") && values.length > 0 && values.length <= valuesShown;
  return `${name}${required ? "*" : ""}${isShown && values.every(isPlain) ? `=${values.join("|")}` : ""}`;
};

/** Values of a parameter that are worth their room. */
const valuesShown = 10;

const isPlain = (value: string): boolean => /^[\w.-]{1,30}$/u.test(value);
