import type { Suspect } from "../language/lexicon/guesses.ts";
import type { CauseKey } from "../words/causes/causes.ts";
import { logSigns, matchIn } from "./patterns.ts";
import type { Diagnosis, Finding } from "./types.ts";

type Bearing = { readonly is: readonly CauseKey[]; readonly open?: readonly CauseKey[] };

/** Causes that bear a supposition out, and those that leave it open. */
const bearing: Readonly<Record<Suspect, Bearing>> = {
  memory: { is: ["oom_killed", "oom_node", "node_memory_pressure"], open: ["killed", "evicted", "pod_failed"] },
  cpu: { is: [], open: ["liveness_failed", "liveness_too_early", "startup_failed", "hpa_at_limit"] },
  disk: {
    is: [
      "log_disk_full",
      "node_disk_pressure",
      "mount_failed",
      "volume_in_use",
      "volume_zone",
      "claim_unbound",
      "claim_missing",
      "claim_waits",
      "claim_lost",
      "claim_pending",
      "no_volume",
      "storage_class_missing",
      "storage_class_none",
      "provisioning_failed",
      "access_mode_unsupported",
    ],
    open: ["evicted", "pod_failed"],
  },
  resources: {
    is: [
      "oom_killed",
      "oom_node",
      "insufficient_resources",
      "too_many_pods",
      "evicted",
      "preempted",
      "quota_exceeded",
      "quota_needs_requests",
      "limit_range",
      "node_memory_pressure",
      "node_disk_pressure",
      "node_pid_pressure",
      "log_disk_full",
      "hpa_at_limit",
    ],
    open: ["killed", "liveness_failed", "pod_failed"],
  },
  probe: {
    is: ["readiness_failed", "liveness_failed", "liveness_too_early", "startup_failed", "unready_by_log"],
    open: ["not_ready", "killed", "terminated"],
  },
  image: {
    is: [
      "image_not_found",
      "image_unauthorized",
      "pull_secret_missing",
      "image_rate_limited",
      "image_registry_unreachable",
      "image_certificate",
      "image_name_invalid",
      "image_never_pulled",
      "image_platform",
      "image_pull_failed",
      "image_architecture",
      "exit_not_found",
      "exit_not_executable",
    ],
    open: ["start_failed"],
  },
  configuration: {
    is: [
      "configmap_missing",
      "secret_missing",
      "key_missing",
      "config_invalid",
      "log_settings",
      "tls_secret_missing",
      "exit_not_found",
      "runs_as_root",
    ],
    open: ["exit_error", "start_failed", "log_dependency"],
  },
  code: {
    is: ["log_error", "exit_error", "segfault", "aborted"],
    open: ["exit_done", "unready_by_log", "readiness_failed", "liveness_failed", "start_failed"],
  },
  dependency: {
    is: ["log_dependency", "connection_refused", "name_unknown", "connection_timeout"],
    open: ["exit_error", "readiness_failed", "unready_by_log", "liveness_failed", "not_ready"],
  },
  network: {
    is: [
      "log_dependency",
      "connection_refused",
      "name_unknown",
      "connection_timeout",
      "node_network",
      "image_registry_unreachable",
      "sandbox_failed",
      "target_port",
    ],
    open: ["readiness_failed", "liveness_failed", "startup_failed", "unready_by_log", "node_silent"],
  },
  node: {
    is: [
      "node_silent",
      "node_not_ready",
      "node_not_ready_untold",
      "node_memory_pressure",
      "node_disk_pressure",
      "node_pid_pressure",
      "node_network",
      "node_cordoned",
      "nodes_unschedulable",
      "insufficient_resources",
      "untolerated_taint",
      "node_selector",
      "too_many_pods",
      "evicted",
      "oom_node",
    ],
    open: ["killed", "pod_failed", "unschedulable"],
  },
  permission: {
    is: [
      "log_forbidden",
      "log_forbidden_wide",
      "log_permission",
      "create_forbidden",
      "pod_security",
      "image_unauthorized",
      "pull_secret_missing",
      "service_account_missing",
      "forbidden",
      "file_permission",
    ],
  },
  quota: { is: ["quota_exceeded", "quota_needs_requests", "limit_range"] },
  certificate: { is: ["image_certificate", "certificate", "tls_secret_missing"], open: ["log_error", "exit_error"] },
  selector: { is: ["selector_mismatch", "selector_matches_none", "no_selector"], open: ["pods_not_ready"] },
};

