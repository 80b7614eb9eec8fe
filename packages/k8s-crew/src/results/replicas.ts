import type { Row } from "./types.ts";

/** What runs a pod, as far as its name tells: without what controllers add, in its namespace. */
export const workloadOf = ({ name, namespace = "" }: Pick<Row, "name" | "namespace">): string =>
  `${namespace}/${workloadNameOf(name)}`;

/** The same without its namespace. */
export const workloadNameOf = (name: string): string => name.replace(addedByControllers, "");

/** The pods of a StatefulSet keep their names, and are not always the same: the first may be the one that writes. */
export const isNumbered = (name: string): boolean => /-\d{1,4}$/.test(name);

/** `-7d9f8b6c5-x2x4z` of a replica set, `-0` of a stateful set, `-x2x4z` of a daemon set or job. */
const addedByControllers = /(?:-[a-z0-9]{8,10})?-(?:[a-z0-9]{5}|\d{1,4})$/;
