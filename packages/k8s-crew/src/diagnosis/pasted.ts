import type { CauseKey } from "../words/causes/causes.ts";
import type { Slots } from "../words/fill.ts";
import {
  configMessages,
  createRefusals,
  imageAnswers,
  matchIn,
  mountMessages,
  type PatternRow,
  startMessages,
} from "./patterns.ts";
import { reasonsIn } from "./pod/placing.ts";
import type { Finding, Remedies } from "./types.ts";

/** What a cause is told of: the sentences of the table, as far as their slots are known. */
type ToldCause = Pick<Finding, "cause" | "slots">;

/** An error message that somebody pasted: where it begins, and what it tells. */
export type Pasted = {
  readonly at: number;
  readonly causes: readonly ToldCause[];
  /** The pod that the message itself names. */
  readonly pod?: { readonly name: string; readonly namespace?: string };
};

type Sign = { readonly sign: RegExp; readonly read: (text: string) => readonly ToldCause[] };

const byTable =
  (table: readonly PatternRow[], otherwise?: CauseKey) =>
  (text: string): readonly ToldCause[] => {
    const match = matchIn(table, text);
    if (match) return [{ cause: match.cause, slots: { ...slotsIn(text), ...match.groups } }];
    return otherwise === undefined ? [] : [{ cause: otherwise, slots: slotsIn(text) }];
  };

const as =
  (cause: CauseKey) =>
  (text: string): readonly ToldCause[] => [{ cause, slots: slotsIn(text) }];

/** Nothing but what stands between these words and the registry's answer counts. */
const pulled = (text: string): readonly ToldCause[] =>
  byTable(
    imageAnswers,
    "image_pull_failed",
  )(text.replaceAll(/ErrImagePull|ImagePullBackOff|image not found in cache/gi, " "));

const codes: readonly (readonly [code: string, cause: CauseKey])[] = [
  ["0", "exit_done"],
  ["126", "exit_not_executable"],
  ["127", "exit_not_found"],
  ["134", "aborted"],
  ["137", "killed"],
  ["139", "segfault"],
  ["143", "terminated"],
];

const exited = (text: string): readonly ToldCause[] => {
  const code = /(?:exit(?:ed)?|status|code)\D{0,16}?(\d{1,3})\b/i.exec(text)?.[1] ?? "";
  const cause = codes.find(([each]) => each === code)?.[1] ?? "exit_error";
  return [{ cause, slots: { ...slotsIn(text), code } }];
};

/** What the nodes lack, reason by reason. */
const unplaced = (text: string): readonly ToldCause[] => {
  const nodes = /\b0\/(\d+) nodes/i.exec(text)?.[1];
  const said = text.replace(/^.*?(?=\b0\/\d+ nodes)/is, "");
  return reasonsIn(said).map(({ cause, what, groups }) => ({
    cause,
    slots: { ...groups, ...(nodes === undefined ? {} : { nodes }), ...(what === "" ? {} : { what }) },
  }));
};

