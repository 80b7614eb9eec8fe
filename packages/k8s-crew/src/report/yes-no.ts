import type { Fact, YesNo } from "../language/condition.ts";
import { isTroubled } from "../results/filter.ts";
import { podFacts } from "../results/pod-facts.ts";
import { policyRules } from "../results/policy-rules.ts";
import type { Row } from "../results/types.ts";
import type { AnswerContext } from "./answer-context.ts";

/** What a row says to a question that wants a yes or no; undefined where it does not decide it. */
export function verdictOf(row: Row, value: string | undefined, context: AnswerContext): boolean | undefined {
  const { fact, yesNo } = context;
  if (fact === undefined || yesNo === undefined || value === undefined) return undefined;
  const judged = judge(fact, yesNo, { row, value, context });
  return yesNo.denied === true && judged !== undefined ? !judged : judged;
}

type Judged = { readonly row: Row; readonly value: string; readonly context: AnswerContext };

function judge(fact: Fact, { asks }: YesNo, judged: Judged): boolean | undefined {
  const { value } = judged;
  if (fact === "state") return asks === "done" ? cameOut(judged) : isRunning(judged);
  if (fact === "traffic") return isSealed(judged);
  if (flags.has(fact)) return /^(?:true|bound)$/iu.test(value);
  return asks === "has" && !spoken.has(fact) ? value !== "" : undefined;
}

/** Fields that are a yes or no themselves. */
const flags: ReadonlySet<Fact> = new Set<Fact>(["suspended", "bound", "expansion", "hostNetwork", "privileged"]);

/** Facts whose own sentence says yes or no, or of which everything has some. */
const spoken: ReadonlySet<Fact> = new Set<Fact>(["endpoints", "replicas", "existence", "age", "restarts", "node"]);

/** Nothing at all is let through, for any pod of the namespace. */
function isSealed({ row }: Judged): boolean | undefined {
  const rules = policyRules(row.object);
  if (rules === undefined) return undefined;
  return rules.selector === "" && rules.ingress?.length === 0 && rules.egress?.length === 0;
}

function isRunning({ row, context: { resource, now } }: Judged): boolean | undefined {
  const { status, ready } = podFacts(row, now);
  if (isTroubled(row, { resource, now })) return false;
  if (resource === "job") return undefined;
  if (ready !== undefined && ready.ready < ready.total) return false;
  return /^(?:running|active|ready|bound)$/iu.test(status) ? true : undefined;
}

function cameOut({ row }: Judged): boolean | undefined {
  const status = row.fields.status ?? row.fields.phase ?? "";
  if (/^(?:complete|completed|succeeded)\b/iu.test(status)) return true;
  return /^(?:failed|error|oomkilled|crashloopbackoff)\b/iu.test(status) ? false : undefined;
}
