/**
 * What Kubernetes itself writes and people paste, as patterns, and what it is about: kubernetes.io, “Debug Pods”, “Images”,
 * “Resource Quotas”, “Using RBAC Authorization”. Groups: `name` of the thing that has the trouble, its `namespace`, an `image`
 * that is mostly called as what runs it.
 */
export type ErrorText = {
  readonly pattern: RegExp;
  /** The kind of `name`, where it is told. */
  readonly kind?: string;
  /** Nothing is broken, somebody may not do it. */
  readonly denied?: true;
};

const restOfLine = String.raw`[^\n。；]*`;

export const errorTexts: readonly ErrorText[] = [
  {
    pattern:
      /(?:(?:error|warning|failed): )?(?:back-?off pulling image|failed to (?:pull(?: and unpack)?|resolve) (?:image|reference)|pull access denied for)\s*"?(?<image>[\w.-]+(?::\d+)?(?:\/[\w.-]+)*(?::[\w.-]+)?)"?(?::[^\n。；]*)?/iu,
  },
  {
    pattern:
      /back-?off (?:\w+ )?restarting failed container(?:[ =][\w-]+)?(?: in)? pod[ =](?<name>[a-z0-9.-]+)_(?<namespace>[a-z0-9-]+)(?:\([\w-]*\))?/iu,
  },
  {
    pattern:
      /(?:(?:warning\s+)?failedscheduling\s*:?\s*)?\d+\/\d+ nodes are available:.*?(?:\.(?=\s|$)|$)(?:\s*preemption:.*?(?:\.(?=\s|$)|$))?|(?:warning\s+)?failedscheduling\b/isu,
  },
  {
    pattern: new RegExp(
      `persistentvolumeclaim "(?<name>[\\w.-]+)" (?:is )?(?:not (?:bound|found)|being deleted)${restOfLine}`,
      "iu",
    ),
    kind: "pvc",
  },
  { pattern: /no endpoints available for service "?(?<name>[\w.-]+)"?/iu, kind: "service" },
  {
    pattern: new RegExp(`pods? "(?<pod>[\\w.-]+)" is forbidden: exceeded quota: (?<name>[\\w.-]+)${restOfLine}`, "iu"),
    kind: "resourcequota",
  },
  {
    pattern:
      /(?:error from server \(forbidden\): )?(?:[\w.]+ (?:"[\w.-]+" )?is forbidden: )?user "?system:serviceaccount:(?<namespace>[\w-]+):(?<name>[\w.-]+)"? cannot \w+ resource.*?(?:in the namespace "?[\w-]+"?|at the cluster scope|$)/isu,
    kind: "serviceaccount",
    denied: true,
  },
];
