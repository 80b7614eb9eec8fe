import { groupVersion, kinds } from "../kinds.ts";
import type { Fields } from "../objects.ts";
import type { Reply } from "../status.ts";

/**
 * Schemas are not told: the documents say just enough that clients validate nothing themselves and leave it to the server.
 * kubectl from 1.27 reads v3 and looks for the query parameter `fieldValidation` of PATCH; older ones read v2, as protobuf.
 */
export function openApiV3(path: string): Reply | undefined {
  const versions = [...new Set(kinds.map(groupVersion))];
  const paths = new Map(versions.map((one) => [one.includes("/") ? `apis/${one}` : `api/${one}`, one]));
  if (path === "/openapi/v3") {
    const links = [...paths.keys()].map((key) => [key, { serverRelativeURL: `/openapi/v3/${key}` }]);
    return { code: 200, body: { paths: Object.fromEntries(links) } };
  }
  const key = path.slice("/openapi/v3/".length);
  const version = paths.get(key);
  if (version === undefined) return undefined;
  return { code: 200, body: { openapi: "3.0.0", info, paths: operations(key, version), components: { schemas: {} } } };
}

export function openApiV2(accept: string): Reply {
  if (accept.includes("proto")) return { code: 200, protobuf: emptyDocument };
  return { code: 200, body: { swagger: "2.0", info, paths: {}, definitions: {} } };
}

const info = { title: "Kubernetes", version: "v1.32.4" };

function operations(key: string, version: string): Fields {
  const members = kinds.filter((kind) => groupVersion(kind) === version);
  const parameters = ["dryRun", "fieldManager", "fieldValidation"].map((name) => ({
    name,
    in: "query",
    schema: { type: "string", uniqueItems: true },
  }));
  const entries = members.map((kind) => {
    const scope = kind.namespaced ? "namespaces/{namespace}/" : "";
    const gvk = { group: kind.group, version: kind.version, kind: kind.kind };
    const patch = { parameters, responses: {}, "x-kubernetes-action": "patch", "x-kubernetes-group-version-kind": gvk };
    return [`/${key}/${scope}${kind.resource}/{name}`, { patch }];
  });
  return Object.fromEntries(entries);
}

/** The gnostic OpenAPI v2 Document with `swagger` (field 1) and `info` (field 2), and no definitions. */
const emptyDocument = field(1, Buffer.from("2.0")).concat(
  field(2, Buffer.from([...field(1, Buffer.from(info.title)), ...field(2, Buffer.from(info.version))])),
);

/** A protobuf field of length-delimited bytes; all lengths here are below 128. */
function field(number: number, bytes: Buffer): number[] {
  return [(number << 3) | 2, bytes.length, ...bytes];
}
