import type { Outcome } from "@k8s-copilot/crew";

/** Why something failed, one word a remedy can be attached to. */
export type Cause =
  | "choose_container"
  | "unknown_container"
  | "no_previous_log"
  | "not_started"
  | "unknown_context"
  | "no_metrics"
  | "unknown_kind"
  | "certificate"
  | "expired"
  | "quota"
  | "rejected_by_policy"
  | "forbidden"
  | "dead"
  | "timeout"
  | "busy"
  | "exists"
  | "conflict"
  | "missing_argument"
  | "invalid_argument"
  | "not_found"
  | "unknown_tool"
  | "unknown";

type FailureRow = {
  readonly cause: Cause;
  readonly outcome: Exclude<Outcome, "ok">;
  readonly patterns: readonly RegExp[];
};

/**
 * How failures read, from Kubernetes, kubectl, client-go, and MCP servers in English and Chinese. The first row that
 * matches decides, so the more telling ones stand first. A group in a pattern is the detail: a name, or a list of options.
 */
export const failureTable: readonly FailureRow[] = [
  {
    cause: "choose_container",
    outcome: "invalid",
    patterns: [/must be specified for pod [^,]+, choose one of: \[([^\]]*)\]/i],
  },
  {
    cause: "unknown_container",
    outcome: "invalid",
    patterns: [/container "?([\w.-]+)"? is not valid for pod/i],
  },
  {
    cause: "no_previous_log",
    outcome: "invalid",
    patterns: [/previous terminated container "?([\w.-]+)"? in pod .* not found/i],
  },
  {
    cause: "not_started",
    outcome: "failed",
    patterns: [/container "?([\w.-]+)"? in pod .* is (?:waiting to start|terminated)/i],
  },
  {
    cause: "unknown_context",
    outcome: "not_found",
    patterns: [
      /context "?([^"\s]+)"? does not exist/i,
      /no context exists with the name:? "?([^"\s]+)/i,
      /unknown (?:target|context|cluster)[:\s]+"?([\w.:@/-]*)/i,
      /cluster "?([^"\s]+)"? (?:not found|does not exist)/i,
      /集群\s*["“']?([^"”'\s]+)["”']?\s*(?:不存在|未找到)/,
    ],
  },
  {
    cause: "unknown_tool",
    outcome: "invalid",
    patterns: [/unknown tool:? "?([\w.-]+)/i, /tool "?([\w.-]+)"? not found/i],
  },
  {
    cause: "no_metrics",
    outcome: "failed",
    // Who may not read the metrics is told so in the same words: there are metrics then.
    patterns: [
      /metrics API (?:is )?not available/i,
      /^(?!.*(?:forbidden|cannot \w+ resource)).*metrics\.k8s\.io/is,
      /heapster/i,
      /metrics not available/i,
    ],
  },
  {
    cause: "unknown_kind",
    outcome: "invalid",
    patterns: [
      /no matches for kind "([^"]+)"/i,
      /doesn't have a resource type "([^"]+)"/i,
      /could not find the requested resource/i,
      /unknown (?:resource|kind)(?: type)?:? "?([\w.]+)/i,
    ],
  },
  {
    cause: "certificate",
    outcome: "unavailable",
    patterns: [
      /x509: ([^"\n]+)/i,
      /tls: (?:failed to verify certificate: )?(?!handshake timeout)([^"\n]*certificate[^"\n]*)/i,
      /certificate (?:has expired|is not yet valid|signed by unknown)/i,
      /CERT_HAS_EXPIRED|SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE|证书(?:已过期|无效)/,
      /server gave HTTP response to HTTPS client/i,
    ],
  },
  {
    cause: "expired",
    outcome: "forbidden",
    patterns: [
      /asked for the client to provide credentials/i,
      /(?:^|[\s:(])Unauthorized\b/,
      /\b401\b/,
      /must be logged in to the server/i,
      /token (?:has |is )?expired|expired token|ExpiredToken|invalid_grant|session (?:has )?expired/i,
      /getting credentials:|exec plugin|exec: executable (\S+) (?:not found|failed)/i,
      /no Auth Provider found|未授权|未认证|登录已?(?:过期|失效)|凭证(?:已)?(?:过期|失效)/i,
    ],
  },
  {
    cause: "quota",
    outcome: "invalid",
    patterns: [/exceeded quota: ([^"\n]+)/i, /超出配额/],
  },
  {
    cause: "rejected_by_policy",
    outcome: "invalid",
    patterns: [/admission webhook "([^"]+)" denied/i, /violates PodSecurity "?([^"\s]+)/i],
  },
  {
    cause: "forbidden",
    outcome: "forbidden",
    patterns: [
      /User "([^"]+)" cannot \w+ resource/i,
      /\bforbidden\b/i,
      /cannot \w+ resource/i,
      /\b403\b/,
      /permission denied|access denied|not allowed to/i,
      /无权|没有权限|权限不足|禁止访问|拒绝访问/,
    ],
  },
  {
    cause: "dead",
    outcome: "unavailable",
    patterns: [
      /dial tcp (?:lookup )?(\S+?):? (?!.*i\/o timeout)/i,
      /connection to the server (\S+) was refused/i,
      /connection refused|ECONNREFUSED|no such host|ENOTFOUND|EAI_AGAIN|ECONNRESET|EHOSTUNREACH/i,
      /no route to host|network is unreachable|connection reset by peer|unexpected EOF/i,
      /unable to connect to the server(?!.*(?:timeout|deadline))|集群不可达|无法连接|连接被拒绝|连接失败/i,
      /\b50[23]\b (?:Bad Gateway|Service Unavailable)|server is currently unable to handle the request/i,
    ],
  },
  {
    cause: "timeout",
    outcome: "unavailable",
    patterns: [
      /dial tcp (\S+?):? .*i\/o timeout/i,
      /i\/o timeout|TLS handshake timeout|ETIMEDOUT|unable to connect to the server/i,
    ],
  },
  {
    cause: "timeout",
    outcome: "timeout",
    patterns: [/deadline exceeded|timed? ?out|Client\.Timeout|超时|unable to return a response in the time allotted/i],
  },
  {
    cause: "busy",
    outcome: "unavailable",
    patterns: [/too many requests|\b429\b|rate limit|请求过于频繁/i],
  },
  {
    cause: "exists",
    outcome: "invalid",
    patterns: [/"([^"]+)" already exists|AlreadyExists|已存在/i],
  },
  {
    cause: "conflict",
    outcome: "failed",
    patterns: [/the object has been modified|Apply failed with \d+ conflict|\bConflict\b/],
  },
  {
    cause: "missing_argument",
    outcome: "invalid",
    patterns: [
      /([\w.-]+) parameter (?:is )?required/i,
      /missing (?:a )?required (?:argument|parameter|property|field)s?:?\s*["'`]?([\w.-]*)/i,
      /required (?:argument|parameter|property|field)s? ["'`]?([\w.-]+)["'`]? (?:is )?(?:missing|not)/i,
      /["'`]?([\w.-]+)["'`]? is required/i,
      /Cannot read properties of undefined/i,
      /缺少(?:必填|必需|必要)?参数\s*[:：]?\s*["'`]?([\w.-]*)|参数\s*["'`]?([\w.-]+)["'`]?\s*(?:必填|不能为空)/,
    ],
  },
  {
    cause: "invalid_argument",
    outcome: "invalid",
    patterns: [
      /(?:error validating|unable to parse|invalid (?:argument|value|input|type|label selector|field selector|params))[^\n]*/i,
      /(?:is invalid|Invalid value|BadRequest|strict decoding error|输入无效|参数(?:错误|无效))/,
    ],
  },
  {
    cause: "not_found",
    outcome: "not_found",
    patterns: [
      /\b[\w.]+ "([^"]+)" not found/i,
      /(?:^|[^\w])(?:[A-Z]\w+) ['"]?([\w./-]+)['"]? not found/i,
      /not[ _-]?found|does not exist|no such (?:pod|namespace|resource|object)/i,
      /不存在|未找到|找不到|没有找到/,
    ],
  },
];
