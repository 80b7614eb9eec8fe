import { parameterOf, type Said } from "../catalog/arguments.ts";
import { resourceByKey } from "../catalog/resources.ts";
import type { CatalogEntry, Role } from "../catalog/types.ts";
import type { LeftOver, Unmet } from "./types.ts";

/** What a person may narrow a call by, and the parameter that takes it. */
const narrowing: readonly (readonly [keyof Said, Role])[] = [
  ["cluster", "cluster"],
  ["namespace", "namespace"],
  ["container", "container"],
  ["labelSelector", "labelSelector"],
  ["sinceSeconds", "since"],
  ["previous", "previous"],
  ["tail", "tail"],
];

/**
 * What was said and this tool has no parameter for: kept to be applied to what it returns where that is possible
 * (`after`), else to be told (`unmet`).
 */
export const leftOver = (entry: CatalogEntry, resource: string, said: Said): LeftOver => {
  const kind = entry.resource === "event" ? "event" : resource;
  const unmet: Unmet[] = [];
  let after: NonNullable<LeftOver["after"]> = {};
  for (const [key, role] of narrowing) {
    const value = said[key];
    if (value === undefined || value === false || !matters(role, entry, kind) || parameterOf(entry, role)) continue;
    if (role === "tail") after = { ...after, lines: Number(value) };
    else if (role === "since" && kind === "event") after = { ...after, sinceSeconds: Number(value) };
    else unmet.push({ role, value: String(value) });
  }
  return { ...(Object.keys(after).length === 0 ? {} : { after }), ...(unmet.length === 0 ? {} : { unmet }) };
};

/** Whether a call of this kind can be narrowed so at all: only logs have lines, only what is namespaced a namespace. */
const matters = (role: Role, { verb }: CatalogEntry, resource: string): boolean => {
  switch (role) {
    case "namespace":
      return resourceByKey.get(resource)?.namespaced === true;
    case "container":
      return verb === "logs" || verb === "exec";
    case "since":
      return verb === "logs" || resource === "event";
    case "previous":
    case "tail":
      return verb === "logs";
    case "labelSelector":
      return verb !== "get" && verb !== "describe";
    default:
      return true;
  }
};
