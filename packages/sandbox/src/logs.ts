import type { Cluster } from "./cluster.ts";
import { type Fields, type KubernetesObject, listAt, textAt, valueAt } from "./objects.ts";
import { badRequest, type Reply } from "./status.ts";
import { parseDuration } from "./time.ts";
import type { LogFile } from "./world.ts";

interface LogLine {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly text: string;
}

/** Answers `GET pods/NAME/log` with the words of a real API server. */
export function readPodLog(cluster: Cluster, pod: KubernetesObject, query: URLSearchParams): Reply {
  const container = chooseContainer(pod, query.get("container") ?? "");
  if (typeof container !== "string") return container.reply;
  const previous = query.get("previous") === "true";
  const refusal = refuse(pod, container, previous);
  if (refusal !== undefined) return refusal;
  const lines = findLines(cluster, pod, { container, previous });
  const withTimes = query.get("timestamps") === "true";
  const texts = select(lines, query, cluster.now()).map(({ time, text }) =>
    withTimes ? `${new Date(time).toISOString().replace("Z", "000000Z")} ${text}\n` : `${text}\n`,
  );
  const limit = Number(query.get("limitBytes") ?? Number.POSITIVE_INFINITY);
  const whole = texts.join("");
  return { code: 200, text: limit < whole.length ? Buffer.from(whole).subarray(0, limit).toString() : whole };
}

function chooseContainer(pod: KubernetesObject, asked: string): string | { reply: Reply } {
  const names = listAt(pod, "spec.containers").map((container) => textAt(container, "name"));
  const initNames = listAt(pod, "spec.initContainers").map((container) => textAt(container, "name"));
  const [first = ""] = names;
  const inits = initNames.length === 0 ? "" : ` or one of the init containers: [${initNames.join(" ")}]`;
  if (asked === "") {
    if (names.length === 1 && initNames.length === 0) return first;
    const choices = `choose one of: [${names.join(" ")}]${inits}`;
    return { reply: badRequest(`a container name must be specified for pod ${pod.metadata.name}, ${choices}`) };
  }
  if ([...names, ...initNames].includes(asked)) return asked;
  return { reply: badRequest(`container ${asked} is not valid for pod ${pod.metadata.name}`) };
}

/** A container that has not started has no log, one that never restarted no previous one. */
function refuse(pod: KubernetesObject, container: string, previous: boolean): Reply | undefined {
  const status = statusOf(pod, container);
  const about = `container "${container}" in pod "${pod.metadata.name}"`;
  if (textAt(pod, "spec.nodeName") === "") return { code: 200, text: "" };
  if (previous && valueAt(status, "lastState.terminated") === undefined) {
    return badRequest(`previous terminated ${about} not found`);
  }
  const reason = textAt(status, "state.waiting.reason");
  const started = valueAt(status, "lastState.terminated") !== undefined;
  if (reason === "" || started) return undefined;
  if (reason === "ImagePullBackOff" || reason === "ErrImagePull") {
    return badRequest(`${about} is waiting to start: trying and failing to pull image`);
  }
  return badRequest(`${about} is waiting to start: ${reason}`);
}

function statusOf(pod: KubernetesObject, container: string): Fields | undefined {
  const statuses = [...listAt(pod, "status.containerStatuses"), ...listAt(pod, "status.initContainerStatuses")];
  return statuses.find((status) => status.name === container);
}

interface Wanted {
  readonly container: string;
  readonly previous: boolean;
}

/** The log file of the pod's name, or of the longest part of it: `web-7d9-x2` is `web-7d9-x2`, `web-7d9` or `web`. */
function findLines(cluster: Cluster, pod: KubernetesObject, { container, previous }: Wanted): LogLine[] {
  const isMain = textAt(listAt(pod, "spec.containers")[0], "name") === container;
  const candidates = cluster.logs.filter(
    (log) => log.namespace === pod.metadata.namespace && log.previous === previous,
  );
  const parts = pod.metadata.name.split("-");
  for (let length = parts.length; length > 0; length -= 1) {
    const workload = parts.slice(0, length).join("-");
    const own = candidates.find((log) => log.workload === workload && log.container === container);
    const shared = candidates.find((log) => log.workload === workload && log.container === undefined);
    const found = own ?? (isMain ? shared : undefined);
    if (found !== undefined) return parseLines(found, Date.parse(pod.metadata.creationTimestamp ?? ""));
  }
  return [];
}

/** Nothing can be logged before the pod was there: for a pod that has just started, all lines are of its start. */
function parseLines(log: LogFile, birth: number): LogLine[] {
  let time = birth;
  return log.lines.map((line) => {
    const [stamp = "", ...rest] = line.split(" ");
    const moment = Date.parse(stamp);
    const isStamped = /^\d{4}-\d\d-\d\dT/.test(stamp) && !Number.isNaN(moment);
    if (isStamped) time = Math.max(moment, birth);
    const text = isStamped ? rest.join(" ") : line;
    return { time, text: text.replaceAll("{time}", new Date(time).toISOString()) };
  });
}

function select(lines: readonly LogLine[], query: URLSearchParams, now: number): readonly LogLine[] {
  const seconds = query.get("sinceSeconds");
  const sinceTime = query.get("sinceTime");
  const from = seconds !== null ? now - Number(seconds) * 1000 : sinceTime !== null ? Date.parse(sinceTime) : 0;
  const recent = lines.filter((line) => line.time >= from);
  const tail = query.get("tailLines");
  if (tail === null) return recent;
  return Number(tail) === 0 ? [] : recent.slice(-Number(tail));
}

/** A log whose relative times stand as moments. */
export function resolveLog(log: LogFile, now: number): LogFile {
  const lines = log.lines.map((line) => {
    const [, duration, rest] = /^-((?:\d+[smhd])+)(?= |$)(.*)$/.exec(line) ?? [];
    const milliseconds = duration === undefined ? undefined : parseDuration(duration);
    return milliseconds === undefined ? line : `${new Date(now - milliseconds).toISOString()}${rest}`;
  });
  return { ...log, lines };
}
