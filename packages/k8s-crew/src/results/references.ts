import { workloadOf } from "./replicas.ts";
import { podSpecOf } from "./templates.ts";
import type { Row } from "./types.ts";
import { at, listAt, textAt } from "./values.ts";

/** Whether a row tells what it refers to. */
export const tellsReferences = ({ object }: Row): boolean => listAt(podSpecOf(object), "containers").length > 0;

/** Pods of one workload refer to the same: what one of them tells holds for all. */
export const withReferences = (rows: readonly Row[]): readonly Row[] => {
  const told = new Map(
    rows.flatMap((row) => (row.object === undefined ? [] : [[workloadOf(row), row.object] as const])),
  );
  return rows.map((row) => {
    const object = row.object ?? told.get(workloadOf(row));
    return object === undefined ? row : { ...row, object };
  });
};

/** What a pod refers to by name, as `configmap/web-settings`: volumes, environment, pull secrets, its account. */
export const referencesIn = (object: unknown): readonly string[] => {
  const spec = podSpecOf(object);
  const volumes = listAt(spec, "volumes").flatMap((volume) => [volume, ...listAt(volume, "projected", "sources")]);
  const containers = ["containers", "initContainers", "ephemeralContainers"].flatMap((key) => listAt(spec, key));
  const sources = containers.flatMap((container) => listAt(container, "envFrom"));
  const values = containers.flatMap((container) => listAt(container, "env")).map((value) => at(value, "valueFrom"));
  const named = (key: string, names: readonly string[]) =>
    names.filter((name) => name !== "").map((name) => `${key}/${name}`);
  return [
    ...new Set([
      ...named("configmap", [
        ...volumes.map((volume) => textAt(volume, "configMap", "name")),
        ...sources.map((source) => textAt(source, "configMapRef", "name")),
        ...values.map((value) => textAt(value, "configMapKeyRef", "name")),
      ]),
      ...named("secret", [
        ...volumes.map((volume) => textAt(volume, "secret", "secretName") || textAt(volume, "secret", "name")),
        ...sources.map((source) => textAt(source, "secretRef", "name")),
        ...values.map((value) => textAt(value, "secretKeyRef", "name")),
        ...listAt(spec, "imagePullSecrets").map((secret) => textAt(secret, "name")),
      ]),
      ...named(
        "pvc",
        volumes.map((volume) => textAt(volume, "persistentVolumeClaim", "claimName")),
      ),
      ...named("serviceaccount", [textAt(spec, "serviceAccountName") || "default"]),
    ]),
  ];
};
