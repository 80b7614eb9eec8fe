import type { Chain } from "../../overview/types.ts";
import { secondsSince } from "../../results/age.ts";
import type { EventFacts } from "../../results/event-facts.ts";
import { at, textAt } from "../../results/values.ts";
import { describing, eventEvidence, getting, quoted } from "../evidence.ts";
import { complaintIn, configMessages, imageAnswers, matchIn, startMessages } from "../patterns.ts";
import type { Scout } from "../scout.ts";
import type { Evidence, Finding, Thing } from "../types.ts";
import {
  type Container,
  endOf,
  isRunning,
  probeText,
  restartsOf,
  waitingMessage,
  waitingReason,
} from "./containers.ts";
import { crash, failedProbe, logEvidence, type PodContext } from "./crash.ts";

const imageReasons = /^(?:ImagePullBackOff|ErrImage\w*|InvalidImageName|ImageInspectError|RegistryUnavailable)$/;
const configReasons = /^(?:CreateContainerConfigError|CreateContainerError)$/;
const startReasons = /^(?:RunContainerError|StartError|ContainerCannotRun|PostStartHookError|PreCreateHookError)$/;

/** A restart is news for a day. */
const newsSeconds = 86_400;

/** What is wrong with one container; nothing for one that fares well, or that waits for others. */
export function* containerFinding(container: Container, context: PodContext): Chain<Finding | undefined> {
  const reason = waitingReason(container);
  if (imageReasons.test(reason)) return imageFinding(container, context);
  if (configReasons.test(reason)) return yield* configFinding(container, context);
  const ended = endOf(container);
  if (startReasons.test(reason) && !ended) return startFinding(container, context);
  const loops = reason === "CrashLoopBackOff" || startReasons.test(reason);
  const failed = ended !== undefined && !ended.before && ended.code !== 0;
  if (ended && (loops || failed)) return yield* crash(container, ended, context);
  if (loops) return unknownCrash(container, context);
  const isNews =
    ended !== undefined && (secondsSince(ended.finishedAt, context.scout.now) ?? newsSeconds) < newsSeconds;
  if (isRunning(container) && container.role !== "init" && at(container.status, "ready") !== true)
    // It runs again, and will be ended again by what ended it before.
    return ended?.before && isNews && failedProbe(ended, context.events)
      ? yield* crash(container, ended, context)
      : yield* unreadyFinding(container, context);
  if (!ended?.before || ended.code === 0 || !isRunning(container) || !isNews) return undefined;
  const past = yield* crash(container, ended, context);
  const tells = past.cause === "oom_killed" || past.cause === "liveness_failed" || past.cause === "log_dependency";
  return tells ? past : { ...past, cause: "restarted" };
}

/** Lines of a running container's log that are quoted. */
const lastWords = 3;

const own = (events: readonly EventFacts[], words: string, reasons: RegExp): readonly EventFacts[] => {
  const fitting = events.filter(({ reason }) => reasons.test(reason));
  const telling = fitting.filter(({ message }) => message.includes(words));
  return telling.length > 0 ? telling : fitting;
};

/** The registry's answer stands in an event; the container's own message often says only that it is tried again. */
const imageFinding = (container: Container, { thing, events }: PodContext): Finding => {
  const image = textAt(container.spec, "image");
  const reason = waitingReason(container);
  const told = own(events, image, /^(?:Failed|ErrImageNeverPull|InspectFailed|FailedPull)$/).filter(({ message }) =>
    /pull|image|reference/i.test(message),
  );
  const answers = [waitingMessage(container), ...told.map(({ message }) => message)];
  // The image's own name must not be taken for the answer.
  const bare = (text: string) => text.replaceAll(image, "");
  const match = [reason, ...answers].flatMap((text) => matchIn(imageAnswers, bare(text)) ?? [])[0];
  const telling = told.find(({ message }) => matchIn(imageAnswers, bare(message))) ?? told[0];
  const secret = events.find(({ reason }) => reason === "FailedToRetrieveImagePullSecret");
  const isLocked = secret !== undefined && (match === undefined || match.cause === "image_unauthorized");
  return {
    object: thing,
    cause: isLocked ? "pull_secret_missing" : (match?.cause ?? "image_pull_failed"),
    slots: {
      container: container.name,
      image,
      name: /\(([^)]+)\)/.exec(secret?.message ?? "")?.[1] ?? "",
      detail: quoted(match?.groups.detail ?? telling?.message ?? answers[0] ?? ""),
    },
    evidence: [
      statusEvidence(container, thing),
      ...(telling ? [eventEvidence(thing, telling)] : messageEvidence(container, thing)),
      ...(isLocked && secret ? [eventEvidence(thing, secret)] : []),
    ],
  };
};

