import { type Approval, type CallRecord, type Catalog, type Role, resourceOfKind } from "@k8s-copilot/k8s-crew";
import { type ArgumentRole, type CallPattern, matchesValue } from "../format/texts.ts";

/** A call that was made or is proposed, with its arguments by what they mean. */
export type Called = {
  readonly verb: string;
  readonly resource: string;
  readonly isRead: boolean;
  readonly args: ReadonlyMap<Role, string>;
};

export const calledFrom = (record: CallRecord, catalog: Catalog): Called => ({
  verb: record.verb,
  resource: record.resource,
  isRead: record.effect === "read",
  args: argumentsByRole(record, catalog),
});

/** What an approval card shows: a tool for every kind says by an argument, or in its manifest, what it is about. */
export const proposedFrom = ({ call, effect }: Approval, catalog: Catalog): Called => {
  const entry = catalog.get(call.tool);
  const args = argumentsByRole(call, catalog);
  const kind = args.get("kind") ?? /^\s*"?kind"?:\s*"?(\w+)/m.exec(args.get("manifest") ?? "")?.[1];
  const resource = entry?.resource === "*" ? resourceOfKind(kind ?? "")?.key : entry?.resource;
  return { verb: entry?.verb ?? "other", resource: resource ?? "other", isRead: effect === "read", args };
};

const argumentsByRole = (
  { tool, args }: { readonly tool: string; readonly args: Readonly<Record<string, unknown>> },
  catalog: Catalog,
): ReadonlyMap<Role, string> => {
  const parameters = catalog.get(tool)?.parameters ?? [];
  return new Map(
    parameters.flatMap(({ name, role }) => {
      const value = args[name];
      return value === undefined ? [] : [[role, typeof value === "string" ? value : JSON.stringify(value)] as const];
    }),
  );
};

/** Whether a call does what the pattern names, before its arguments are looked at. */
export const isSameAction = ({ verb, resource }: Called, pattern: CallPattern): boolean =>
  pattern.verbs.some((each) => each === verb) && pattern.resources.some((each) => each === "any" || each === resource);

/** The first argument that is not as wanted. A role that no tool of the server has for this is not missed. */
export const wrongArgument = (called: Called, pattern: CallPattern, catalog: Catalog): string | undefined => {
  for (const { role, value } of pattern.args) {
    const given = called.args.get(role);
    if (given === undefined && !isKnown(role, called, catalog)) continue;
    if (given === undefined) return `${role} is not given, not ${value ?? "any value"}`;
    if (value !== undefined && !matchesValue(given, value)) return `${role} is ${given}, not ${value}`;
  }
  return undefined;
};

const isKnown = (role: ArgumentRole, called: Called, catalog: Catalog): boolean =>
  catalog.entries.some(
    (entry) =>
      entry.verb === called.verb &&
      (entry.resource === called.resource || entry.resource === "*") &&
      entry.parameters.some((parameter) => parameter.role === role),
  );

export const inWords = ({ verb, resource, args }: Called): string =>
  [verb, resource, ...[...args].map(([role, value]) => `${role}=${value.slice(0, 60)}`)].join(" ");