/** Messages of Kubernetes, its runtimes and clients, in their own words; the first that is said counts. */
const signs: readonly Sign[] = [
  {
    sign: /\b0\/\d+ nodes are available|\buntolerated taint\b|\bhad taint \{|\bInsufficient (?:cpu|memory|ephemeral-storage|[\w.-]+\/[\w.-]+)\b/i,
    read: unplaced,
  },
  { sign: /unbound immediate PersistentVolumeClaims|volume node affinity conflict/i, read: unplaced },
  {
    sign: /Back-off pulling image|Failed to pull image|failed to pull and unpack image|pull access denied|manifest (?:unknown|for \S+ not found)|toomanyrequests|couldn't parse image reference|rpc error: code = \w+ desc = failed to (?:pull|resolve)/i,
    read: pulled,
  },
  { sign: /Back-off restarting failed container/i, read: as("back_off") },
  { sign: /Readiness probe (?:failed|errored)/i, read: as("readiness_failed") },
  { sign: /Liveness probe (?:failed|errored)|failed liveness probe, will be restarted/i, read: as("liveness_failed") },
  { sign: /Startup probe (?:failed|errored)/i, read: as("startup_failed") },
  {
    sign: /Out of memory: Kill|Memory cgroup out of memory|Reason:?\s*OOMKilled|\bOOMKilled\b(?=.{0,40}\b137\b)/i,
    read: as("oom_killed"),
  },
  { sign: /Multi-Attach error/i, read: as("volume_in_use") },
  {
    sign: /MountVolume\.\w+ failed|Unable to attach or mount volumes|FailedMount|FailedAttachVolume/i,
    read: byTable(mountMessages, "mount_failed"),
  },
  { sign: /FailedCreatePodSandBox|failed to (?:setup network for|create pod) sandbox/i, read: as("sandbox_failed") },
  {
    sign: /exceeded quota: |failed quota: |violates PodSecurity|admission webhook "[^"]+" denied/i,
    read: byTable(createRefusals),
  },
  { sign: /\S+(?: "[^"]*")? is forbidden: User\b|User "[^"]+" cannot \w+ resource/i, read: as("forbidden") },
  { sign: /(?:configmaps?|secrets?) "[^"]+" not found|couldn't find key \S+ in/i, read: byTable(configMessages) },
  { sign: /persistentvolumeclaim "[^"]+" not found/i, read: byTable(mountMessages) },
  {
    sign: /exec format error|executable file not found in \$PATH|OCI runtime create failed|unable to start container process/i,
    read: byTable(startMessages, "start_failed"),
  },
  { sign: /\bThe node was low on resource/i, read: as("evicted") },
  { sign: /ProgressDeadlineExceeded|exceeded its progress deadline/i, read: as("rollout_stuck") },
  {
    sign: /unable to (?:get|fetch) (?:resource )?metrics|FailedGetResourceMetric|failed to get \w+ utilization/i,
    read: as("hpa_no_metrics"),
  },
  { sign: /no endpoints available for service/i, read: as("pods_not_ready") },
  {
    sign: /x509:|certificate (?:has expired|signed by unknown authority|verify failed|is not valid)|CERTIFICATE_VERIFY_FAILED|SSL certificate problem/i,
    read: as("certificate"),
  },
  {
    sign: /no such host|ENOTFOUND|EAI_AGAIN|Name or service not known|Temporary failure in name resolution|server misbehaving|could not translate host name/i,
    read: as("name_unknown"),
  },
  { sign: /ECONNREFUSED|connection refused|actively refused/i, read: as("connection_refused") },
  {
    sign: /ETIMEDOUT|i\/o timeout|connect(?:ion)? timed out|context deadline exceeded/i,
    read: as("connection_timeout"),
  },
  { sign: /no space left on device|ENOSPC|disk quota exceeded/i, read: as("disk_full") },
  { sign: /EACCES|permission denied|read-only file system/i, read: as("file_permission") },
  {
    sign: /(?:failed|exited|terminated|died|Terminated) (?:container )?with (?:exit )?(?:code|status) \d{1,3}|Exit Code:\s*\d{1,3}/i,
    read: exited,
  },
];

/** What else the text tells: addresses, images, containers, its own words. */
const slotsIn = (text: string): Slots => {
  const address =
    /(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]+\]|[a-z\d](?:[\w-]*\.)+[a-z][\w-]*|localhost)(?::\d{2,5})/iu.exec(text)?.[0];
  const host = /(?:lookup|ENOTFOUND|EAI_AGAIN|host name)\s+"?([\w.-]*[a-z][\w.-]*)/iu.exec(text)?.[1];
  const image = /image:? "?((?:[\w.-]+(?::\d+)?\/)*[\w.-]+(?::[\w.-]+|@sha256:\w+)?)"?/iu.exec(text)?.[1];
  const container = /(?:failed container|container)(?:=|[ :]+"?)([a-z\d][\w-]*)/u.exec(text)?.[1];
  const [, probe] = /probe (?:failed|errored)[:,]?\s*([^\n]+)/iu.exec(text) ?? [];
  const [, who, verb, resource] = /User "([^"]+)" cannot (\w+) resource "([^"]+)"/iu.exec(text) ?? [];
  const detail =
    probe ??
    /(?:x509|tls):[^\n"]*/iu.exec(text)?.[0] ??
    /MountVolume[^\n]*|low on resource:? ?([^\n.]*)/iu.exec(text)?.[0];
  const volume = /volume "([\w.-]+)"/iu.exec(text)?.[1];
  const where = address ?? host;
  return Object.fromEntries(
    Object.entries({
      address: where === undefined ? "" : ` ${where} `,
      image,
      container: container === "in" ? undefined : container,
      detail: detail?.trim().replace(/[.。]$/u, ""),
      who,
      verb,
      resource,
      name: volume,
    }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
};

/** What it tells, as what a diagnosis found. */
export const toldBy = ({ causes, pod }: Pasted): Remedies => {
  const object = { resource: pod === undefined ? "" : "pod", namespace: "", name: "", ...pod };
  return { cluster: "", target: object, findings: causes.map((told) => ({ ...told, object, evidence: [] })) };
};

/** The earliest of the messages that a text holds, and what it tells. Undefined where it holds none. */
export const pastedIn = (text: string): Pasted | undefined => {
  for (const { sign, read } of signs) {
    const found = sign.exec(text);
    const causes = found ? read(text) : [];
    if (!found || causes.length === 0) continue;
    const pod = podIn(text);
    return { at: found.index, causes, ...(pod === undefined ? {} : { pod }) };
  }
  return undefined;
};

/** “in pod web-0_shop(…)”, “pod/web-0”, `pods "web-0"`: as kubelet, events and the API server name one. */
const podIn = (text: string): Pasted["pod"] => {
  const [, name, namespace] =
    /\bpods?(?:\/| "?)([a-z\d][a-z\d.-]*[-.\d][a-z\d.-]*)(?:_([a-z\d-]+)\()?/u.exec(text) ?? [];
  if (name === undefined) return undefined;
  return namespace === undefined ? { name } : { name, namespace };
};
