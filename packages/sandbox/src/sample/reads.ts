import { parse, stringify } from "yaml";
import { type KubernetesClient, type KubernetesObject, listOf, memberOf, pathOf, textOf } from "./kubernetes-client.ts";
import { failed, json, rpcError, type SampleResult, type ToolArguments, text } from "./types.ts";

type Read = (client: KubernetesClient, args: ToolArguments) => Promise<SampleResult>;

/** An argument as text, or the value that stands in for it. */
export const argument = (args: ToolArguments, name: string, otherwise = ""): string => {
  const value = args[name];
  return value === undefined || value === null || value === "" ? otherwise : String(value);
};

const selectorsOf = (args: ToolArguments): string => {
  const query = new URLSearchParams();
  for (const name of ["labelSelector", "fieldSelector"])
    if (argument(args, name) !== "") query.set(name, argument(args, name));
  return query.size === 0 ? "" : `?${query}`;
};

const nameOf = (object: KubernetesObject): string => textOf(object, "metadata", "name");

/** Lists that give names only, of one namespace: an empty one means `default`. */
export const listNames: Read = async (client, args) => {
  const namespace = argument(args, "namespace", "default");
  const kind = argument(args, "kind");
  const listed = await client.list(
    pathOf({ apiVersion: argument(args, "apiVersion"), kind, namespace }) + selectorsOf(args),
  );
  if (listed.kind === "error") return failed(`failed to list resources: ${listed.message}`);
  const lines = listed.value.map((object) => `Name: ${nameOf(object)}`);
  return text(
    `Found ${lines.length} ${kind} resources in namespace ${namespace}:\n\n${lines.join("\n")}${lines.length === 0 ? "" : "\n"}`,
  );
};

/** Workloads tell their replicas; an empty namespace means all of them. */
export const listWorkloads: Read = async (client, args) => {
  const namespace = argument(args, "namespace");
  const place = namespace === "" ? {} : { namespace };
  const listed = await client.list(
    pathOf({ apiVersion: argument(args, "apiVersion"), kind: argument(args, "kind"), ...place }) + selectorsOf(args),
  );
  if (listed.kind === "error") return rpcError(`failed to list resources: ${listed.message}`);
  const blocks = listed.value.map((object) => {
    const replicas = textOf(object, "spec", "replicas") || textOf(object, "status", "desiredNumberScheduled") || "0";
    const available =
      textOf(object, "status", "availableReplicas") ||
      textOf(object, "status", "numberAvailable") ||
      textOf(object, "status", "readyReplicas") ||
      "0";
    return `- ${nameOf(object)}\n  Replicas: ${replicas}\n  Available: ${available}`;
  });
  return text(blocks.join("\n"));
};

export const listNamespaces: Read = async (client) => {
  const listed = await client.list("/api/v1/namespaces");
  if (listed.kind === "error") return failed(`failed to list namespaces: ${listed.message}`);
  const namespaces = listed.value.map((object) => ({
    name: nameOf(object),
    status: textOf(object, "status", "phase") || "Active",
  }));
  return json({ count: namespaces.length, namespaces });
};

export const listNodes: Read = async (client) => {
  const listed = await client.list("/api/v1/nodes");
  if (listed.kind === "error") return failed(`failed to list nodes: ${listed.message}`);
  const nodes = listed.value.map((object) => ({
    name: nameOf(object),
    status: isReady(object) ? "Ready" : "NotReady",
  }));
  return json({ count: nodes.length, nodes });
};

const isReady = (object: KubernetesObject): boolean =>
  listOf(object, "status", "conditions").some((condition) => condition.type === "Ready" && condition.status === "True");

const readOne = async (client: KubernetesClient, args: ToolArguments) => {
  const kind = argument(args, "kind");
  const name = argument(args, "name");
  const namespace = argument(args, "namespace", "default");
  const found = await client.get(pathOf({ apiVersion: argument(args, "apiVersion"), kind, namespace, name }));
  if (found.kind === "ok") return found;
  const missing = `resource not found (Kind: ${kind}, Name: ${name}, Namespace: ${namespace})`;
  return {
    kind: "failed" as const,
    result: failed(found.status === 404 ? missing : `failed to get resource: ${found.message}`),
  };
};

export const getObject: Read = async (client, args) => {
  const found = await readOne(client, args);
  return found.kind === "ok" ? text(stringify(found.value, { sortMapEntries: true })) : found.result;
};

export const describeObject: Read = async (client, args) => {
  const found = await readOne(client, args);
  return found.kind === "ok" ? json(found.value) : found.result;
};

