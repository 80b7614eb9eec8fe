import { selectorText } from "./selector-text.ts";
import { at, isRecord, listAt, scalarText, textAt } from "./values.ts";

export type Direction = "Ingress" | "Egress";

/** One rule of a policy: who is let through, and at which ports (empty for all). */
export type PolicyRule = { readonly peers: readonly string[]; readonly ports: readonly string[] };

/** What a policy lets through; undefined for a direction that it does not restrict. */
export type PolicyRules = {
  readonly selector: string;
  readonly ingress: readonly PolicyRule[] | undefined;
  readonly egress: readonly PolicyRule[] | undefined;
};

/** What a NetworkPolicy lets in and out (kubernetes.io, “Network Policies”). Undefined where the object does not tell. */
export const policyRules = (policy: unknown): PolicyRules | undefined => {
  if (!isRecord(at(policy, "spec"))) return undefined;
  const rulesFor = (direction: Direction, side: string) =>
    isPolicyFor(policy, direction)
      ? listAt(policy, "spec", direction.toLowerCase()).map((rule) => ({
          peers: peersText(rule, side),
          ports: portsOf(rule),
        }))
      : undefined;
  return {
    selector: selectorText(at(policy, "spec", "podSelector")),
    ingress: rulesFor("Ingress", "from"),
    egress: rulesFor("Egress", "to"),
  };
};

/** Without `policyTypes` a policy is about ingress, and about egress where it has rules for it. */
export const isPolicyFor = (policy: unknown, direction: Direction): boolean => {
  const types = listAt(policy, "spec", "policyTypes").map((type) => scalarText(type) ?? "");
  if (types.length > 0) return types.includes(direction);
  return direction === "Ingress" || listAt(policy, "spec", "egress").length > 0;
};

/** Who a rule is about, in the words of selectors; everybody where it names nobody. */
export const peersText = (rule: unknown, side: string): readonly string[] => {
  const peers = listAt(rule, side);
  return peers.length === 0 ? ["*"] : peers.map(peerText);
};

const peerText = (entry: unknown): string => {
  const parts = [
    ...(isRecord(at(entry, "namespaceSelector"))
      ? [`namespace(${selectorText(at(entry, "namespaceSelector")) || "*"})`]
      : []),
    ...(isRecord(at(entry, "podSelector")) ? [`pod(${selectorText(at(entry, "podSelector")) || "*"})`] : []),
    ...(isRecord(at(entry, "ipBlock")) ? [textAt(at(entry, "ipBlock"), "cidr")] : []),
  ];
  return parts.join(" ");
};

/** The ports of a rule; empty for all. */
export const portsOf = (rule: unknown): readonly string[] =>
  listAt(rule, "ports").map((port) => `${textAt(port, "port")}/${textAt(port, "protocol") || "TCP"}`);
