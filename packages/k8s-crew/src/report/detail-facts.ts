import { formatAge, secondsSince } from "../results/age.ts";
import { fieldReaders } from "../results/fields.ts";
import { type PolicyRule, policyRules } from "../results/policy-rules.ts";
import { probeAsks } from "../results/probe-text.ts";
import { containersOf } from "../results/templates.ts";
import type { Row } from "../results/types.ts";
import { at, isRecord, listAt, scalarText, textAt } from "../results/values.ts";
import { sayDetail } from "../words/detail-words.ts";
import { scheduleInWords } from "../words/schedule-words.ts";
import type { AnswerContext } from "./answer-context.ts";

type Asking = Pick<AnswerContext, "language" | "now">;

/** One line of facts for each text; none for an empty one. */
export type DetailFact = readonly [title: string, text: string];

type Reader = (row: Row, asking: Asking) => string | readonly string[] | undefined;

const none = "<none>";

const field =
  (name: keyof typeof fieldReaders, missing = ""): Reader =>
  (row, { now }) =>
    fieldReaders[name].text(row, now) || missing;

const own =
  (...path: readonly string[]): Reader =>
  ({ object }) =>
    textAt(object, ...path);

/** `api httpGet :8080/alive`, container by container; that none has one is told as well. */
const probe =
  (kind: "readinessProbe" | "livenessProbe" | "startupProbe", missing = none): Reader =>
  ({ object }) => {
    const having = containersOf(object).filter((container) => isRecord(at(container, kind)));
    const told = having.map((container) => `${textAt(container, "name")}  ${probeAsks(at(container, kind))}`);
    return told.length > 0 ? told : missing;
  };

const runs: Readonly<Record<string, Reader>> = {
  REQUESTS: field("requests", none),
  LIMITS: field("limits", none),
};
const serves: Readonly<Record<string, Reader>> = {
  ...runs,
  READINESS: probe("readinessProbe"),
  LIVENESS: probe("livenessProbe"),
  STARTUP: probe("startupProbe", ""),
  CLAIMS: field("claims"),
};

const pairs = (value: unknown): string =>
  Object.entries(isRecord(value) ? value : {})
    .map(([key, entry]) => `${key}=${scalarText(entry) ?? ""}`)
    .join(",");

/** `Container  default cpu=2,memory=8Gi; defaultRequest cpu=100m`: what a container gets that says nothing, and may have. */
const limitRange: Reader = ({ object }) =>
  listAt(object, "spec", "limits").map((limit) => {
    const told = ["default", "defaultRequest", "min", "max", "maxLimitRequestRatio"].flatMap((key) => {
      const amounts = pairs(at(limit, key));
      return amounts === "" ? [] : [`${key} ${amounts}`];
    });
    return `${textAt(limit, "type")}  ${told.join("; ")}`;
  });

const schedule: Reader = ({ object }, { language }) => scheduleInWords(language, textAt(object, "spec", "schedule"));

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
    const who = ({ peers, ports }: PolicyRule) =>
      [peers.map((peer) => (peer === "*" ? sayDetail(language, "everybody") : peer)).join(", "), ports.join(" ")]
        .join("  ")
        .trim();
    return rules.map(who);
  };

const targetPorts: Reader = ({ object }) =>
  listAt(object, "spec", "ports").map((port) => {
    const name = textAt(port, "name");
    return `${name === "" ? "" : `${name} `}${textAt(port, "port")} → ${textAt(port, "targetPort") || textAt(port, "port")}`;
  });

/** The names of what it holds; never what they hold. */
const keys: Reader = ({ object }) => {
  const entries = ["data", "stringData", "binaryData"].flatMap((part) => {
    const held = at(object, part);
    return isRecord(held) ? Object.keys(held) : [];
  });
  return [...new Set(entries)].join(", ");
};

/** What is asked of a thing of each kind and stands in no column of its list. */
const factsOf: Readonly<Record<string, Readonly<Record<string, Reader>>>> = {
  pod: serves,
  deployment: serves,
  statefulset: serves,
  daemonset: serves,
  job: runs,
  cronjob: {
    RUNS: schedule,
    "TIME ZONE": own("spec", "timeZone"),
    CONCURRENCY: own("spec", "concurrencyPolicy"),
    "LAST SUCCESS": since("status", "lastSuccessfulTime"),
  },
  service: { "NODE PORT": field("nodePort"), TARGET: targetPorts, SELECTOR: field("selector", none) },
  ingress: { ROUTES: field("backend") },
  networkpolicy: { "LETS IN": through("ingress"), "LETS OUT": through("egress") },
  resourcequota: { USED: (row, { now }) => fieldReaders.quota.text(row, now)?.split(", ") },
  limitrange: { LIMITS: limitRange },
  storageclass: { BINDING: own("volumeBindingMode"), EXPANSION: field("expansion") },
  pvc: { "ACCESS MODES": field("accessModes"), REQUESTED: own("spec", "resources", "requests", "storage") },
  node: { CAPACITY: field("capacity"), TAINTS: field("taints") },
  pdb: {
    "MIN AVAILABLE": own("spec", "minAvailable"),
    "MAX UNAVAILABLE": own("spec", "maxUnavailable"),
    "MAY BE EVICTED": own("status", "disruptionsAllowed"),
  },
  secret: { KEYS: keys },
  configmap: { KEYS: keys },
  rolebinding: { ROLE: field("role"), SUBJECTS: field("subjects") },
  clusterrolebinding: { ROLE: field("role"), SUBJECTS: field("subjects") },
};

/** What counts about a thing beside the cells of its list, line by line. */
export const detailFacts = (row: Row, { resource, ...asking }: Asking & Pick<AnswerContext, "resource">) =>
  Object.entries(factsOf[resource] ?? {}).flatMap(([title, read]): readonly DetailFact[] => {
    const told = read(row, asking) ?? "";
    const texts = typeof told === "string" ? [told] : told;
    return texts.filter((text) => text !== "").map((text) => [title, text]);
  });