export const eventsOf: Read = async (client, args) => {
  const namespace = argument(args, "namespace", "default");
  const listed = await client.list(`/api/v1/namespaces/${namespace}/events`);
  if (listed.kind === "error") return rpcError(`failed to get events: ${listed.message}`);
  const own = listed.value.filter(
    (event) =>
      textOf(event, "involvedObject", "kind") === argument(args, "kind") &&
      textOf(event, "involvedObject", "name") === argument(args, "name"),
  );
  if (own.length === 0)
    return text(`No events found for ${argument(args, "kind")} ${argument(args, "name")} in namespace ${namespace}`);
  const rows = own.map((event) => [
    textOf(event, "lastTimestamp"),
    textOf(event, "type"),
    textOf(event, "reason"),
    textOf(event, "message"),
  ]);
  return text(table(["LAST SEEN", "TYPE", "REASON", "MESSAGE"], rows));
};

export const table = (titles: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = titles.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [titles, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd((widths[column] ?? 0) + 3))
        .join("")
        .trimEnd(),
    )
    .join("\n");
};

const logOf = async (client: KubernetesClient, args: ToolArguments, defaults: { tail: number }) => {
  const name = argument(args, "name");
  const namespace = argument(args, "namespace", "default");
  const query = new URLSearchParams({ tailLines: argument(args, "tailLines", String(defaults.tail)) });
  if (argument(args, "previous") === "true") query.set("previous", "true");
  if (argument(args, "timestamps", "true") === "true") query.set("timestamps", "true");
  const pod = await client.get(pathOf({ apiVersion: "v1", kind: "Pod", namespace, name }));
  if (pod.kind === "error")
    return {
      kind: "failed" as const,
      result: failed(pod.status === 404 ? `Pod '${name}' not found in namespace '${namespace}'` : pod.message),
    };
  const container = argument(args, "container", textOf(listOf(pod.value, "spec", "containers")[0], "name"));
  query.set("container", container);
  const log = await client.text(`/api/v1/namespaces/${namespace}/pods/${name}/log?${query}`);
  if (log.kind === "error") return { kind: "failed" as const, result: failed(`failed to get logs: ${log.message}`) };
  return { kind: "ok" as const, name, namespace, container, log: log.value };
};

export const podLogs: Read = async (client, args) => {
  const found = await logOf(client, args, { tail: 500 });
  if (found.kind === "failed") return found.result;
  const { name, namespace, container, log } = found;
  return json({ pod: name, namespace, container, logs: log, lineCount: linesOf(log).length, truncated: false });
};

export const analyzeLogs: Read = async (client, args) => {
  const found = await logOf(client, args, { tail: 1000 });
  if (found.kind === "failed") return found.result;
  const faults = linesOf(found.log).filter((line) => /error|exception|fatal|panic/i.test(line));
  return json({ pod: found.name, namespace: found.namespace, errorCount: faults.length, errors: faults.slice(-20) });
};

const linesOf = (log: string): readonly string[] => log.split("\n").filter((line) => line !== "");

const usageOf = (object: KubernetesObject): { cpu: string; memory: string } => {
  const parts = [
    memberOf(object, "usage"),
    ...listOf(object, "containers").map((container) => memberOf(container, "usage")),
  ].filter((usage) => usage !== undefined);
  return { cpu: textOf(parts[0], "cpu"), memory: textOf(parts[0], "memory") };
};

export const nodeMetrics: Read = async (client, args) => {
  const listed = await client.list(`/apis/metrics.k8s.io/v1beta1/nodes${selectorsOf(args)}`);
  if (listed.kind === "error") return failed(`failed to get node metrics: ${listed.message}`);
  const nodes = listed.value
    .map((object) => ({ name: nameOf(object), ...usageOf(object) }))
    .filter(({ name }) => argument(args, "nodeName", name) === name);
  return json({ count: nodes.length, nodes });
};

const podUsage = async (client: KubernetesClient, args: ToolArguments) => {
  const namespace = argument(args, "namespace");
  return client.list(
    `/apis/metrics.k8s.io/v1beta1/${namespace === "" ? "" : `namespaces/${namespace}/`}pods${selectorsOf(args)}`,
  );
};

export const podMetrics: Read = async (client, args) => {
  const listed = await podUsage(client, args);
  if (listed.kind === "error") return failed(`failed to get pod metrics: ${listed.message}`);
  const pods = listed.value
    .map((object) => ({ name: nameOf(object), namespace: textOf(object, "metadata", "namespace"), ...usageOf(object) }))
    .filter(({ name }) => argument(args, "podName", name) === name)
    .slice(0, Number(argument(args, "limit", "10")));
  return json({ count: pods.length, pods });
};

export const topConsumers: Read = async (client, args) => {
  const listed = await podUsage(client, args);
  if (listed.kind === "error") return failed(`failed to get top consumers: ${listed.message}`);
  const resource = argument(args, "resource") === "memory" ? "memory" : "cpu";
  const pods = listed.value.map((object) => ({
    name: nameOf(object),
    namespace: textOf(object, "metadata", "namespace"),
    [resource]: usageOf(object)[resource],
  }));
  return json({ resource, consumers: pods.slice(0, Number(argument(args, "limit", "10"))) });
};

