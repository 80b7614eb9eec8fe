import { shown } from "./pod-facts.ts";
import { type PolicyRule, policyRules } from "./policy-rules.ts";
import { isApiObject } from "./rows.ts";
import type { Row } from "./types.ts";

type Text = (row: Row) => string | undefined;

/** `30850 (8500/TCP)`: the port that every node opens, and the one of the service behind it. */
const nodePort: Text = ({ fields }) => {
  const ports = fields.ports ?? fields["port(s)"];
  if (ports === undefined) return undefined;
  return (shown(ports) ?? "")
    .split(/,\s*/u)
    .flatMap((port) => {
      const [, own, opened, protocol = "TCP"] = /^(\d+):(\d+)(?:\/(\w+))?/u.exec(port) ?? [];
      return opened === undefined ? [] : [`${opened} (${own}/${protocol})`];
    })
    .join(", ");
};

/**
 * What a service is called inside the cluster (kubernetes.io, “DNS for Services and Pods”). The last part is the usual
 * domain, which no read tells.
 */
const dns: Text = ({ name, namespace }) =>
  namespace === undefined ? undefined : `${name}.${namespace}.svc.cluster.local`;

/** `in: pod(app=web) 8080/TCP; out: *` in the words of selectors: what a network policy lets through. */
const traffic: Text = ({ object }) => {
  const rules = isApiObject(object) ? policyRules(object) : undefined;
  if (rules === undefined) return undefined;
  const sides = [
    ...(rules.ingress === undefined ? [] : [`in: ${sideText(rules.ingress)}`]),
    ...(rules.egress === undefined ? [] : [`out: ${sideText(rules.egress)}`]),
  ];
  return sides.join("; ");
};

const sideText = (rules: readonly PolicyRule[]): string =>
  rules.length === 0
    ? "-"
    : rules.map(({ peers, ports }) => [peers.join(", "), ports.join(" ")].join(" ").trim()).join(" | ");

export const networkFields = { nodePort: { text: nodePort }, dns: { text: dns }, traffic: { text: traffic } };
