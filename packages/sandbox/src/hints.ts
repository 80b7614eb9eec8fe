import { type KubernetesObject, recordAt } from "./objects.ts";

/**
 * What a manifest tells the sandbox beside Kubernetes, as annotations on an object or on its pod template.
 * They are taken off when a world is loaded, and never served:
 *
 * - `sandbox/state`      how its pods, its claim or its node fare: a name from pod-states.ts, or `NotReady` for a node, `Pending` for a claim
 * - `sandbox/message`    replaces the message of that state
 * - `sandbox/restarts`   how often the first container was restarted
 * - `sandbox/age`        how old it and its pods are, `-3d`; otherwise its creationTimestamp, or a day
 * - `sandbox/pod-names`  the names of its pods, separated by spaces; others are made up
 * - `sandbox/node`       the node its pods run on
 * - `sandbox/cpu`, `sandbox/memory`  what each of its containers, or the node, uses: `120m`, `200Mi`;
 *   `sandbox/cpu.NAME` is for the container NAME alone
 */
export type Hints = Readonly<Record<string, string>>;

const prefix = "sandbox/";

/** The object without its hints, and the hints: those of the pod template count for the pods. */
export function takeHints(object: KubernetesObject): { object: KubernetesObject; hints: Hints } {
  const own = splitAnnotations(object.metadata.annotations ?? {});
  const template = recordAt(object, "spec.template");
  const templateMetadata = recordAt(template, "metadata");
  const inner = splitAnnotations(recordAt(templateMetadata, "annotations"));
  const metadata = { ...object.metadata, annotations: own.kept };
  if (Object.keys(own.kept).length === 0) Reflect.deleteProperty(metadata, "annotations");
  if (Object.keys(inner.hints).length === 0) return { object: { ...object, metadata }, hints: own.hints };
  const { annotations: _, ...bare } = templateMetadata;
  const innerMetadata = Object.keys(inner.kept).length === 0 ? bare : { ...bare, annotations: inner.kept };
  const spec = { ...recordAt(object, "spec"), template: { ...template, metadata: innerMetadata } };
  return { object: { ...object, metadata, spec }, hints: { ...own.hints, ...inner.hints } };
}

function splitAnnotations(annotations: Readonly<Record<string, unknown>>): {
  kept: Record<string, string>;
  hints: Record<string, string>;
} {
  const kept: Record<string, string> = {};
  const hints: Record<string, string> = {};
  for (const [name, value] of Object.entries(annotations)) {
    if (name.startsWith(prefix)) hints[name.slice(prefix.length)] = String(value);
    else kept[name] = String(value);
  }
  return { kept, hints };
}