export const resourceMetrics: Read = async (client, args) => {
  const listed = await client.list("/api/v1/nodes");
  if (listed.kind === "error") return failed(`failed to get metrics: ${listed.message}`);
  const resource = argument(args, "resource");
  return json({
    resource,
    nodes: listed.value.map((object) => ({
      name: nameOf(object),
      capacity: textOf(object, "status", "capacity", resource),
    })),
  });
};

export const clusterInfo: Read = async (client) => {
  const [version, nodes] = await Promise.all([client.get("/version"), client.list("/api/v1/nodes")]);
  if (version.kind === "error") return failed(`failed to get cluster info: ${version.message}`);
  const count = nodes.kind === "ok" ? String(nodes.value.length) : "unknown";
  return text(
    `Kubernetes version: ${textOf(version.value, "gitVersion")}\nPlatform: ${textOf(version.value, "platform")}\nNodes: ${count}`,
  );
};

export const describeCluster = async (client: KubernetesClient, name: string): Promise<SampleResult> => {
  const version = await client.get("/version");
  return version.kind === "ok"
    ? json({ name, version: textOf(version.value, "gitVersion") })
    : failed(`failed to describe cluster: ${version.message}`);
};

export const listApiResources: Read = async (client, args) => {
  const group = argument(args, "group");
  const paths = group === "" ? ["/api/v1", "/apis/apps/v1", "/apis/batch/v1"] : [`/apis/${group}/v1`];
  const lists = await Promise.all(paths.map((path) => client.get(path)));
  const rows = lists.flatMap((list) =>
    list.kind === "ok"
      ? listOf(list.value, "resources").map((each) => [
          textOf(each, "name"),
          textOf(list.value, "groupVersion"),
          textOf(each, "namespaced"),
          textOf(each, "kind"),
        ])
      : [],
  );
  return text(
    table(
      ["NAME", "APIVERSION", "NAMESPACED", "KIND"],
      rows.filter(([plural]) => !plural?.includes("/")),
    ),
  );
};

export const searchObjects: Read = async (client, args) => {
  const query = argument(args, "query").toLowerCase();
  const kinds = argument(args, "kinds", "Pod,Deployment,Service,ConfigMap")
    .split(",")
    .map((kind) => kind.trim());
  const lists = await Promise.all(
    kinds.map(async (kind) => ({
      kind,
      listed: await client.list(pathOf({ apiVersion: kind === "Deployment" ? "apps/v1" : "v1", kind })),
    })),
  );
  const broken = lists.find(({ listed }) => listed.kind === "error");
  if (broken?.listed.kind === "error") return rpcError(`failed to search: ${broken.listed.message}`);
  const only = argument(args, "namespaces")
    .split(",")
    .filter((each) => each !== "");
  const rows = lists.flatMap(({ kind, listed }) =>
    listed.kind === "ok"
      ? listed.value
          .filter((object) => matches(object, query))
          .map((object) => [kind, textOf(object, "metadata", "namespace"), nameOf(object)])
      : [],
  );
  return text(
    table(
      ["KIND", "NAMESPACE", "NAME"],
      rows.filter(([, namespace]) => only.length === 0 || only.includes(namespace ?? "")),
    ),
  );
};

const matches = (object: KubernetesObject, query: string): boolean =>
  nameOf(object).toLowerCase().includes(query) ||
  JSON.stringify(memberOf(object, "metadata", "labels") ?? {})
    .toLowerCase()
    .includes(query);

export const explain: Read = async (_client, args) =>
  text(
    `KIND:     ${argument(args, "kind")}\nVERSION:  ${argument(args, "apiVersion")}\n\nDESCRIPTION:\n  See the API reference for ${argument(args, "kind")} ${argument(args, "field")}`.trimEnd(),
  );

export const validateManifest: Read = async (_client, args) => {
  try {
    const manifest: unknown = parse(argument(args, "yaml"));
    const complete =
      textOf(manifest, "kind") !== "" &&
      textOf(manifest, "apiVersion") !== "" &&
      textOf(manifest, "metadata", "name") !== "";
    return complete ? text("The manifest is valid") : failed("the manifest needs apiVersion, kind and metadata.name");
  } catch (error) {
    return failed(`the manifest is not YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
};

export const diffManifest: Read = async (client, args) => {
  const valid = await validateManifest(client, args);
  if (valid.kind !== "text") return rpcError("failed to parse the manifest");
  const manifest: unknown = parse(argument(args, "yaml"));
  const namespace = textOf(manifest, "metadata", "namespace") || "default";
  const found = await client.get(
    pathOf({
      apiVersion: textOf(manifest, "apiVersion"),
      kind: textOf(manifest, "kind"),
      namespace,
      name: textOf(manifest, "metadata", "name"),
    }),
  );
  if (found.kind === "error") return rpcError(`failed to get resource: ${found.message}`);
  const same = JSON.stringify(memberOf(manifest, "spec")) === JSON.stringify(memberOf(found.value, "spec"));
  return text(same ? "No differences" : "spec differs");
};
