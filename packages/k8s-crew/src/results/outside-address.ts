import { shown } from "./pod-facts.ts";
import type { Row } from "./types.ts";

/**
 * Where a service is reached from outside the cluster: the addresses of its load balancer with its ports, or its node
 * ports on any node. Empty where it has none, undefined where the list does not tell its type.
 */
export const outsideAddress = ({ fields }: Row): string | undefined => {
  const { type } = fields;
  if (type === undefined) return undefined;
  const ports = (shown(fields.ports ?? fields["port(s)"]) ?? "").split(/,\s*/).filter((port) => port !== "");
  const own = ports.map((port) => port.split(/[:/]/)[0] ?? "");
  const nodePorts = ports.flatMap((port) => /^\d+:(\d+)/.exec(port)?.[1] ?? []);
  const external = shown(fields["external-ip"]);
  if (type === "ExternalName") return external ?? "";
  const given = external === undefined || external === "<pending>" ? [] : external.split(/,\s*/);
  const direct = given.flatMap((address) => (own.length === 0 ? [address] : own.map((port) => `${address}:${port}`)));
  const onNodes = nodePorts.map((port) => `<node IP>:${port}`);
  return [...direct, ...(direct.length === 0 ? onNodes : [])].join(", ");
};
