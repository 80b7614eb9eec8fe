import type { UnknownRecord } from "../values.ts";
import { type Entry, entryIn, numberIn, pairsIn, valueIn, valuesIn } from "./outline.ts";
import { conditionsIn } from "./tables.ts";

export const nodeFrom = (sections: readonly Entry[]): UnknownRecord => ({
  spec: {
    ...(valueIn(sections, "Unschedulable") === "true" ? { unschedulable: true } : {}),
    taints: taintsIn(entryIn(sections, "Taints")),
  },
  status: {
    conditions: conditionsIn(entryIn(sections, "Conditions")),
    capacity: valuesIn(entryIn(sections, "Capacity")),
    allocatable: valuesIn(entryIn(sections, "Allocatable")),
    nodeInfo: { kubeletVersion: valueIn(entryIn(sections, "System Info")?.entries ?? [], "Kubelet Version") },
  },
});

/** `dedicated=gpu:NoSchedule`, one a line. */
const taintsIn = (entry: Entry | undefined): readonly UnknownRecord[] =>
  [entry?.value ?? "", ...(entry?.lines ?? [])].flatMap((line) => {
    const [, key, value, effect] = /^([^\s=:]+)(?:=([^:]*))?:(\w+)$/.exec(line.trim()) ?? [];
    return key === undefined ? [] : [{ key, ...(value === undefined ? {} : { value }), effect }];
  });

/** An empty class may be none that was named or the empty one: that is left open. */
export const claimFrom = (sections: readonly Entry[]): UnknownRecord => {
  const name = valueIn(sections, "StorageClass");
  return {
    spec: {
      ...(name === "" ? {} : { storageClassName: name }),
      volumeName: valueIn(sections, "Volume"),
      accessModes: valueIn(sections, "Access Modes")
        .split(",")
        .filter((mode) => mode !== ""),
    },
    status: { phase: valueIn(sections, "Status").split(" ")[0] ?? "" },
  };
};

/** Each port has its own lines, from `Port` up to `Endpoints`. */
export const serviceFrom = (sections: readonly Entry[]): UnknownRecord => {
  const balanced = valueIn(sections, "LoadBalancer Ingress");
  return {
    spec: {
      type: valueIn(sections, "Type"),
      selector: pairsIn(entryIn(sections, "Selector")),
      externalName: valueIn(sections, "External Name"),
      ports: sections.flatMap(({ key, value }, index) => (key === "Port" ? portFrom(value, sections[index + 1]) : [])),
    },
    status: {
      loadBalancer: {
        ingress: balanced
          .split(",")
          .map((address) => ({ ip: address.trim().split(" ")[0] }))
          .filter(({ ip }) => ip !== ""),
      },
    },
  };
};

/** `http  80/TCP` and, in the line below, `TargetPort: 8080/TCP`. */
const portFrom = (text: string, next: Entry | undefined): readonly UnknownRecord[] => {
  const [, name = "", port] = /^(?:(\S+)\s+)?(\d+)\/\w*/.exec(text.replace(/^<unset>\s+/, "")) ?? [];
  const target = next?.key === "TargetPort" ? (next.value.split("/")[0] ?? "") : "";
  return port === undefined
    ? []
    : [{ port: Number(port), ...(name === "" ? {} : { name }), ...(target === "" ? {} : { targetPort: target }) }];
};

export const endpointsFrom = (sections: readonly Entry[]): UnknownRecord => {
  const entries = entryIn(sections, "Subsets")?.entries ?? [];
  const addresses = (key: string) =>
    entries
      .filter((entry) => entry.key === key)
      .flatMap(({ value }) => value.split(","))
      .filter((ip) => ip !== "")
      .map((ip) => ({ ip }));
  return { subsets: [{ addresses: addresses("Addresses"), notReadyAddresses: addresses("NotReadyAddresses") }] };
};

/** Rules end in `/path   service:port (addresses)`; the host stands in a line above. */
export const ingressFrom = (sections: readonly Entry[]): UnknownRecord => {
  const rules = entryIn(sections, "Rules");
  const backends = [...(rules?.lines ?? [])].flatMap((line) => backendIn(line));
  const own = backendIn(` ${valueIn(sections, "Default backend")}`);
  const tls = entryIn(sections, "TLS")?.lines ?? [];
  const address = valueIn(sections, "Address");
  const [one] = own;
  return {
    spec: {
      ingressClassName: valueIn(sections, "Ingress Class"),
      ...(one === undefined ? {} : { defaultBackend: { service: one } }),
      rules: [{ http: { paths: backends.map((service) => ({ backend: { service } })) } }],
      tls: tls.flatMap((line) => {
        const secretName = /^(\S+) terminates/.exec(line.trim())?.[1];
        return secretName === undefined || secretName === "SNI" ? [] : [{ secretName }];
      }),
    },
    status: { loadBalancer: { ingress: address === "" ? [] : [{ ip: address }] } },
  };
};

const backendIn = (line: string): readonly UnknownRecord[] => {
  const [, name, port = ""] = /\s([a-z0-9][a-z0-9.-]*):([\w-]+)(?:\s+\(.*\)?)?$/.exec(line) ?? [];
  if (name === undefined) return [];
  return [{ name, port: /^\d+$/.test(port) ? { number: numberIn(port) } : { name: port } }];
};

export const namespaceFrom = (sections: readonly Entry[]): UnknownRecord => ({
  status: { phase: valueIn(sections, "Status"), conditions: conditionsIn(entryIn(sections, "Conditions")) },
});

/** A class of storage or of Ingresses. */
export const classFrom = (sections: readonly Entry[]): UnknownRecord => ({
  metadata:
    valueIn(sections, "IsDefaultClass") === "Yes"
      ? { annotations: { "storageclass.kubernetes.io/is-default-class": "true" } }
      : {},
  volumeBindingMode: valueIn(sections, "VolumeBindingMode"),
});
