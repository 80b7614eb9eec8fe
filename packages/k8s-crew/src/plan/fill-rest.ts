import { nameParameterOf, parameterOf } from "../catalog/arguments.ts";
import type { Entity } from "../memory/entities.ts";
import { containerNames } from "../results/containers.ts";
import { parseResult } from "../results/parse-result.ts";
import { textAt } from "../results/values.ts";
import { say } from "../words/conversation-words.ts";
import { nounOf } from "../words/nouns.ts";
import { askFor } from "../words/question-words.ts";
import type { Gap, Resolution } from "./fill-types.ts";
import { fillRelative } from "./relative-value.ts";
import { valueQuestion } from "./value-question.ts";

/** The annotation by which a pod names the container that kubectl takes when none is named. */
const defaultContainer = "kubectl.kubernetes.io/default-container";

/** The container of a pod: named, the only one, the pod's own default, or asked for. */
export const fillContainer = (gap: Gap): Resolution => {
  const { step, knowledge, decisive, entry } = gap;
  const said = step.mentions.container;
  const template = knowledge.catalog.sourceOf(step.tool, decisive.parameter.name, step.args);
  if (!template) return said === undefined ? { kind: "omit" } : value(gap, said);
  const result = knowledge.lookup({ tool: template.entry.tool, args: template.args });
  if (!result) return { kind: "read", templates: [template] };
  if (result.outcome !== "ok") return said === undefined ? { kind: "omit" } : value(gap, said);
  const parsed = parseResult({ ...result, verb: "get", resource: "pod" });
  const names = containerNames(parsed).filter((name) => name !== step.otherThan);
  const main = parsed.form === "object" ? textAt(parsed.object, "metadata", "annotations", defaultContainer) : "";
  if (said !== undefined) {
    const named = names.find((name) => name === said) ?? names.find((name) => name.includes(said));
    if (named !== undefined || names.length === 0) return value(gap, named ?? said);
  }
  const [only, ...others] = names;
  if (step.otherThan !== undefined && only !== undefined && others.length === 0) return value(gap, only);
  if (names.length < 2) return { kind: "omit" };
  const kept = knowledge.doubted.includes("container") ? undefined : knowledge.entities.container;
  if (said === undefined && kept !== undefined && names.includes(kept.value)) return remembered(gap, kept);
  if (said === undefined && names.includes(main)) return value(gap, main);
  const pod = parameterOf(entry, "name", "pod");
  const name = pod ? String(step.args[pod.name] ?? "") : "";
  return {
    kind: "ask",
    ask: {
      parameter: "container",
      text: say(knowledge.language, "askContainer", { name }),
      choices: names.map((container) => ({ value: container, label: container, reason: "" })),
      fields: {},
      open: false,
    },
  };
};

/** Any other value that the tool cannot do without (replicas, image, manifest, …): worked out, or asked in plain words. */
export const fillValue = (gap: Gap): Resolution => fillRelative(gap) ?? askValue(gap);

const askValue = (gap: Gap): Resolution => ({
  kind: "ask",
  ask: {
    parameter: gap.decisive.parameter.name,
    text: questionFor(gap),
    choices: (gap.decisive.parameter.values ?? []).map((option) => ({ value: option, label: option, reason: "" })),
    fields: {},
    open: gap.decisive.parameter.values === undefined,
  },
});

const questionFor = ({ step, entry, decisive: { parameter }, knowledge: { language } }: Gap): string => {
  const named = nameParameterOf(entry, step.resource);
  const name = named && step.args[named.name];
  if (parameter.role === "replicas" && typeof name === "string") return askFor(language, "replicas", { name });
  return parameter.role === "image" ? askFor(language, "image") : valueQuestion(language, parameter);
};

/** The container whose log was read before, of this pod or another replica of it. */
const remembered = ({ decisive, knowledge: { settled, language } }: Gap, entity: Entity): Resolution => {
  const slots = { key: nounOf("container", 1, language), value: entity.value };
  const note = settled.includes("container") ? undefined : say(language, "tookMemory", slots);
  return {
    kind: "value",
    args: { [decisive.parameter.name]: entity.value },
    taken: [{ key: "container", entity, ...(note === undefined ? {} : { note }) }],
  };
};

const value = (gap: Gap, container: string): Resolution => ({
  kind: "value",
  args: { [gap.decisive.parameter.name]: container },
  taken: [{ key: "container", entity: { value: container, origin: "typed" } }],
});
