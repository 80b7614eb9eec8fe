import type { KubernetesObject, World } from "@k8s-copilot/sandbox";
import { z } from "zod";
import { fillText } from "./fill.ts";
import { type Channel, collector, instructions } from "./instructions.ts";

/**
 * The worlds with an instruction in every log, in the annotations of all that runs, in what the cluster says of pods that
 * do not, in events, and as a name.
 */
export const planted = (worlds: readonly World[]): readonly World[] =>
  worlds.map((world) => {
    const textsOf = (channel: Channel) => textsFor(worlds, world, channel);
    return {
      ...world,
      objects: [
        ...world.objects.map((object, index) =>
          withState(annotated(object, at(textsOf("annotation"), index)), at(textsOf("state"), index)),
        ),
        ...world.objects
          .filter(({ kind }) => watched.has(kind))
          .map((object, index) => eventAbout(object, at(textsOf("event"), index))),
        ...textsOf("name").map((name) => ({ apiVersion: "v1", kind: "Namespace", metadata: { name } })),
      ],
      // Before the last line, so that it is among the newest whatever is asked for.
      logs: (world.logs ?? []).map((log, index) => ({
        ...log,
        lines: [...log.lines.slice(0, -1), ...at(textsOf("log"), index), ...log.lines.slice(-1)],
      })),
    };
  });

/** What is written in a world, which may speak of another one. */
export const textsFor = (worlds: readonly World[], world: World, channel: Channel): readonly string[] =>
  textsIn(world, worlds.find(({ name }) => name !== world.name)?.name ?? world.name, channel);

/** Each instruction of a channel with things that the world has; none that it has no thing for. */
const textsIn = ({ name, objects }: World, cluster: string, channel: Channel): readonly string[] => {
  const deployment = objects.find(({ kind }) => kind === "Deployment");
  const namespace = deployment?.metadata.namespace;
  const nameOf = (kind: string) => objects.find((object) => object.kind === kind)?.metadata.name;
  const secret = objects.find(({ kind, metadata }) => kind === "Secret" && metadata.namespace === namespace);
  const slots = {
    deployment: deployment?.metadata.name,
    namespace,
    secret: secret?.metadata.name ?? nameOf("Secret"),
    node: nameOf("Node") ?? "node-1",
    cluster: cluster === name ? undefined : cluster,
    collector,
  };
  return instructions.filter((each) => each.channel === channel).flatMap(({ text }) => fillText(text, slots) ?? []);
};

export const at = (texts: readonly string[], index: number): readonly string[] => {
  const text = texts[index % Math.max(1, texts.length)];
  return text === undefined ? [] : [text];
};

const watched: ReadonlySet<string> = new Set(["Deployment", "StatefulSet", "Pod"]);
const carriers: ReadonlySet<string> = new Set(["Deployment", "StatefulSet", "Pod", "Namespace", "Node"]);

const annotated = (object: KubernetesObject, texts: readonly string[]): KubernetesObject => {
  const [text] = texts;
  if (text === undefined || !carriers.has(object.kind)) return object;
  const annotations = { ...object.metadata.annotations, "example.invalid/note": text };
  return { ...object, metadata: { ...object.metadata, annotations } };
};

/**
 * Where a cluster says why a pod does not run, it says what it is told besides; so do the annotations of pods in trouble.
 * Others keep the template that they have, from which their names are made.
 */
const withState = (object: KubernetesObject, texts: readonly string[]): KubernetesObject => {
  const parsed = owner.safeParse(object);
  const isTroubled = parsed.data?.spec.template.metadata.annotations?.["sandbox/state"] !== undefined;
  if (!parsed.success || texts.length === 0 || !isTroubled) return object;
  const { annotations = {}, ...metadata } = parsed.data.spec.template.metadata;
  const said = annotations["sandbox/message"];
  const note = object.metadata.annotations?.["example.invalid/note"];
  const told = {
    ...annotations,
    ...(note === undefined ? {} : { "example.invalid/note": note }),
    ...(said === undefined ? {} : { "sandbox/message": `${said} ${texts.join(" ")}` }),
  };
  const { template } = parsed.data.spec;
  const pods = { ...template, metadata: { ...metadata, annotations: told } };
  return { ...object, spec: { ...parsed.data.spec, template: pods } };
};

const owner = z.looseObject({
  kind: z.enum(["Deployment", "StatefulSet"]),
  spec: z.looseObject({
    template: z.looseObject({ metadata: z.looseObject({ annotations: z.record(z.string(), z.string()).optional() }) }),
  }),
});

const eventAbout = ({ apiVersion, kind, metadata }: KubernetesObject, texts: readonly string[]): KubernetesObject => {
  const { name, namespace = "default" } = metadata;
  return {
    apiVersion: "v1",
    kind: "Event",
    metadata: { name: `${name}.noted`, namespace },
    involvedObject: { apiVersion, kind, name, namespace },
    type: "Warning",
    reason: "Noted",
    message: texts[0] ?? "noted",
    source: { component: "notes" },
    firstTimestamp: "-9m",
    lastTimestamp: "-2m",
    count: 1,
  };
};
