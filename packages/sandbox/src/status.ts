import { type Kind, qualifiedResource } from "./kinds.ts";

/** An answer of the API: a JSON body, a text such as a log, or protobuf bytes. */
export type Reply =
  | { readonly code: number; readonly body: unknown }
  | { readonly code: number; readonly text: string }
  | { readonly code: number; readonly protobuf: readonly number[] };

/**
 * Failures in the API server's own words. Those that test/parity-requests.ts provokes were compared with kube-apiserver
 * 1.20.2; the others, and what newer versions say, are from reading.
 */
export function notFound(kind: Kind, name: string): Reply {
  return failure(404, "NotFound", {
    message: `${qualifiedResource(kind)} "${name}" not found`,
    details: named(kind, name),
  });
}

export function namespaceNotFound(name: string): Reply {
  return failure(404, "NotFound", {
    message: `namespaces "${name}" not found`,
    details: { name, kind: "namespaces" },
  });
}

/** The path is of a group that this server does not have, which it says in plain text. */
export function unknownGroup(): Reply {
  return { code: 404, text: "404 page not found\n" };
}

/** The path names no resource of this server. */
export function unknownResource(): Reply {
  return failure(404, "NotFound", { message: "the server could not find the requested resource" });
}

export function alreadyExists(kind: Kind, name: string): Reply {
  return failure(409, "AlreadyExists", {
    message: `${qualifiedResource(kind)} "${name}" already exists`,
    details: named(kind, name),
  });
}

export function conflict(kind: Kind, name: string): Reply {
  const words = "the object has been modified; please apply your changes to the latest version and try again";
  const message = `Operation cannot be fulfilled on ${qualifiedResource(kind)} "${name}": ${words}`;
  return failure(409, "Conflict", { message, details: named(kind, name) });
}

export function badRequest(message: string): Reply {
  return failure(400, "BadRequest", { message });
}

export function invalid(kind: Kind, name: string, problem: string): Reply {
  const title = kind.group === "" ? kind.kind : `${kind.kind}.${kind.group}`;
  return failure(422, "Invalid", {
    message: `${title} "${name}" is invalid: ${problem}`,
    details: { name, group: kind.group, kind: kind.kind },
  });
}

export function unauthorized(): Reply {
  return failure(401, "Unauthorized", { message: "Unauthorized" });
}

export interface Attempt {
  readonly user: string;
  readonly verb: string;
  readonly group: string;
  /** The plural, with its subresource when there is one: `pods/log`. */
  readonly resource: string;
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
}

export function forbidden({ user, verb, group, resource, namespace, name }: Attempt): Reply {
  const [plural = resource] = resource.split("/");
  const what = `${group === "" ? plural : `${plural}.${group}`}${name === undefined ? "" : ` "${name}"`}`;
  const where = namespace === undefined ? "at the cluster scope" : `in the namespace "${namespace}"`;
  const message = `${what} is forbidden: User "${user}" cannot ${verb} resource "${resource}" in API group "${group}" ${where}`;
  return failure(403, "Forbidden", {
    message,
    details: { ...(name === undefined ? {} : { name }), group, kind: plural },
  });
}

/** The sandbox is honest about what it is not. */
export function notImplemented(what: string): Reply {
  return failure(501, "NotImplemented", { message: `the sandbox does not support ${what}` });
}

export function unsupportedMediaType(type: string): Reply {
  const message = `the body of the request was in an unknown format - accepted media types include: application/json, application/yaml: ${type}`;
  return failure(415, "UnsupportedMediaType", { message });
}

export function methodNotAllowed(): Reply {
  return failure(405, "MethodNotAllowed", {
    message: "the server does not allow this method on the requested resource",
  });
}

export function success(details: Record<string, unknown>): Reply {
  return { code: 200, body: { kind: "Status", apiVersion: "v1", metadata: {}, status: "Success", details } };
}

interface Words {
  readonly message: string;
  readonly details?: Record<string, unknown>;
}

function failure(code: number, reason: string, { message, details = {} }: Words): Reply {
  const status = { kind: "Status", apiVersion: "v1", metadata: {}, status: "Failure", message, reason, details, code };
  return { code, body: status };
}

function named(kind: Kind, name: string): Record<string, unknown> {
  return { name, ...(kind.group === "" ? {} : { group: kind.group }), kind: kind.resource };
}
