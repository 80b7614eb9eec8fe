import type { Fact, Way, YesNo } from "../language/condition.ts";
import { isTroubled } from "../results/filter.ts";
import { podFacts } from "../results/pod-facts.ts";
import { type PolicyRules, policyRules } from "../results/policy-rules.ts";
import type { Row } from "../results/types.ts";
import type { AnswerContext } from "./answer-context.ts";

export type Verdict = {
  /** Undefined where it is not decided. */
  readonly verdict: boolean | undefined;
  /** What decides it comes first. */
  readonly rows: readonly Row[];
};

/** What rows come to together where a yes or no is wanted: of several that do not agree there is none. */
export function verdictOfAll(
  rows: readonly Row[],
  read: (row: Row) => string | undefined,
  context: AnswerContext,
): Verdict {
  if (context.fact === "traffic" && context.yesNo !== undefined) return ofPolicies(rows, context.yesNo);
  const verdicts = new Set(rows.map((row) => verdictOf(row, read(row), context)));
  const [verdict] = verdicts;
  return { verdict: verdicts.size === 1 ? verdict : undefined, rows };
}

function ofPolicies(rows: readonly Row[], { ways = ["in", "out"] }: YesNo): Verdict {
  const isOpening = ({ object }: Row) => {
    const rules = policyRules(object);
    return rules !== undefined && ways.some((way) => letsThrough(rules, way));
  };
  const ordered = [...rows.filter(isOpening), ...rows.filter((row) => !isOpening(row))];
  return { verdict: areSealed(rows, ways), rows: ordered };
}

/** What a row says to a question that wants a yes or no; undefined where it does not decide it. */
function verdictOf(row: Row, value: string | undefined, context: AnswerContext): boolean | undefined {
  const { fact, yesNo } = context;
  if (fact === undefined || yesNo === undefined || value === undefined) return undefined;
  const judged = judge(fact, yesNo, { row, value, context });
  return yesNo.denied === true && judged !== undefined ? !judged : judged;
}

type Judged = { readonly row: Row; readonly value: string; readonly context: AnswerContext };

function judge(fact: Fact, { asks }: YesNo, judged: Judged): boolean | undefined {
  const { value } = judged;
  if (fact === "state") return asks === "done" ? cameOut(judged) : isRunning(judged);
  if (flags.has(fact)) return /^(?:true|bound)$/iu.test(value);
  return asks === "has" && !spoken.has(fact) ? value !== "" : undefined;
}

/** Fields that are a yes or no themselves. */
const flags: ReadonlySet<Fact> = new Set<Fact>(["suspended", "bound", "expansion", "hostNetwork", "privileged"]);

/** Facts whose own sentence says yes or no, or of which everything has some. */
const spoken: ReadonlySet<Fact> = new Set<Fact>(["endpoints", "replicas", "existence", "age", "restarts", "node"]);

/**
 * Whether policies together let nothing through, the ways that are asked about: a pod that several select may what any of
 * them lets through, and none that none selects is held back.
 */
function areSealed(rows: readonly Row[], ways: readonly Way[]): boolean | undefined {
  const policies = rows.map(({ object }) => policyRules(object));
  if (policies.includes(undefined)) return undefined;
  const verdicts = ways.map((way) => {
    const restricting = policies.flatMap((rules) =>
      rules !== undefined && rules[sides[way]] !== undefined ? [rules] : [],
    );
    if (restricting.length === 0 || restricting.some((rules) => letsThrough(rules, way))) return false;
    return restricting.some(({ selector }) => selector === "") ? true : undefined;
  });
  return verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true;
}

const sides = { in: "ingress", out: "egress" } as const;

const letsThrough = (rules: PolicyRules, way: Way): boolean => (rules[sides[way]] ?? []).length > 0;

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
