import type { Field } from "../language/condition.ts";
import { formatAge, secondsSince } from "../results/age.ts";
import { fieldReaders } from "../results/fields.ts";
import { keysHeld } from "../results/object-fields.ts";
import { type PolicyRule, policyRules } from "../results/policy-rules.ts";
import { rulesOf, ruleText } from "../results/rights.ts";
import type { Row } from "../results/types.ts";
import { textAt } from "../results/values.ts";
import { cronText } from "../words/cron-words.ts";
import { sayDetail } from "../words/detail-words.ts";
import type { AnswerContext } from "./answer-context.ts";

type Asking = Pick<AnswerContext, "language" | "now">;

/** One line of the details: what it is called, and what it is. */
export type DetailFact = readonly [title: string, text: string];

/** What is told under a title, line by line; nothing for what is not told or there is none of. */
type Reader = (row: Row, asking: Asking) => string | readonly string[] | undefined;

const field =
  (name: Field): Reader =>
  (row, { now }) =>
    fieldReaders[name].text(row, now);

/** That there is none of it is told as well. */
const orNone =
  (name: Field): Reader =>
  (row, { now }) => {
    const text = fieldReaders[name].text(row, now);
    return text === "" ? "<none>" : text;
  };

/** A field that lists several things, one in each line. */
const linesOf =
  (name: Field, apart: string): Reader =>
  (row, { now }) =>
    fieldReaders[name].text(row, now)?.split(apart);

const runs: Readonly<Record<string, Reader>> = { REQUESTS: orNone("requests"), LIMITS: orNone("limits") };
const serves: Readonly<Record<string, Reader>> = {
  ...runs,
  READINESS: orNone("readinessProbe"),
  LIVENESS: orNone("livenessProbe"),
  STARTUP: field("startupProbe"),
  CLAIMS: field("claims"),
};
const binds: Readonly<Record<string, Reader>> = { ROLE: field("role"), SUBJECTS: field("subjects") };

const since =
  (...path: readonly string[]): Reader =>
  ({ object }, { now }) => {
    const seconds = secondsSince(textAt(object, ...path), now);
    return seconds === undefined ? undefined : formatAge(seconds);
  };

/** Who a policy lets through in one direction. */
const through =
  (direction: "ingress" | "egress"): Reader =>
  ({ object }, { language }) => {
    const told = policyRules(object);
    if (told === undefined) return undefined;
    const rules = told[direction];
    if (rules === undefined) return sayDetail(language, "anything");
    if (rules.length === 0) return sayDetail(language, "nothing");
    const who = ({ peers, ports }: PolicyRule) => {
      const named = peers.map((peer) => (peer === "*" ? sayDetail(language, "anybody") : peer));
      return `${named.join(", ")}  ${ports.join(" ")}`.trim();
    };
    return rules.map(who);
  };

const keys: Reader = ({ object }) => keysHeld(object).join(", ");

/** `get, list on pods`, rule by rule. */
const rules: Reader = (row) => rulesOf(row)?.map(ruleText);

/** What is asked of a thing of each kind and stands in no column of its list. */
const factsOf: Readonly<Record<string, Readonly<Record<string, Reader>>>> = {
  pod: serves,
  deployment: serves,
  statefulset: serves,
  daemonset: serves,
  job: runs,
  cronjob: {
    RUNS: ({ object }, { language }) => cronText(language, textAt(object, "spec", "schedule")),
    "TIME ZONE": field("timeZone"),
    CONCURRENCY: field("concurrency"),
    "LAST SUCCESS": since("status", "lastSuccessfulTime"),
  },
  service: { "NODE PORT": field("nodePort"), TARGET: linesOf("targetPorts", ", "), SELECTOR: orNone("selector") },
  ingress: { ROUTES: linesOf("backend", ", "), TLS: field("tls") },
  networkpolicy: { "LETS IN": through("ingress"), "LETS OUT": through("egress") },
  resourcequota: { USED: linesOf("quota", ", ") },
  limitrange: { LIMITS: linesOf("limitDefaults", " | ") },
  storageclass: { BINDING: field("bindingMode"), EXPANSION: field("expansion") },
  pvc: { "ACCESS MODES": field("accessModes") },
  node: { CAPACITY: field("capacity"), TAINTS: field("taints") },
  pdb: { DISRUPTIONS: field("disruptions") },
  secret: { KEYS: keys },
  configmap: { KEYS: keys },
  role: { ALLOWS: rules },
  clusterrole: { ALLOWS: rules },
  rolebinding: binds,
  clusterrolebinding: binds,
};

/** What counts about a thing beside the cells of its list. */
export const detailFacts = (
  row: Row,
  { resource, ...asking }: Asking & Pick<AnswerContext, "resource">,
): readonly DetailFact[] =>
  Object.entries(factsOf[resource] ?? {}).flatMap(([title, read]) => {
    const told = read(row, asking) ?? "";
    const texts = typeof told === "string" ? [told] : told;
    return texts.filter((text) => text !== "").map((text) => [title, text] as const);
  });
