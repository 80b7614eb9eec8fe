import { containersOf, podSpecOf } from "./templates.ts";
import type { Row } from "./types.ts";
import { at, isRecord, listAt, textAt } from "./values.ts";

type Text = (row: Row) => string | undefined;

/** Where a kind of source is written in a volume, in a variable, and for all variables at once. */
type Place = { readonly volume: readonly string[]; readonly variable: string; readonly all: string };

const places: Readonly<Record<"secret" | "configMap", Place>> = {
  secret: { volume: ["secret", "secretName"], variable: "secretKeyRef", all: "secretRef" },
  configMap: { volume: ["configMap", "name"], variable: "configMapKeyRef", all: "configMapRef" },
};

/**
 * `shop-login (key password as DB_PASSWORD), web-settings (all keys as variables), tls (at /etc/tls)`: names, never
 * values.
 */
const sourcesOf =
  (kind: keyof typeof places): Text =>
  ({ object }) => {
    const containers = containersOf(object);
    if (containers.length === 0) return undefined;
    const { variable, all } = places[kind];
    const told = [
      ...containers.flatMap((container) =>
        listAt(container, "env").flatMap((each) => {
          const source = at(each, "valueFrom", variable);
          return isRecord(source)
            ? [`${textAt(source, "name")} (key ${textAt(source, "key")} as ${textAt(each, "name")})`]
            : [];
        }),
      ),
      ...containers.flatMap((container) =>
        listAt(container, "envFrom").flatMap((each) => {
          const name = textAt(each, all, "name");
          return name === "" ? [] : [`${name} (all keys as variables)`];
        }),
      ),
      ...listAt(podSpecOf(object), "volumes").flatMap((volume) => {
        const sources = [volume, ...listAt(volume, "projected", "sources")];
        return sources.flatMap((source) => {
          const name = textAt(source, ...places[kind].volume) || textAt(source, kind, "name");
          return name === "" ? [] : [`${name}${mountText(containers, textAt(volume, "name"))}`];
        });
      }),
    ];
    return [...new Set(told)].join(", ");
  };

/** ` (at /etc/tls)`: where containers mount a volume. */
const mountText = (containers: readonly unknown[], volume: string): string => {
  const paths = containers.flatMap((container) =>
    listAt(container, "volumeMounts").flatMap((mount) =>
      textAt(mount, "name") === volume
        ? [`${textAt(mount, "mountPath")}${at(mount, "readOnly") === true ? " read-only" : ""}`]
        : [],
    ),
  );
  return paths.length === 0 ? "" : ` (at ${[...new Set(paths)].join(", ")})`;
};

/** `data: pvc web-data (at /data), tmp: emptyDir (at /tmp)`. */
const volumes: Text = ({ object }) => {
  const containers = containersOf(object);
  if (containers.length === 0) return undefined;
  const spec = podSpecOf(object);
  const made = listAt(object, "spec", "volumeClaimTemplates").map((claim) => {
    const name = textAt(claim, "metadata", "name");
    return `${name}: pvc template${mountText(containers, name)}`;
  });
  const given = listAt(spec, "volumes").map((volume) => {
    const name = textAt(volume, "name");
    return `${name}: ${sourceText(volume)}${mountText(containers, name)}`;
  });
  return [...made, ...given].filter((text) => !text.startsWith("kube-api-access-")).join(", ");
};

const sourceText = (volume: unknown): string => {
  const named = [
    ["pvc", textAt(volume, "persistentVolumeClaim", "claimName")],
    ["configmap", textAt(volume, "configMap", "name")],
    ["secret", textAt(volume, "secret", "secretName")],
    ["hostPath", textAt(volume, "hostPath", "path")],
  ].find(([, name]) => name !== "");
  if (named !== undefined) return named.join(" ");
  return Object.keys(isRecord(volume) ? volume : {}).find((key) => key !== "name") ?? "?";
};

export const mountFields = {
  secrets: { text: sourcesOf("secret") },
  configMaps: { text: sourcesOf("configMap") },
  volumes: { text: volumes },
};
