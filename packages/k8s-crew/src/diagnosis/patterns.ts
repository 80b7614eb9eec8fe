import type { CauseKey } from "../words/causes/causes.ts";

/** How something is told, and what it means. The first row that matches decides; named groups become slots. */
export type PatternRow = { readonly cause: CauseKey; readonly patterns: readonly RegExp[] };

export type Match = { readonly cause: CauseKey; readonly groups: Readonly<Record<string, string>> };

export const matchIn = (table: readonly PatternRow[], text: string): Match | undefined => {
  for (const { cause, patterns } of table) {
    for (const pattern of patterns) {
      const found = pattern.exec(text);
      if (found) return { cause, groups: definedIn(found.groups) };
    }
  }
  return undefined;
};

const definedIn = (groups: Readonly<Record<string, string | undefined>> | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(groups ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

/** What registries and runtimes answer to a pull (containerd, CRI-O and dockerd). */
export const imageAnswers: readonly PatternRow[] = [
  {
    cause: "image_name_invalid",
    patterns: [/InvalidImageName|couldn't parse image reference|invalid reference format/i],
  },
  { cause: "image_never_pulled", patterns: [/ErrImageNeverPull|is not present with pull policy of Never/i] },
  {
    cause: "image_rate_limited",
    patterns: [/toomanyrequests|too many requests|\b429\b|pull rate limit|rate ?limit/i],
  },
  {
    cause: "image_registry_unreachable",
    patterns: [
      /(?<detail>(?:dial tcp[^"\n]*?)?(?:no such host|server misbehaving|i\/o timeout|connection refused|network is unreachable|no route to host|TLS handshake timeout|context deadline exceeded))/i,
      /(?<detail>RegistryUnavailable)/,
    ],
  },
  {
    cause: "image_certificate",
    patterns: [/(?<detail>(?:tls|x509):[^"\n]*)/i, /(?<detail>server gave HTTP response to HTTPS client)/i],
  },
  {
    cause: "image_platform",
    patterns: [/no match(?:ing manifest)? for (?:platform|linux)/i, /does not match the specified platform/i],
  },
  {
    cause: "image_unauthorized",
    patterns: [
      /unauthorized|\b401\b|\b403\b|forbidden|authentication required|access denied|insufficient_scope|authorization failed|no basic auth/i,
    ],
  },
  { cause: "image_not_found", patterns: [/not ?found|manifest unknown|name unknown|\b404\b|does not exist/i] },
];

/** Why a container cannot be made (CreateContainerConfigError, CreateContainerError), in the kubelet's words. */
export const configMessages: readonly PatternRow[] = [
  {
    cause: "key_missing",
    patterns: [
      /couldn't find key (?<key>\S+) in (?<kind>ConfigMap|Secret) (?:[\w.-]+\/)?(?<name>[\w.-]+)/i,
      /(?<kind>configmap|secret) "?(?<name>[\w.-]+)"? references? non-existent (?:config|secret) key:? "?(?<key>[\w.-]+)/i,
      /references non-existent (?<kind>config|secret) key:? "?(?<key>[\w.-]+)/i,
    ],
  },
  { cause: "configmap_missing", patterns: [/configmaps? "(?:[\w.-]+\/)?(?<name>[\w.-]+)" not found/i] },
  { cause: "secret_missing", patterns: [/secrets? "(?:[\w.-]+\/)?(?<name>[\w.-]+)" not found/i] },
  { cause: "runs_as_root", patterns: [/runAsNonRoot|run as root|non-numeric user/i] },
];

/** Why a container's process cannot be started, in the runtime's words. */
export const startMessages: readonly PatternRow[] = [
  { cause: "image_architecture", patterns: [/exec format error/i] },
  {
    cause: "exit_not_found",
    patterns: [/executable file not found|no such file or directory: unknown|stat [^:]+: no such file/i],
  },
  { cause: "exit_not_executable", patterns: [/exec: "[^"]*": permission denied|permission denied: unknown/i] },
  { cause: "runs_as_root", patterns: [/runAsNonRoot|non-numeric user/i] },
];

/** What the last lines of a log tell of why the program ended. `detail` is the line. */
export const logSigns: readonly PatternRow[] = [
  { cause: "image_architecture", patterns: [/exec format error/i] },
  {
    cause: "log_forbidden_wide",
    patterns: [
      /User "(?<user>system:serviceaccount:[^"\s]+)" cannot (?<verb>\w+) resource "(?<what>[^"]+)"[^\n]*at the cluster scope/i,
    ],
  },
  {
    cause: "log_forbidden",
    patterns: [/User "?system:serviceaccount:[^"\s]+"? cannot \w+/i, /\bis forbidden: User\b/i],
  },
  { cause: "log_disk_full", patterns: [/no space left on device|disk quota exceeded|ENOSPC/i] },
  {
    cause: "log_dependency",
    patterns: [
      /getaddrinfo (?:ENOTFOUND|EAI_AGAIN)|no such host|name or service not known|could not translate host name|UnknownHostException|temporary failure in name resolution|name does not resolve|server misbehaving/i,
      /ECONNREFUSED|connection refused|ETIMEDOUT|connect(?:ion)? timed out|i\/o timeout|no route to host|could not connect to (?:server|database|redis)|Can't connect to MySQL/i,
    ],
  },
  { cause: "log_permission", patterns: [/EACCES|permission denied/i] },
  {
    cause: "log_settings",
    patterns: [
      /(?:missing|required|undefined|unset|must (?:be )?(?:set|provide)|not set)\b[^\n]{0,60}\b(?:env|environment|variable|config|setting)/i,
      /\b(?:env|environment|variable|config(?:uration)?|setting)\b[^\n]{0,60}\b(?:missing|required|undefined|unset|not (?:set|found|defined)|must be)/i,
      /KeyError: '[A-Z][A-Z0-9_]+'/,
    ],
  },
];

/** A line of a log that complains, whatever of. Frames of a stack below it do not say what it is about. */
export const complaintIn = (lines: readonly string[]): string | undefined =>
  lines.findLast((line) => complaint.test(line) && !/^\s*at\s|\b(?:0|no) errors?\b/i.test(line));

const complaint = /(?:\b(?:fatal|critical|panic)|(?:error|exception))\b/i;

/** What provisioners say of access modes that they do not have. */
export const claimMessages: readonly PatternRow[] = [
  {
    cause: "access_mode_unsupported",
    patterns: [
      /MULTI_NODE\w*[^\n]*not supported/i,
      /access ?modes?\b[^\n]*(?:not supported|unsupported|only)/i,
      /only AccessModes/i,
    ],
  },
];

/** What the scheduler says that nodes lack (kube-scheduler's filter plugins). Several may hold at once. */
export const schedulerWords: readonly PatternRow[] = [
  { cause: "claim_missing", patterns: [/persistentvolumeclaim "(?<name>[^"]+)" not found/i] },
  {
    cause: "claim_unbound",
    patterns: [
      /unbound immediate PersistentVolumeClaims|persistentvolumeclaim "[^"]+" (?:is )?(?:not bound|bound to non-existent)/i,
    ],
  },
  { cause: "volume_zone", patterns: [/volume node affinity conflict|had no available volume zone/i] },
  { cause: "insufficient_resources", patterns: [/Insufficient (?<what>[\w./-]*\w)/i] },
  { cause: "too_many_pods", patterns: [/Too many pods/i] },
  {
    cause: "node_selector",
    patterns: [
      /didn't match Pod's node affinity\/selector|didn't match node selector|node\(s\) didn't match node affinity/i,
    ],
  },
  { cause: "pod_affinity", patterns: [/pod (?:anti-?)?affinity|anti-affinity rules/i] },
  { cause: "topology_spread", patterns: [/topology spread/i] },
  { cause: "host_port", patterns: [/didn't have free ports/i] },
  { cause: "untolerated_taint", patterns: [/(?:untolerated taint|had taint) \{(?<what>[^}]*)\}/i] },
  { cause: "nodes_unschedulable", patterns: [/were unschedulable/i] },
];

/** Why a controller cannot make pods (FailedCreate), in the API server's words. */
export const createRefusals: readonly PatternRow[] = [
  {
    cause: "quota_exceeded",
    patterns: [
      /exceeded quota: (?<name>[\w.-]+), requested: (?<requested>.+?), used: (?<used>.+?), limited: (?<limited>.+?)(?:$|\n| \()/i,
    ],
  },
  { cause: "quota_needs_requests", patterns: [/failed quota: (?<name>[\w.-]+): must specify (?<detail>.+?)(?:$|\n)/i] },
  {
    cause: "service_account_missing",
    patterns: [/serviceaccounts? "(?<name>[\w.-]+)" not found|service account [^:]*\/(?<name2>[\w.-]+): .*not found/i],
  },
  { cause: "pod_security", patterns: [/(?<detail>violates PodSecurity .+)/is] },
  { cause: "webhook_denied", patterns: [/admission webhook "(?<name>[^"]+)" denied the request:? ?(?<detail>.*)/is] },
  {
    cause: "limit_range",
    patterns: [/(?<detail>(?:minimum|maximum) (?:cpu|memory|storage|ephemeral-storage)[^\n]*(?:per|limit)[^\n]*)/i],
  },
  { cause: "create_forbidden", patterns: [/(?<detail>[^\n]*\b(?:is )?forbidden\b[^\n]*)/i] },
];

/** Why a volume is not there (FailedMount, FailedAttachVolume). */
export const mountMessages: readonly PatternRow[] = [
  ...configMessages.filter(({ cause }) => cause !== "runs_as_root"),
  { cause: "volume_in_use", patterns: [/Multi-Attach error/i] },
  { cause: "claim_missing", patterns: [/persistentvolumeclaim "(?<name>[^"]+)" not found/i] },
];
