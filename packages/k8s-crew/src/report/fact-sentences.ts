import { kubectlFor } from "../guidance/kubectl.ts";
import type { Fact } from "../language/condition.ts";
import { fieldReaders } from "../results/fields.ts";
import { isPaused } from "../results/kind-fields.ts";
import { policyRules } from "../results/policy-rules.ts";
import type { Row } from "../results/types.ts";
import { textAt } from "../results/values.ts";
import { workloadFacts } from "../results/workload-facts.ts";
import { scheduleText } from "../words/cron-words.ts";
import { type FactSentence, sayFact } from "../words/fact-words.ts";
import { sayNetwork, trafficText } from "../words/network-words.ts";
import type { AnswerContext } from "./answer-context.ts";

type Told = { readonly row: Row; readonly thing: string; readonly value: string; readonly context: AnswerContext };

/** Facts that are more than a value: what it comes to is said in a sentence of its own. */
const sentences: Readonly<Partial<Record<Fact, (told: Told) => string | undefined>>> = {
  replicas: replicasSentence,
  traffic: ({ row, thing, context }) => {
    const rules = policyRules(row.object);
    return rules === undefined ? undefined : trafficText(context.language, thing, rules);
  },
  endpoints: ({ thing, value, context: { language } }) =>
    value === ""
      ? sayNetwork(language, "noEndpoints", { thing })
      : sayNetwork(language, "endpoints", { thing, value, count: endpointsIn(value) }),
  nodePort: ({ row, thing, value, context: { language } }) =>
    value === "" ? sayNetwork(language, "noNodePort", { thing, type: row.fields.type ?? "?" }) : undefined,
  dns: ({ row, thing, value, context: { language } }) => sayNetwork(language, "dns", { thing, value, name: row.name }),
  backend: pathSentence,
  data: secretSentence,
  suspended: suspendedSentence,
  privileged: (told) => flagSentence(told, ["privileged", "unprivileged"]),
  hostNetwork: (told) => flagSentence(told, ["onHostNetwork", "ownNetwork"]),
  expansion: (told) => flagSentence(told, ["lets", "letsNot"]),
};

/** A server's table shows the first three of them: `10.0.0.1:80,… + 2 more...`. */
function endpointsIn(value: string): number {
  return value.split(",").length + Number(/\+ (\d+) more/u.exec(value)?.[1] ?? 0);
}

function flagSentence(
  { thing, value, context: { language } }: Told,
  [yes, no]: readonly [FactSentence, FactSentence],
): string {
  return sayFact(language, value === "true" ? yes : no, { thing });
}

/** What is secret is never shown: which keys it has, and how those who may can read one themselves. */
function secretSentence({ row, thing, value, context: { language, cluster, commands } }: Told): string | undefined {
  const [key] = value.split(", ");
  if (textAt(row.object, "kind") !== "Secret" || key === undefined || key === "") return undefined;
  const { name, namespace } = row;
  const command =
    commands === false ? undefined : kubectlFor({ verb: "get", resource: "secret", name, key, namespace, cluster });
  const keys = sayFact(language, "secretKeys", { thing, value });
  return command === undefined ? keys : `${keys}${sayFact(language, "readSecret", { command })}`;
}

/** A CronJob waits for its schedule or does not; what runs pods is stopped where none are wanted. */
function suspendedSentence({ row, thing, value, context: { language, now } }: Told): string {
  const { ready, desired } = workloadFacts(row, now);
  const schedule = fieldReaders.schedule.text(row, now) || undefined;
  const isOff = value === "true";
  if (isPaused(row)) return sayFact(language, "paused", { thing, desired: desired ?? "?", ready: ready ?? "?" });
  if (schedule === undefined && desired !== undefined)
    return sayFact(language, isOff ? "scaledToNone" : "scaledUp", { thing, desired, ready: ready ?? "?" });
  if (schedule === undefined) return sayFact(language, isOff ? "held" : "goesOn", { thing });
  return sayFact(language, isOff ? "suspended" : "scheduled", { thing, schedule: scheduleText(schedule, language) });
}

export function factSentence(fact: Fact, told: Told): string | undefined {
  return sentences[fact]?.(told);
}

/** Whether all are there that should be. */
function replicasSentence({ row, thing, context: { language, now } }: Told): string | undefined {
  const { ready, desired } = workloadFacts(row, now);
  if (desired === undefined) return undefined;
  if (desired === 0) return sayNetwork(language, "noneWanted", { thing });
  if (ready === undefined) return sayNetwork(language, "readyUntold", { thing, desired });
  return sayNetwork(language, ready >= desired ? "allReady" : "someReady", { thing, ready, desired });
}

/** Of several paths of an ingress the one that was asked about. */
function pathSentence({ thing, value, context: { language, conditions = [] } }: Told): string | undefined {
  const asked = conditions.find(({ field }) => field === "backend")?.value;
  const path = asked?.startsWith("/") ? asked.replace(pathEnd, "") : undefined;
  const route = value.split(", ").find((each) => path !== undefined && each.startsWith(`${path}${pathEnd}`));
  if (path === undefined || route === undefined) return undefined;
  return sayNetwork(language, "path", { path, thing, backend: route.slice(path.length + pathEnd.length) });
}

/** What stands between a path and its service. */
const pathEnd = " → ";
