import type { Row } from "./types.ts";

/** What runs a pod, as far as its name tells: without what controllers add, in its namespace. */
export const workloadOf = ({ name, namespace = "" }: Pick<Row, "name" | "namespace">): string =>
  `${namespace}/${workloadNameOf(name)}`;

/** The same without its namespace. */
export const workloadNameOf = (name: string): string => name.replace(addedByControllers, "");

/** What a thing is one of: a pod of what runs it. Only pods get letters from controllers; a node “worker-1” is its own. */
export const familyNameOf = ({ resource, name }: { readonly resource: string; readonly name: string }): string =>
  resource === "pod" ? workloadNameOf(name) : name;

/** The pods of a StatefulSet keep their names, and are not always the same: the first may be the one that writes. */
export const isNumbered = (name: string): boolean => /-\d{1,4}$/.test(name);

/** The ReplicaSet and the name of what made it, of a pod of a Deployment as far as its name tells: “web-7d9c5b6f8-x2x4v”. */
export const deploymentOfPod = (name: string): string | undefined => ofDeployment.exec(name)?.groups?.name;

/**
 * Controllers add letters that make no words, so a part of a name is rarely mistaken for them: `database-migration-bn2fz` is
 * of a Job called database-migration. The alphabet is that of k8s.io/apimachinery/pkg/util/rand.
 */
const letters = "[bcdfghjklmnpqrstvwxz2456789]";
const ofDeployment = new RegExp(`^(?<name>.+)-${letters}{6,10}-${letters}{5}$`);
/** `-7d9f8b6c5-x2x4z` of a ReplicaSet, `-0` of a StatefulSet, `-x2x4z` of a DaemonSet or Job, `-29402040-x2x4z` of a run of a CronJob. */
const addedByControllers = new RegExp(`(?:-(?:${letters}{6,10}|\\d{8}))?-(?:${letters}{5}|\\d{1,4})$`);
