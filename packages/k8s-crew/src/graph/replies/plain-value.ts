import { createSchemaCheck } from "@k8s-copilot/crew/schema-check";
import { inFormOf } from "../../catalog/arguments.ts";
import type { CatalogEntry, Parameter } from "../../catalog/types.ts";
import { numberIn, readReply } from "../../language/index.ts";
import { type AmountWord, sayAmount } from "../../words/amount-words.ts";
import { isPlainValue } from "./settle.ts";
import type { Replying } from "./understood.ts";

/** Pods that a cluster is built for: kubernetes.io, “Considerations for large clusters”. */
const mostPods = 150_000;

/** The number, the yes or the no that a reply gives where the asked parameter takes one; undefined: no such reply. */
export const plainValueIn = (replying: Replying, text: string): string | undefined => {
  const { parameter } = askedOf(replying) ?? {};
  if (parameter === undefined || parameter.values !== undefined) return undefined;
  if (parameter.type === "boolean") return yesOrNo[readReply(text, { choices: [], parameter: "approval" }).kind];
  return isNumber(parameter) ? numberIn(text) : undefined;
};

const yesOrNo: { readonly [kind: string]: string } = { yes: "true", no: "false" };

/** Why a value is none that the asked parameter takes, in a sentence; undefined where it is one. */
export const misfit = (replying: Replying, said: string): string | undefined => {
  const { entry, parameter } = askedOf(replying) ?? {};
  if (entry === undefined || parameter === undefined) return undefined;
  const { language } = replying.state;
  const word = wrongOf(parameter, said);
  if (word !== undefined) return sayAmount(language, word, { said, most: mostPods });
  const problem = problemOf(entry, parameter, said);
  return problem && sayAmount(language, "notTaken", { said, problem });
};

type Asked = { readonly entry: CatalogEntry; readonly parameter: Parameter };

/** The parameter that is asked for, where no list knows its values. */
const askedOf = ({ parts, state, ask }: Replying): Asked | undefined => {
  if (ask.kind !== "gap" || !isPlainValue(ask)) return undefined;
  const step = state.plan?.steps.find(({ id }) => id === ask.stepId);
  const entry = step && parts.catalog.get(step.tool);
  const parameter = entry?.parameters.find(({ name }) => name === ask.parameter);
  return entry && parameter && { entry, parameter };
};

const isNumber = ({ type, role }: Parameter): boolean => type === "number" || role === "replicas";

const wrongOf = (parameter: Parameter, said: string): AmountWord | undefined => {
  if (parameter.type === "boolean") return said === "true" || said === "false" ? undefined : "noYesOrNo";
  if (!isNumber(parameter)) return undefined;
  const number = said.trim() === "" ? Number.NaN : Number(said);
  if (!Number.isFinite(number)) return "noNumber";
  if (parameter.role !== "replicas") return undefined;
  if (number < 0) return "belowNone";
  if (!Number.isInteger(number)) return "noWholeNumber";
  return number > mostPods ? "tooMany" : undefined;
};

/** What the tool's own schema has against the value; what else it asks for is not told yet. */
const problemOf = (entry: CatalogEntry, parameter: Parameter, said: string): string | undefined => {
  const { required: _, ...inputSchema } = entry.inputSchema;
  return createSchemaCheck()(inputSchema, { [parameter.name]: inFormOf(parameter, said) });
};