/** How one supposition fares with what was found: `finding` is what says so, or what there is instead. */
export type Fared = {
  readonly suspect: Suspect;
  readonly as: "yes" | "no" | "open" | "nothing";
  readonly finding: Finding | undefined;
  /** The line of a log that says so. */
  readonly line?: string;
};

/** Each supposition against what was found, now or of the runs before. */
export const fared = (
  { findings, past = [] }: Pick<Diagnosis, "findings" | "past">,
  guesses: readonly Suspect[],
): readonly Fared[] => {
  const all = [...findings, ...past];
  return guesses.map((suspect) => faredAs(suspect, all));
};

const faredAs = (suspect: Suspect, all: readonly Finding[]): Fared => {
  const { is, open = [] } = bearing[suspect];
  const shown = all.find((finding) => is.includes(finding.cause) || lacks(suspect, finding));
  const other = suspect === "code" && shown ? lineOf([shown], otherHints) : undefined;
  // A program that ends because a file is missing may be as it should be.
  if (shown && other) return { suspect, as: "open", ...other };
  if (shown) return { suspect, as: "yes", finding: shown };
  const told = all.flatMap((finding) => linesFor(is, finding).map((line) => ({ finding, line })))[0];
  if (told) return { suspect, as: "yes", ...told };
  const hint = lineOf(all, [hints[suspect]]);
  if (hint) return { suspect, as: "open", ...hint };
  const unsure = all.find(({ cause }) => open.includes(cause));
  if (unsure) return { suspect, as: "open", finding: unsure };
  return { suspect, as: all.length === 0 ? "nothing" : "no", finding: all[0] };
};

/** Words of a log that speak of a supposition without settling it. */
const hints: Readonly<Partial<Record<Suspect, RegExp>>> = {
  memory: /out of memory|OutOfMemory|heap space|cannot allocate/i,
  disk: /no space|read-only file system|\bdisk\b|I\/O error/i,
  configuration:
    /no such file|cannot open|not set|\bmissing\b|invalid (?:config|value|option|flag)|unknown (?:option|flag|key)|config|\.(?:ya?ml|json|toml|ini|conf|properties|env)\b|password|credential/i,
  permission: /denied|forbidden|unauthori[sz]ed|not permitted|authenticat|password/i,
  dependency: /connect|upstream|time[d]?[- ]?out|unreachable|refused|no such host|database|broker|denied for user/i,
  network: /time[d]?[- ]?out|unreachable|refused|no such host|handshake|reset by peer|no route/i,
  certificate: /x509|certificate|handshake|\btls\b/i,
};
const otherHints = [hints.configuration, hints.permission, hints.dependency, hints.network];

const lineOf = (
  findings: readonly Finding[],
  patterns: readonly (RegExp | undefined)[],
): Pick<Fared, "finding" | "line"> | undefined =>
  findings
    .flatMap((finding) =>
      linesIn(finding)
        .filter((line) => patterns.some((pattern) => pattern?.test(line)))
        .map((line) => ({ finding, line })),
    )
    .at(-1);

const linesIn = ({ evidence }: Finding): readonly string[] => evidence.flatMap(({ lines = [] }) => lines);

/** Lines of its log by which a cause of these is known, whatever else is wrong as well. */
const linesFor = (is: readonly CauseKey[], finding: Finding): readonly string[] =>
  linesIn(finding).filter((line) => {
    const cause = matchIn(logSigns, line)?.cause;
    return cause !== undefined && is.includes(cause);
  });

/** What nodes lack is told beside the cause. */
const lacks = (suspect: Suspect, { cause, slots }: Finding): boolean =>
  cause === "insufficient_resources" && String(slots.what ?? "").includes(suspect);
