import type { Read } from "../overview/types.ts";
import type { Parts } from "./parts.ts";

/** Where a call looks and at what, from its own arguments. */
export const placeOf = (
  parts: Parts,
  call: Read,
): { cluster?: string; namespace?: string; name?: string; container?: string } => {
  const entry = parts.catalog.get(call.tool);
  const found: { cluster?: string; namespace?: string; name?: string; container?: string } = {};
  for (const { name, role } of entry?.parameters ?? []) {
    const value = call.args[name];
    if (typeof value !== "string" || value === "") continue;
    if (role === "cluster" || role === "namespace" || role === "container") found[role] ??= value;
    if (role === "name") found.name ??= value;
  }
  return found;
};
