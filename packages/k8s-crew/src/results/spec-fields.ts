import { isApiObject } from "./rows.ts";
import { selectorText } from "./selector-text.ts";
import { containersOf, podSpecOf } from "./templates.ts";
import type { Row } from "./types.ts";
import { at, isRecord, listAt, scalarText, textAt } from "./values.ts";

type Text = (row: Row) => string | undefined;

/** Of whatever runs pods, by what their spec says; undefined where the row has no spec to tell it. */
const ofSpec =
  (read: (spec: unknown) => string): Text =>
  ({ object }) =>
    containersOf(object).length === 0 ? undefined : read(podSpecOf(object));

/** Of each container, apart by `; ` and with its name where there are several. */
const ofContainers =
  (read: (container: unknown) => string): Text =>
  ({ object }) => {
    const containers = containersOf(object);
    if (containers.length === 0) return undefined;
    const told = containers.flatMap((container) => {
      const text = read(container);
      return text === "" ? [] : [containers.length === 1 ? text : `${textAt(container, "name")}: ${text}`];
    });
    return told.join("; ");
  };

/** `GET /healthz on port 8080, delay 5s, timeout 1s, period 10s, failure 3`: the action, then what kubectl tells. */
const probeText = (probe: unknown): string => {
  if (!isRecord(probe)) return "";
  const http = at(probe, "httpGet");
  const action = isRecord(http)
    ? `GET ${textAt(http, "path") || "/"} on port ${textAt(http, "port")}${textAt(http, "scheme") === "HTTPS" ? " (HTTPS)" : ""}`
    : isRecord(at(probe, "tcpSocket"))
      ? `TCP on port ${textAt(probe, "tcpSocket", "port")}`
      : isRecord(at(probe, "grpc"))
        ? `gRPC on port ${textAt(probe, "grpc", "port")}`
        : `exec ${listOf(probe, "exec", "command").join(" ")}`;
  const times = [
    `delay ${textAt(probe, "initialDelaySeconds") || "0"}s`,
    `timeout ${textAt(probe, "timeoutSeconds") || "1"}s`,
    `period ${textAt(probe, "periodSeconds") || "10"}s`,
    `failure ${textAt(probe, "failureThreshold") || "3"}`,
  ];
  return [action, ...times].join(", ");
};

const listOf = (value: unknown, ...path: readonly string[]): readonly string[] =>
  listAt(value, ...path).flatMap((each) => scalarText(each) ?? []);

const allProbes = (container: unknown): string =>
  ["liveness", "readiness", "startup"]
    .flatMap((kind) => {
      const text = probeText(at(container, `${kind}Probe`));
      return text === "" ? [] : [`${kind} ${text}`];
    })
    .join("; ");

/** `disk=ssd,zone in (a,b)`. */
const pairsOf = (value: unknown): string => selectorText({ matchLabels: value });

/** `gpu=true:NoSchedule`, `:NoExecute` for any key. */
const tolerationText = (toleration: unknown): string => {
  const [key, value, effect] = ["key", "value", "effect"].map((field) => textAt(toleration, field));
  return `${key || "*"}${value === "" ? "" : `=${value}`}${effect === "" ? "" : `:${effect}`}`;
};

const affinityKinds = ["nodeAffinity", "podAffinity", "podAntiAffinity"] as const;

const affinityText = (spec: unknown): string =>
  affinityKinds.flatMap((kind) => affinityTerms(kind, at(spec, "affinity", kind))).join("; ");

/** Each rule of one kind: `podAntiAffinity required: app=web per kubernetes.io/hostname`. */
const affinityTerms = (kind: (typeof affinityKinds)[number], rules: unknown): readonly string[] => {
  const required = at(rules, "requiredDuringSchedulingIgnoredDuringExecution");
  const hard = Array.isArray(required) ? required : listAt(required, "nodeSelectorTerms");
  const soft = listAt(rules, "preferredDuringSchedulingIgnoredDuringExecution");
  return [
    ...hard.map((term) => `${kind} required: ${termText(term)}`),
    ...soft.map((each) => `${kind} preferred: ${termText(at(each, "preference") ?? at(each, "podAffinityTerm"))}`),
  ];
};

const termText = (term: unknown): string => {
  const topology = textAt(term, "topologyKey");
  const labels = selectorText(isRecord(at(term, "labelSelector")) ? at(term, "labelSelector") : term);
  return topology === "" ? labels : `${labels} per ${topology}`;
};

const spreadText = (spec: unknown): string =>
  listAt(spec, "topologySpreadConstraints")
    .map((each) => `max skew ${textAt(each, "maxSkew")} per ${textAt(each, "topologyKey")}`)
    .join("; ");

