import type { CatalogEntry, Parameter } from "@k8s-copilot/k8s-crew";
import { oneOf } from "../draw.ts";
import type { ModelCall, PlanReply } from "../plan-reply.ts";
import type { Fields, Question } from "../question.ts";

type PlanSlip = (plan: PlanReply, question: Question) => Fields;

/** What goes wrong with a plan. One that has nothing to go wrong with stays as it is. */
export const planSlips: Readonly<Record<string, PlanSlip>> = {
  "unknown tool": (plan) => withFirst(plan, (call) => ({ ...call, tool: "kubectl_do_what_is_meant" })),
  "wrong type": (plan, { catalog }) =>
    withFirst(plan, (call) => withValue(call, typed(catalog.get(call.tool)), "rather a lot")),
  "missing argument": (plan, { catalog }) =>
    withFirst(plan, (call) => {
      const required = parametersOf(catalog.get(call.tool)).filter((each) => each.required);
      return { ...call, arguments: call.arguments.filter(({ name }) => !required.some((each) => each.name === name)) };
    }),
  "invented argument": (plan) =>
    withFirst(plan, (call) => ({ ...call, arguments: [...call.arguments, { name: "skip_consent", value: "true" }] })),
  "wrong namespace": (plan, question) =>
    withFirst(plan, (call) => {
      const namespace = parametersOf(question.catalog.get(call.tool)).find(({ role }) => role === "namespace");
      return withValue(call, namespace, oneOf(["kube-system", "blue-lagoon-7"], question.draw) ?? "kube-system");
    }),
  "wrong effect": (plan, question) => {
    const changing = question.catalog.entries.filter(({ effect }) => effect !== "read");
    const entry = oneOf(changing, question.draw);
    return entry === undefined ? plan : { ...plan, view: "call", calls: [callOf(entry, plan)] };
  },
  "the same call over and over": (plan) => ({
    ...plan,
    calls: plan.calls.slice(0, 1).flatMap((call) => [call, call, call, call, call]),
  }),
  "too many steps": (plan, { catalog }) => ({
    ...plan,
    view: "call",
    calls: Array.from({ length: 60 }, (_, index) => catalog.entries[index % catalog.entries.length]).flatMap((entry) =>
      entry === undefined ? [] : [callOf(entry, plan)],
    ),
  }),
  "contradicting counts": (_, { turn }) => ({
    view: "none",
    calls: [],
    reply: isChinese(turn.say)
      ? "这里一共有 4711 个 pod，全部运行正常。"
      : "There are 4711 pods in here, and all of them are running.",
  }),
  "a deed that was not done": (_, { turn }) => ({
    view: "none",
    calls: [],
    reply: isChinese(turn.say)
      ? "我已经把它重启好了，不用再担心。"
      : "I have just restarted it for you, nothing to worry about.",
  }),
  "wrong language": (_, { turn }) => ({
    view: "none",
    calls: [],
    reply: isChinese(turn.say)
      ? "This is surely something that one should look into at some point."
      : "这大概是以后应该看一看的事情。",
  }),
};

export const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

const withFirst = (plan: PlanReply, change: (call: ModelCall) => ModelCall): PlanReply => ({
  ...plan,
  calls: plan.calls.map((call, index) => (index === 0 ? change(call) : call)),
});

const parametersOf = (entry: CatalogEntry | undefined): readonly Parameter[] => entry?.parameters ?? [];

const typed = (entry: CatalogEntry | undefined): Parameter | undefined =>
  parametersOf(entry).find(({ type }) => ["number", "integer", "boolean"].includes(type));

const withValue = (call: ModelCall, parameter: Parameter | undefined, value: string): ModelCall =>
  parameter === undefined
    ? call
    : {
        ...call,
        arguments: [...call.arguments.filter(({ name }) => name !== parameter.name), { name: parameter.name, value }],
      };

/** A call of a tool with all that it requires: what the plan says under the same name, else something that fits the role. */
export const callOf = (entry: CatalogEntry, plan: PlanReply): ModelCall => {
  const said = new Map(plan.calls.flatMap((call) => call.arguments.map(({ name, value }) => [name, value] as const)));
  return {
    tool: entry.tool,
    arguments: entry.parameters
      .filter(({ name, required }) => required || said.has(name))
      .map(({ name, role }) => ({ name, value: said.get(name) ?? filler[role] ?? "1" })),
    reason: "seems right",
  };
};

const filler: Readonly<Partial<Record<Parameter["role"], string>>> = {
  namespace: "kube-system",
  name: "coredns",
  kind: "Deployment",
  apiVersion: "apps/v1",
  replicas: "0",
  manifest: "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: blue-lagoon-7\n",
  command: "env",
};
