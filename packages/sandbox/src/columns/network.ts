import { type KubernetesObject, listAt, recordAt, textAt, textsAt } from "../objects.ts";
import { ageColumn, type Column, nameColumn, selectorText, textColumn, wide } from "./column.ts";

export const serviceColumns: readonly Column[] = [
  nameColumn,
  textColumn("Type", "spec.type"),
  textColumn("Cluster-IP", "spec.clusterIP"),
  { name: "External-IP", cell: externalAddress },
  { name: "Port(s)", cell: servicePorts },
  ageColumn,
  wide({ name: "Selector", cell: (service) => selectorText(recordAt(service, "spec.selector")) }),
];

export const endpointsColumns: readonly Column[] = [nameColumn, { name: "Endpoints", cell: endpointsText }, ageColumn];

export const endpointSliceColumns: readonly Column[] = [
  nameColumn,
  textColumn("AddressType", "addressType"),
  {
    name: "Ports",
    cell: (slice) =>
      listAt(slice, "ports")
        .map((port) => textAt(port, "port"))
        .join(",") || "<unset>",
  },
  {
    name: "Endpoints",
    cell: (slice) => firstThree(listAt(slice, "endpoints").flatMap((one) => textsAt(one, "addresses"))),
  },
  ageColumn,
];

export const ingressColumns: readonly Column[] = [
  nameColumn,
  textColumn("Class", "spec.ingressClassName"),
  {
    name: "Hosts",
    cell: (ingress) =>
      firstThree(
        listAt(ingress, "spec.rules").map((rule) => textAt(rule, "host") || "*"),
        "*",
      ),
  },
  { name: "Address", cell: (ingress) => balancerAddresses(ingress).join(",") },
  { name: "Ports", cell: (ingress) => (listAt(ingress, "spec.tls").length > 0 ? "80, 443" : "80") },
  ageColumn,
];

export const networkPolicyColumns: readonly Column[] = [
  nameColumn,
  { name: "Pod-Selector", cell: (policy) => selectorText(recordAt(policy, "spec.podSelector")) },
  ageColumn,
];

export const ingressClassColumns: readonly Column[] = [
  nameColumn,
  textColumn("Controller", "spec.controller"),
  { name: "Parameters", cell: () => "<none>" },
  ageColumn,
];

function balancerAddresses(object: KubernetesObject): string[] {
  return listAt(object, "status.loadBalancer.ingress").map((one) => textAt(one, "ip") || textAt(one, "hostname"));
}

function externalAddress(service: KubernetesObject): string {
  const type = textAt(service, "spec.type");
  const addresses = textsAt(service, "spec.externalIPs");
  if (type === "ExternalName") return textAt(service, "spec.externalName");
  if (type === "LoadBalancer") return [...balancerAddresses(service), ...addresses].join(",") || "<pending>";
  return addresses.join(",") || "<none>";
}

function servicePorts(service: KubernetesObject): string {
  const ports = listAt(service, "spec.ports").map((port) => {
    const node = textAt(port, "nodePort");
    return `${textAt(port, "port")}${node === "" ? "" : `:${node}`}/${textAt(port, "protocol") || "TCP"}`;
  });
  return ports.join(",") || "<none>";
}

function endpointsText(endpoints: KubernetesObject): string {
  const all = listAt(endpoints, "subsets").flatMap((subset) =>
    listAt(subset, "ports").flatMap((port) =>
      listAt(subset, "addresses").map((address) => `${textAt(address, "ip")}:${textAt(port, "port")}`),
    ),
  );
  return firstThree(all);
}

/** kubectl shows three and counts the rest. */
function firstThree(items: readonly string[], none = "<none>"): string {
  if (items.length === 0) return none;
  const rest = items.length > 3 ? ` + ${items.length - 3} more...` : "";
  return items.slice(0, 3).join(",") + rest;
}
