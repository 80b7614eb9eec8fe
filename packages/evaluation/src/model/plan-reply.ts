import type { CallTemplate, Catalog } from "@k8s-copilot/k8s-crew";
import type { ModelPlan, Turn } from "../format/schema.ts";
import type { CallPattern } from "../format/texts.ts";

export type ModelCall = {
  readonly tool: string;
  readonly arguments: readonly { readonly name: string; readonly value: string }[];
  readonly reason: string;
};
export type PlanReply = Readonly<Record<string, unknown>> & { readonly calls: readonly ModelCall[] };

/**
 * What a model would plan for a turn: what the conversation says it does, or else what the turn expects. `told` is what it
 * knows names from; a name that does not stand there is written as far as the turn says it.
 */
export const planReply = (turn: Turn, catalog: Catalog, told = ""): PlanReply => {
  const plan = turn.model ?? planFrom(turn);
  const calls = plan.calls.flatMap((pattern) => modelCall(asSaid(pattern, turn.say, told), catalog));
  const isUnserved = plan.view === "call" && calls.length === 0;
  return {
    view: isUnserved ? "none" : plan.view,
    calls,
    ...(isUnserved ? { reply: unserved[/\p{Script=Han}/u.test(turn.say) ? "zh" : "en"] } : {}),
    ...(plan.reply === undefined ? {} : { reply: plan.reply }),
    ...(plan.name === undefined ? {} : { focus_name: plan.name }),
    ...(plan.quality === undefined ? {} : { focus_quality: plan.quality }),
    ...(plan.cluster === undefined ? {} : { cluster: plan.cluster }),
    ...(plan.namespace === undefined ? {} : { namespace: plan.namespace }),
    ...(plan.all_namespaces === undefined ? {} : { all_namespaces: plan.all_namespaces }),
  };
};

const unserved = { zh: "这个服务器没有能做到这件事的工具。", en: "No tool of this server does that." };

/** What is expected; a turn of which only the answer is known is a question about what is wrong. */
const planFrom = ({ calls, approval, needs }: Turn): ModelPlan => {
  const isOpen = calls === undefined && approval === undefined;
  if (isOpen && needs.length === 0) return { view: "health", calls: [] };
  const wanted = isOpen ? needs : [...(calls ?? []), ...(approval ? [approval] : [])];
  return wanted.length > 0 ? { view: "call", calls: wanted } : { view: "none", calls: [], reply: "OK." };
};

/** A call by the server's own tool, with the arguments that the tool has a parameter for. */
export const modelCall = (pattern: CallPattern, catalog: Catalog): readonly ModelCall[] => {
  const template = templateOf(pattern, catalog);
  if (template === undefined) return [];
  const fixed = Object.entries(template.args).map(([name, value]) => ({ name, value: String(value) }));
  const given = pattern.args.flatMap(({ role, value }) => {
    const parameter = template.entry.parameters.find((each) => each.role === role);
    if (parameter === undefined || value === undefined || template.args[parameter.name] !== undefined) return [];
    return [{ name: parameter.name, value: spoken(value) }];
  });
  return [{ tool: template.entry.tool, arguments: [...fixed, ...given], reason: "asked for" }];
};

const templateOf = ({ verbs, resources, args }: CallPattern, catalog: Catalog): CallTemplate | undefined => {
  const hasName = args.some(({ role }) => role === "name");
  for (const verb of verbs)
    for (const resource of resources.map((each) => (each === "any" ? "pod" : each))) {
      const everywhere = !args.some(({ role }) => role === "namespace") && (verb === "list" || verb === "top");
      const [found] = [
        ...(resource === "event" && hasName ? catalog.find({ verb, resource, of: "pod" }) : []),
        ...(everywhere ? catalog.find({ verb, resource, scope: "all" }) : []),
        ...catalog.find({ verb, resource }),
      ];
      if (found !== undefined) return found;
    }
  return undefined;
};

/** “cart-service-v2-*” of which only “cart-service-v2” was said, “database-migration-*” of which only “migration” was. */
const asSaid = (pattern: CallPattern, said: string, told: string): CallPattern => ({
  ...pattern,
  args: pattern.args.map(({ role, value }) => {
    const name = value === undefined ? "" : spoken(value);
    return role !== "name" || told.includes(name) ? { role, value } : { role, value: partSaid(name, said) ?? name };
  }),
});

/** The longest run of a name's words that a sentence has, side by side or with hyphens. */
const partSaid = (name: string, said: string): string | undefined => {
  const sentence = said.toLowerCase().replace(/\s+/g, "-");
  const words = name.split("-");
  const runs = words.flatMap((_, from) =>
    words.slice(from).map((__, more) => words.slice(from, from + more + 1).join("-")),
  );
  return runs
    .toSorted((one, other) => other.length - one.length)
    .find((run) => run.length > 2 && sentence.includes(run));
};

/** A pattern as a person would say it: the first of several, without what stands for the rest. */
const spoken = (value: string): string => (value.split("|")[0] ?? "").replace(/-?\*/g, "");