/** What else a pod asks of the node that it runs on: `hostNetwork, hostPath /var/log`. */
const hostText = (spec: unknown): string =>
  [
    ...["hostNetwork", "hostPID", "hostIPC"].filter((key) => at(spec, key) === true),
    ...listAt(spec, "volumes").flatMap((volume) => {
      const path = textAt(volume, "hostPath", "path");
      return path === "" ? [] : [`hostPath ${path}`];
    }),
  ].join(", ");

/** `privileged, runAsUser=0, add NET_ADMIN`: what containers may do beyond the usual, and as whom they run. */
const securityText = (holder: unknown): string => {
  const context = at(holder, "securityContext");
  const flags = ["privileged", "runAsNonRoot", "runAsUser", "readOnlyRootFilesystem", "allowPrivilegeEscalation"];
  return [
    ...flags.flatMap((key) => {
      const value = textAt(context, key);
      return value === "" ? [] : [`${key}=${value}`];
    }),
    ...listOf(context, "capabilities", "add").map((name) => `add ${name}`),
    ...listOf(context, "capabilities", "drop").map((name) => `drop ${name}`),
  ].join(", ");
};

const security: Text = (row) => {
  const ofPod = ofSpec(securityText)(row);
  const own = ofContainers(securityText)(row);
  return ofPod === undefined ? undefined : [ofPod, own].filter((text) => text).join("; ");
};

const commandText = (container: unknown): string =>
  [...listOf(container, "command"), ...listOf(container, "args")].join(" ");

const namesOf = (...keys: readonly string[]): Text =>
  ofSpec((spec) =>
    keys
      .flatMap((key) => listAt(spec, key))
      .map((each) => textAt(each, "name"))
      .join(", "),
  );

const strategy: Text = ({ object }) => {
  if (!isApiObject(object)) return undefined;
  const rules = at(object, "spec", "strategy") ?? at(object, "spec", "updateStrategy");
  const rolling = at(rules, "rollingUpdate");
  const bounds = ["maxSurge", "maxUnavailable", "partition"].flatMap((key) => {
    const value = textAt(rolling, key);
    return value === "" ? [] : [`${key} ${value}`];
  });
  return [textAt(rules, "type"), ...bounds].filter((text) => text !== "").join(", ");
};

/** What the spec of pods says, whether in a pod or in whatever makes pods. */
export const specFields = {
  readinessProbe: probeReader("readinessProbe"),
  livenessProbe: probeReader("livenessProbe"),
  startupProbe: probeReader("startupProbe"),
  probes: { text: ofContainers(allProbes) },
  nodeSelector: { text: ofSpec((spec) => pairsOf(at(spec, "nodeSelector"))) },
  tolerations: { text: ofSpec((spec) => listAt(spec, "tolerations").map(tolerationText).join(", ")) },
  affinity: { text: ofSpec((spec) => [affinityText(spec), spreadText(spec)].filter((text) => text).join("; ")) },
  hostAccess: { text: ofSpec(hostText) },
  hostNetwork: { text: ofSpec((spec) => String(at(spec, "hostNetwork") === true)) },
  privileged: { text: isPrivileged },
  security: { text: security },
  command: { text: ofContainers(commandText) },
  containers: { text: namesOf("containers") },
  initContainers: { text: namesOf("initContainers") },
  pullPolicy: { text: ofContainers((container) => textAt(container, "imagePullPolicy")) },
  pullSecrets: { text: namesOf("imagePullSecrets") },
  priorityClass: { text: ofSpec((spec) => textAt(spec, "priorityClassName")) },
  restartPolicy: { text: ofSpec((spec) => textAt(spec, "restartPolicy")) },
  gracePeriod: { text: ofSpec((spec) => `${textAt(spec, "terminationGracePeriodSeconds") || "30"}s`) },
  dnsPolicy: { text: ofSpec((spec) => textAt(spec, "dnsPolicy") || "ClusterFirst") },
  strategy: { text: strategy },
};

/** `true` where one of the containers may do what the node may. */
function isPrivileged({ object }: Row): string | undefined {
  const containers = containersOf(object);
  if (containers.length === 0) return undefined;
  return String(containers.some((each) => at(each, "securityContext", "privileged") === true));
}

function probeReader(which: "readinessProbe" | "livenessProbe" | "startupProbe") {
  const missing = ({ object }: Row): boolean | undefined => {
    const containers = containersOf(object);
    return containers.length === 0 ? undefined : !containers.every((each) => isRecord(at(each, which)));
  };
  return { text: ofContainers((container) => probeText(at(container, which))), missing };
}
