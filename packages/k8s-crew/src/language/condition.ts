/** What can be asked of a thing beside its name, and be told from a list's row or from the whole of it. */
export type Field =
  | "name"
  | "namespace"
  | "restarts"
  | "lastRestart"
  | "age"
  | "status"
  | "node"
  | "image"
  | "label"
  | "limits"
  | "requests"
  | "readinessProbe"
  | "livenessProbe"
  | "replicas"
  | "endpoints"
  | "pressure"
  | "taints"
  | "ports"
  | "host"
  | "ip"
  | "owner"
  | "claims"
  | "selector"
  | "serviceAccount"
  | "storageClass"
  | "capacity"
  | "quota"
  | "backend"
  | "references"
  | "role"
  | "subjects"
  | "version"
  | "schedule"
  | "suspended"
  | "bound"
  | "bounds"
  | "cpu"
  | "memory"
  | "address"
  | "reaches"
  | "env"
  | "data"
  | "accessModes"
  | "reclaimPolicy"
  | "expansion"
  | "volume"
  | "claim"
  | "nodePort"
  | "dns"
  | "traffic"
  | OfSpec
  | OfKind;

/** What the spec of pods says. */
export type OfSpec =
  | "startupProbe"
  | "probes"
  | "nodeSelector"
  | "tolerations"
  | "affinity"
  | "hostAccess"
  | "hostNetwork"
  | "privileged"
  | "security"
  | "command"
  | "containers"
  | "initContainers"
  | "pullPolicy"
  | "pullSecrets"
  | "priorityClass"
  | "restartPolicy"
  | "gracePeriod"
  | "dnsPolicy"
  | "strategy"
  | "secrets"
  | "configMaps"
  | "volumes";

/** What objects of some kinds tell, or every object. */
export type OfKind =
  | "annotations"
  | "finalizers"
  | "targetPorts"
  | "serviceType"
  | "tls"
  | "ingressClass"
  | "disruptions"
  | "limitDefaults"
  | "concurrency"
  | "history"
  | "timeZone"
  | "jobLimits"
  | "provisioner"
  | "bindingMode"
  | "metrics"
  | "nodeInfo"
  | "digest"
  | "qos"
  | "revision";

/** How a value is held against what was said. `is`: a state of the table of states; `missing`: there is none of it;
 * `not`: neither in that state nor of that name or place. */
export type Comparison =
  | "more"
  | "at_least"
  | "less"
  | "at_most"
  | "equal"
  | "is"
  | "not"
  | "contains"
  | "missing"
  | "present";

/**
 * One thing that rows have to meet. `value`: a number in the field's base unit (seconds, cores, bytes, or a count), a
 * day (`today`), a state, a part of a text, or for `missing` the one of several that is meant (`memory`).
 */
export type Condition = { readonly field: Field; readonly comparison: Comparison; readonly value?: string };

/** States that a status word tells: kubernetes.io, “Pod Lifecycle”, “Persistent Volumes”, “Nodes”, “Jobs”. */
export type State =
  | "completed"
  | "terminating"
  | "evicted"
  | "failed"
  | "crash_loop"
  | "image_pull"
  | "out_of_memory"
  | "bound"
  | "unbound"
  | "released"
  | "cordoned"
  | "suspended";

/** What a question wants to know of one thing: a field, how it is, or whether it is there at all. */
export type Fact = Field | "state" | "existence";

/**
 * A question as it is put: what something says is its log; in which cluster it is, whether it is there in each of them;
 * a password stands in a Secret, a key in a ConfigMap; what is active is not suspended.
 */
export type AskedFact = Fact | "active" | "cluster" | "logs" | "exposedBy" | "serviceIp" | "outside" | "secret" | "key";

/**
 * How a fact is asked for: the words before what it is asked of, and those that may stand after it. `unless`: words with
 * which something else is meant.
 */
export type Question = { readonly before?: string; readonly after?: string; readonly unless?: string };

/**
 * A question that wants a yes or no first: whether it is so, whether there is some, whether it came out well. `denied`:
 * yes where the fact is not so. `ways`: of traffic, which way is asked about.
 */
export type YesNo = { readonly asks: "is" | "has" | "done"; readonly denied?: true; readonly ways?: readonly Way[] };

/** Which way traffic goes, as seen from what it goes to or comes from. */
export type Way = "in" | "out";
