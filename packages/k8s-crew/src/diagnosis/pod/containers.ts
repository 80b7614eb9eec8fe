import { at, isRecord, listAt, numberAt, textAt, type UnknownRecord } from "../../results/values.ts";

/** A container of a pod: what was asked for, and how it is. `sidecar`: an init container that goes on running. */
export type Container = {
  readonly name: string;
  readonly role: "init" | "sidecar" | "main";
  readonly spec: unknown;
  readonly status: unknown;
};

export const containersOf = (pod: UnknownRecord): readonly Container[] => [
  ...listAt(pod, "spec", "initContainers").map((spec) => containerOf(pod, spec, "initContainerStatuses")),
  ...listAt(pod, "spec", "containers").map((spec) => containerOf(pod, spec, "containerStatuses")),
];

const containerOf = (pod: UnknownRecord, spec: unknown, statuses: string): Container => {
  const name = textAt(spec, "name");
  const status = listAt(pod, "status", statuses).find((each) => textAt(each, "name") === name);
  const isInit = statuses === "initContainerStatuses";
  const role = !isInit ? "main" : textAt(spec, "restartPolicy") === "Always" ? "sidecar" : "init";
  return { name, role, spec, status };
};

/** How a run of a container ended. */
export type Ended = {
  readonly reason: string;
  readonly code: number;
  readonly message: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** It is the run before the present one. */
  readonly before: boolean;
};

/** The end that tells of the trouble: of this run where it has ended, else of the run before. */
export const endOf = ({ status }: Container): Ended | undefined => {
  const [now, last] = [at(status, "state", "terminated"), at(status, "lastState", "terminated")];
  const record = isRecord(now) ? now : isRecord(last) ? last : undefined;
  return (
    record && {
      reason: textAt(record, "reason"),
      code: numberAt(record, "exitCode") ?? 0,
      message: textAt(record, "message"),
      startedAt: textAt(record, "startedAt"),
      finishedAt: textAt(record, "finishedAt"),
      before: !isRecord(now),
    }
  );
};

export const restartsOf = ({ status }: Container): number => numberAt(status, "restartCount") ?? 0;

export const waitingReason = ({ status }: Container): string => textAt(status, "state", "waiting", "reason");

export const waitingMessage = ({ status }: Container): string => textAt(status, "state", "waiting", "message");

export const isRunning = ({ status }: Container): boolean => isRecord(at(status, "state", "running"));

/** A probe in one line: what is asked, how often, and how many failures it takes. */
export const probeText = (probe: unknown): string => {
  if (!isRecord(probe)) return "-";
  const http = at(probe, "httpGet");
  const asked = isRecord(http)
    ? `httpGet :${textAt(http, "port")}${textAt(http, "path")}`
    : isRecord(at(probe, "tcpSocket"))
      ? `tcpSocket :${textAt(probe, "tcpSocket", "port")}`
      : isRecord(at(probe, "grpc"))
        ? `grpc :${textAt(probe, "grpc", "port")}`
        : `exec ${listAt(probe, "exec", "command").join(" ")}`;
  const numbers = ["initialDelaySeconds", "periodSeconds", "timeoutSeconds", "failureThreshold"].flatMap((key) => {
    const value = textAt(probe, key);
    return value === "" ? [] : [`${key} ${value}`];
  });
  return [asked, ...numbers].join(", ");
};
