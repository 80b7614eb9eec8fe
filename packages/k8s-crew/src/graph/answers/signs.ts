import type { Done } from "../../guidance/next-steps.ts";
import type { Lesson } from "../../guidance/tips/tips.ts";
import type { Sign } from "../../guidance/tips/types.ts";
import { callKey } from "../../plan/source.ts";
import type { Step } from "../../plan/types.ts";
import { eventFacts } from "../../results/event-facts.ts";
import { parseResult } from "../../results/parse-result.ts";
import { podFacts } from "../../results/pod-facts.ts";
import type { Row } from "../../results/types.ts";
import { at, listAt, textAt } from "../../results/values.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";
import { rowsShown, shownRows } from "./shown-rows.ts";

/** What of an answer a tip may be about: read from what was shown, not from what was said of it. */
export const lessonOf = (parts: Parts, state: State, done: Done): Lesson => {
  const { plan } = state;
  const things = (plan?.steps ?? []).flatMap((step) => thingsOf(parts, step));
  const rows = shownRows(parts, state);
  const asks = troubleWords.test(state.message);
  const trouble = done.state === "" ? troubleOfPod(parts, state, done) : done.state;
  const restarted = rows.some(({ fields }) => /^[1-9]/.test(fields.restarts ?? "")) || done.hasPreviousLog;
  const signs: readonly (readonly [Sign, boolean])[] = [
    ["troubleshooting", done.resource === "pod" && done.verb === "logs" && (asks || trouble !== "")],
    ...signsOf(things),
    ["defaultNamespace", done.namespace === "default" && done.name !== undefined && isWorkload.includes(done.kind)],
    ["restarted", restarted],
    ["empty", done.empty],
    ["wrote", done.wrote],
    ["failed", done.outcome !== "ok"],
  ];
  return {
    done,
    signs: signs.flatMap(([sign, holds]) => (holds ? [sign] : [])),
    words: [trouble, ...(done.outcome === "ok" ? [] : [done.outcome]), ...reasonsIn(parts, state)].filter(
      (word) => word !== "",
    ),
  };
};

/** Words of somebody who looks for a fault. */
const troubleWords =
  /为什么|为啥|为何|怎么(?:回事|了|会)|报错|错误|出错|起不来|启动不了|挂了|挂掉|崩|异常|失败|有问题|故障|不正常|排查|\bwhy\b|\berrors?\b|broken|\bfail|crash|wrong|\bdown\b|problem|not working|won't start|troubleshoot|debug/iu;

const isWorkload: readonly string[] = ["pod", "deployment", "statefulset", "daemonset", "service", "job"];

/** What earlier lists said of the pod whose log is shown. */
const troubleOfPod = (parts: Parts, { shown }: State, { kind, name }: Done): string => {
  if (kind !== "pod" || name === undefined) return "";
  const now = parts.settings.now();
  const before = shown.filter((row) => row.resource === "pod" && row.name === name);
  const read = parts
    .turn()
    .record.calls.filter(({ verb, resource }) => resource === "pod" && (verb === "list" || verb === "get"))
    .flatMap((call) => {
      const result = parts.turn().shelf.results.get(callKey(call));
      const parsed = result?.outcome === "ok" ? parseResult({ ...result, verb: "list", resource: "pod" }) : undefined;
      return parsed?.form === "rows" ? parsed.rows.filter((row) => row.name === name) : [];
    });
  const pod = [...read, ...before].map((row) => podFacts(row, now)).find(({ troubled }) => troubled);
  return pod === undefined ? "" : pod.reason || pod.status;
};

/** What the warnings say that the answer shows. */
export const reasonsIn = (parts: Parts, state: State): readonly string[] =>
  (state.plan?.steps ?? [])
    .filter(({ resource }) => resource === "event")
    .flatMap((step) => rowsShown(parts, state, step))
    .map((row) => eventFacts(row, parts.settings.now()))
    .filter(({ warning }) => warning)
    .map(({ reason, message }) => `${reason} ${message}`);

/** Objects in full, where the server gave them. */
const thingsOf = (parts: Parts, step: Step): readonly unknown[] => {
  const result = parts.turn().shelf.results.get(callKey(step));
  if (result?.outcome !== "ok" || step.resource === "event") return [];
  const parsed = parseResult({ ...result, verb: step.verb, resource: step.resource });
  if (parsed.form === "object") return [parsed.object];
  return parsed.form === "rows" ? parsed.rows.flatMap((row: Row) => row.object ?? []) : [];
};

/** `nginx`, `registry:5000/web:latest`; not `web:1.2`, nor a digest. */
const isUnpinned = (image: string): boolean => /^[^:@]+$|:latest$/.test(image.split("/").at(-1) ?? "");

const signsOf = (things: readonly unknown[]): readonly (readonly [Sign, boolean])[] => {
  const specs = things.map((thing) => at(thing, "spec", "template", "spec") ?? at(thing, "spec"));
  const containers = specs.flatMap((spec) => listAt(spec, "containers"));
  const serving = specs.filter((spec) => ["", "Always"].includes(textAt(spec, "restartPolicy")));
  const lackIn = (some: readonly unknown[], ...paths: readonly (readonly string[])[]) =>
    some
      .flatMap((spec) => listAt(spec, "containers"))
      .some((container) => paths.every((path) => at(container, ...path) === undefined));
  const images = containers.map((container) => textAt(container, "image")).filter((image) => image !== "");
  return [
    ["noLimits", lackIn(specs, ["resources", "limits", "memory"])],
    // A limit counts as the request where none is stated.
    ["noRequests", lackIn(specs, ["resources", "requests"], ["resources", "limits"])],
    ["latestTag", images.some(isUnpinned)],
    ["noReadinessProbe", lackIn(serving, ["readinessProbe"])],
    ["noLivenessProbe", lackIn(serving, ["livenessProbe"])],
    ["singleReplica", things.some((thing) => textAt(thing, "spec", "replicas") === "1")],
    [
      "barePod",
      things.some(
        (thing) => textAt(thing, "kind") === "Pod" && listAt(thing, "metadata", "ownerReferences").length === 0,
      ),
    ],
    ["privileged", containers.some((container) => textAt(container, "securityContext", "privileged") === "true")],
    ["runsAsRoot", [...specs, ...containers].some((one) => textAt(one, "securityContext", "runAsUser") === "0")],
  ];
};
