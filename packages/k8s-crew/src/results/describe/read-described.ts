import { resourceByKey } from "../../catalog/resources.ts";
import { isRecord, type UnknownRecord } from "../values.ts";
import { claimFrom, classFrom, endpointsFrom, ingressFrom, namespaceFrom, nodeFrom, serviceFrom } from "./others.ts";
import { type Entry, entryIn, pairsIn, sectionsOf, timeIn, valueIn } from "./outline.ts";
import { podFrom } from "./pod.ts";
import { eventsIn } from "./tables.ts";
import {
  autoscalerFrom,
  budgetFrom,
  cronJobFrom,
  daemonSetFrom,
  deploymentFrom,
  jobFrom,
  setFrom,
  type Told,
} from "./workloads.ts";

type Described = {
  /** A key of the resource table. */
  readonly resource: string;
  /** Of several that are described one after the other. */
  readonly name?: string;
  /** Milliseconds since the epoch, for what is told by its age. */
  readonly now: number;
};

/** How each kind's description becomes what the API holds, by key of the resource table. */
const kinds: { readonly [resource: string]: (sections: readonly Entry[], told: Told) => UnknownRecord } = {
  pod: (sections, { now }) => podFrom(sections, now),
  node: nodeFrom,
  pvc: claimFrom,
  deployment: deploymentFrom,
  statefulset: setFrom,
  replicaset: setFrom,
  daemonset: daemonSetFrom,
  job: jobFrom,
  cronjob: cronJobFrom,
  hpa: autoscalerFrom,
  pdb: budgetFrom,
  service: serviceFrom,
  endpoint: endpointsFrom,
  ingress: ingressFrom,
  namespace: namespaceFrom,
  storageclass: classFrom,
  ingressclass: classFrom,
};

/**
 * What `kubectl describe` prints, of any version, as the object that it was printed from, as far as it tells. `described`
 * marks it: what it leaves out (names of ports, finalizers) is not known to be absent. Undefined for any other text.
 */
export const readDescribed = (text: string, { resource, name, now }: Described): UnknownRecord | undefined => {
  const all = text.split(/\n\s*\n(?=Name:\s)/).map(sectionsOf);
  const sections = all.find((each) => name === undefined || valueIn(each, "Name") === name);
  if (!sections || !isDescription(sections)) return undefined;
  const events = eventsIn(entryIn(sections, "Events"));
  const { metadata, ...own } = kinds[resource]?.(sections, { events, now }) ?? {};
  const { kind = "", apiVersion = "" } = resourceByKey.get(resource) ?? {};
  return {
    ...{ apiVersion, kind },
    metadata: { ...metadataIn(sections), ...(isRecord(metadata) ? metadata : {}) },
    ...own,
    described: { events },
  };
};

/** A name, and at least two more of the parts that descriptions have: name lines of a list have other keys. */
const isDescription = (sections: readonly Entry[]): boolean => {
  const usual = ["Namespace", "Labels", "Annotations", "Events", "Conditions", "Containers", "Selector", "Status"];
  return valueIn(sections, "Name") !== "" && usual.filter((key) => entryIn(sections, key) !== undefined).length >= 2;
};

const metadataIn = (sections: readonly Entry[]): UnknownRecord => {
  const created = timeIn(valueIn(sections, "CreationTimestamp"));
  const [kind, owner] = valueIn(sections, "Controlled By").split("/");
  return {
    name: valueIn(sections, "Name"),
    ...(valueIn(sections, "Namespace") === "" ? {} : { namespace: valueIn(sections, "Namespace") }),
    labels: pairsIn(entryIn(sections, "Labels")),
    ...(created === "" ? {} : { creationTimestamp: created }),
    ...(owner === undefined ? {} : { ownerReferences: [{ kind, name: owner, controller: true }] }),
  };
};