function* configFinding(container: Container, { thing, events, scout }: PodContext): Chain<Finding> {
  const told = own(events, container.name, /^Failed$/);
  const texts = [waitingMessage(container), ...told.map(({ message }) => message)].filter((text) => text !== "");
  const match = texts.flatMap((text) => matchIn(configMessages, text) ?? matchIn(startMessages, text) ?? [])[0];
  return {
    object: thing,
    cause: match?.cause ?? "config_invalid",
    slots: { container: container.name, name: "", key: "", ...match?.groups, detail: quoted(texts[0] ?? "") },
    evidence: [
      statusEvidence(container, thing),
      ...messageEvidence(container, thing),
      ...told.slice(0, 1).map((event) => eventEvidence(thing, event)),
    ]
      .slice(0, 2)
      .concat(match?.cause === "key_missing" ? yield* keysEvidence(scout, thing, match.groups) : []),
  };
}

/** What a ConfigMap holds instead of the key. Nobody reads a Secret for that. */
function* keysEvidence(
  scout: Scout,
  { namespace }: Thing,
  { kind = "", name = "" }: Readonly<Record<string, string>>,
): Chain<readonly Evidence[]> {
  if (!/^config/i.test(kind) || name === "") return [];
  const map: Thing = { resource: "configmap", namespace, name };
  const found = yield* scout.one(map);
  if (found.kind !== "found") return [];
  const names = ["data", "binaryData"].flatMap((key) => {
    const values = at(found.object, key);
    return typeof values === "object" && values !== null ? Object.keys(values) : [];
  });
  const slots = { resource: "configmap", name, names: names.join(", ") || "-" };
  return [{ says: "keys", slots, show: getting(map) }];
}

const startFinding = (container: Container, { thing }: PodContext): Finding => {
  const message = waitingMessage(container);
  return {
    object: thing,
    cause: matchIn(startMessages, message)?.cause ?? "start_failed",
    slots: { container: container.name, image: textAt(container.spec, "image"), detail: quoted(message) },
    evidence: [statusEvidence(container, thing), ...messageEvidence(container, thing)],
  };
};

const unknownCrash = (container: Container, { thing }: PodContext): Finding => ({
  object: thing,
  cause: "exit_error",
  slots: { container: container.name, code: "?", restarts: restartsOf(container) },
  evidence: [statusEvidence(container, thing), ...messageEvidence(container, thing)],
});

/** Its startup probe has not passed, its readiness probe fails, or nothing tells. */
function* unreadyFinding(container: Container, { thing, events, scout }: PodContext): Chain<Finding> {
  const probing = events.filter(
    ({ reason, message }) => reason === "Unhealthy" && /^(?:Readiness|Startup)/i.test(message),
  );
  const event = probing.find(({ message }) => message.includes(container.name)) ?? probing[0];
  const isStartup = /^startup/i.test(event?.message ?? "") && at(container.status, "started") !== true;
  const probe = at(container.spec, isStartup ? "startupProbe" : "readinessProbe");
  const detail = /probe (?:failed|errored)[^:]*: ?(.*)/is.exec(event?.message ?? "")?.[1] ?? "";
  const lines = yield* scout.log(thing, { container: container.name, previous: false });
  const line = complaintIn(lines.slice(-lastWords));
  const failed = isStartup ? "startup_failed" : line === undefined ? "readiness_failed" : "unready_by_log";
  return {
    object: thing,
    cause: event === undefined ? "not_ready" : failed,
    slots: { container: container.name, probe: probeText(probe), detail: quoted(detail), line: quoted(line ?? "") },
    evidence: [
      ...(event ? [eventEvidence(thing, event)] : []),
      ...logEvidence(container, thing, { lines: lines.slice(-lastWords), previous: false }),
    ],
  };
}

const statusEvidence = (container: Container, thing: Thing): Evidence => ({
  says: "status",
  slots: { resource: "container", name: container.name, status: waitingReason(container) },
  show: describing(thing),
});

const messageEvidence = (container: Container, thing: Thing): readonly Evidence[] => {
  const message = waitingMessage(container);
  return message === "" ? [] : [{ says: "message", slots: { message: quoted(message) }, show: describing(thing) }];
};
