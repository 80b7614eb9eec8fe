import type { Chain } from "../../overview/types.ts";
import { formatAge, parseTimestamp } from "../../results/age.ts";
import type { EventFacts } from "../../results/event-facts.ts";
import { numberAt, textAt } from "../../results/values.ts";
import type { CauseKey } from "../../words/causes/causes.ts";
import { absentEvidence, ageOf, describing, eventEvidence, fieldEvidence, quoted } from "../evidence.ts";
import { complaintIn, logSigns, matchIn, startMessages } from "../patterns.ts";
import { logTail } from "../read-log.ts";
import type { Scout } from "../scout.ts";
import type { Evidence, Finding, Thing } from "../types.ts";
import { type Container, type Ended, isRunning, probeText, restartsOf } from "./containers.ts";

export type PodContext = {
  readonly scout: Scout;
  readonly thing: Thing;
  readonly events: readonly EventFacts[];
  /** Names of the containers that the pod is there for. */
  readonly mains: readonly string[];
};

/** Exit codes that mean the same in every container: the shell's own, and 128 plus the number of a signal. */
const exitCodes: { readonly [code: number]: CauseKey } = {
  0: "exit_done",
  126: "exit_not_executable",
  127: "exit_not_found",
  134: "aborted",
  137: "killed",
  139: "segfault",
  143: "terminated",
};

/** Codes with which a program gives up by itself: only then does its log say why it ended. */
const byItself: readonly CauseKey[] = ["exit_error", "exit_done", "aborted"];

/** Lines of a log that are quoted. */
const quotedLines = 6;

/** A run that ended: how, what its last words were, and what they mean. */
export function* crash(container: Container, ended: Ended, context: PodContext): Chain<Finding> {
  const { scout, thing, events } = context;
  const { name } = container;
  const log = yield* lastLog(container, ended, context);
  const { lines } = log;
  const sign = lines.toReversed().flatMap((line) => {
    const match = matchIn(logSigns, line);
    return match ? [{ ...match, line }] : [];
  })[0];
  const probe = failedProbe(ended, events);
  const byCode = exitCodes[ended.code] ?? "exit_error";
  const complaint = complaintIn(lines);
  const plain = byCode === "exit_error" && complaint !== undefined ? "log_error" : byCode;
  const cause =
    fixedCause(container, ended) ??
    (probe ? probeCause(container, ended, probe) : byItself.includes(byCode) && sign ? sign.cause : plain);
  const isSign = cause === sign?.cause;
  const told = isSign ? sign?.line : cause === "log_error" ? complaint : undefined;
  const limit = textAt(container.spec, "resources", "limits", "memory");
  return {
    object: thing,
    cause,
    slots: {
      container: name,
      code: ended.code,
      restarts: restartsOf(container),
      limit,
      image: textAt(container.spec, "image"),
      probe: probe ? probeText(probeIn(container, probe.kind)) : "",
      ran: formatAge(ranFor(ended) ?? 0),
      ...(isSign ? sign?.groups : {}),
      detail: quoted(probe?.detail ?? told ?? ended.message),
    },
    evidence: [
      endedEvidence(container, ended, context),
      ...roleEvidence(container, context),
      ...(probe ? [eventEvidence(thing, probe.event)] : []),
      ...(ended.message === ""
        ? []
        : [{ says: "message" as const, slots: { message: quoted(ended.message) }, show: describing(thing) }]),
      ...(cause === "oom_killed" ? [fieldEvidence(thing, `${name}: resources.limits.memory`, limit)] : []),
      ...logEvidence(container, thing, log),
      ...(isSign && cause === "log_dependency" ? yield* dependency(scout, thing, sign?.line ?? "") : []),
    ],
  };
}

/** What the runtime says itself, which counts before any exit code. */
const fixedCause = ({ spec }: Container, { reason, message, code }: Ended): CauseKey | undefined => {
  if (reason === "OOMKilled") return textAt(spec, "resources", "limits", "memory") === "" ? "oom_node" : "oom_killed";
  const isStart = /^(?:StartError|ContainerCannotRun|RunContainerError)$/.test(reason) || code === 128;
  return isStart ? (matchIn(startMessages, message)?.cause ?? "start_failed") : undefined;
};

type FailedProbe = {
  readonly cause: CauseKey;
  readonly kind: string;
  readonly detail: string;
  readonly event: EventFacts;
};

const probeCauses: { readonly [kind: string]: CauseKey } = { liveness: "liveness_failed", startup: "startup_failed" };

/** A container that was told to stop, or killed, after its probe had failed. */
export const failedProbe = ({ code, reason }: Ended, events: readonly EventFacts[]): FailedProbe | undefined => {
  if (reason === "OOMKilled" || ![0, 137, 143].includes(code)) return undefined;
  return events.flatMap((event): readonly FailedProbe[] => {
    const [, kind = "", detail = ""] =
      /^(Liveness|Startup) probe (?:failed|errored)[^:]*: ?(.*)/is.exec(event.message) ?? [];
    const cause = probeCauses[kind.toLowerCase()];
    return cause === undefined ? [] : [{ cause, kind: kind.toLowerCase(), detail, event }];
  })[0];
};

/** How long a run lasted, in seconds. */
const ranFor = ({ startedAt, finishedAt }: Ended): number | undefined => {
  const [start, end] = [parseTimestamp(startedAt), parseTimestamp(finishedAt)];
  return start === undefined || end === undefined ? undefined : Math.max(0, (end - start) / 1000);
};

/** What a container is given to end by itself, and some time for the kubelet to notice. Seconds. */
const graceSeconds = 45;

/** A run that ended as soon as its liveness probe could end it never lived: the probe came too early. */
const probeCause = (container: Container, ended: Ended, { cause, kind }: FailedProbe): CauseKey => {
  const ran = ranFor(ended);
  if (cause !== "liveness_failed" || ran === undefined) return cause;
  const probe = probeIn(container, kind);
  const number = (key: string, otherwise: number) => numberAt(probe, key) ?? otherwise;
  const earliest = number("initialDelaySeconds", 0) + number("periodSeconds", 10) * number("failureThreshold", 3);
  return ran <= earliest + graceSeconds ? "liveness_too_early" : cause;
};

/** What hangs on a container that is not one of the program's own. */
const roleEvidence = ({ name, role }: Container, { thing, mains }: PodContext): readonly Evidence[] => {
  if (role === "main") return [];
  const slots = { container: name, names: mains.join(", ") };
  return [{ says: role === "init" ? "initRole" : "sidecarRole", slots, show: describing(thing) }];
};

const probeIn = ({ spec }: Container, kind: string): unknown =>
  typeof spec === "object" && spec !== null
    ? Object.entries(spec).find(([key]) => key === `${kind}Probe`)?.[1]
    : undefined;

const endedEvidence = (container: Container, ended: Ended, { scout, thing }: PodContext): Evidence => ({
  says: restartsOf(container) > 0 ? "ended" : "endedOnce",
  slots: {
    reason: ended.reason === "" ? "-" : ended.reason,
    code: ended.code,
    restarts: restartsOf(container),
    age: ageOf(ended.finishedAt, scout.now),
  },
  show: describing(thing),
});

/** `current`: the run before was meant, and could not be read. */
type Log = { readonly lines: readonly string[]; readonly previous: boolean; readonly current?: true };

/** The log of the run that ended; where there is none of the run before, the one that can be had. */
function* lastLog(container: Container, { before }: Ended, { scout, thing }: PodContext): Chain<Log> {
  const wanted = { container: container.name, previous: before };
  const lines = yield* scout.log(thing, wanted);
  if (lines.length > 0 || !before) return { lines, previous: before };
  if (isRunning(container)) return { lines, previous: true, current: true };
  return { lines: yield* scout.log(thing, { ...wanted, previous: false }), previous: true, current: true };
}

/** The end of a log, with the command that shows it, or the one that was meant. */
export const logEvidence = (
  { name }: Container,
  thing: Thing,
  { lines, previous, current }: Log,
): readonly Evidence[] =>
  lines.length === 0 && current !== true
    ? []
    : [
        {
          says: current === true ? (lines.length > 0 ? "currentLog" : "unreadLog") : previous ? "previousLog" : "log",
          slots: { container: name },
          lines: lines.slice(-quotedLines).map(quoted),
          show: {
            verb: "logs",
            resource: "pod",
            name: thing.name,
            namespace: thing.namespace,
            container: name,
            ...(previous ? { previous } : {}),
            tail: logTail,
          },
        },
      ];

/** Where a log names the host that it cannot reach. */
const hosts: readonly RegExp[] = [
  /getaddrinfo \w+ ([\w.-]+)/i,
  /lookup ([\w.-]+)(?: on |:)/i,
  /host ?name "([\w.-]+)"/i,
  /UnknownHostException:? ([\w.-]+)/,
  /(?:to|dial tcp|:\/\/(?:[^@\s/]*@)?) ?([a-z][\w-]*(?:\.[\w-]+)*):\d{2,5}/i,
];

/** A host in the form of a Service's name, in this namespace or in one that it names: whether there is such a Service. */
function* dependency(scout: Scout, { namespace }: Thing, line: string): Chain<readonly Evidence[]> {
  const host = hosts.flatMap((pattern) => pattern.exec(line)?.[1] ?? [])[0];
  const [name = "", other, kind] = host?.split(".") ?? [];
  if (name === "" || (kind !== undefined && kind !== "svc") || /^\d+$/.test(name)) return [];
  const service: Thing = { resource: "service", namespace: other ?? namespace, name: name.toLowerCase() };
  const found = yield* scout.one(service);
  return found.kind === "missing" ? [absentEvidence(service)] : [];
}
