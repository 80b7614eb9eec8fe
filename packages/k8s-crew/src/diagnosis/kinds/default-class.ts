import { together } from "../../overview/chains.ts";
import type { Chain } from "../../overview/types.ts";
import { textAt } from "../../results/values.ts";
import type { Scout } from "../scout.ts";

/** The annotation by which a class is the default one. */
const annotations: { readonly [resource: string]: readonly string[] } = {
  storageclass: ["storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class"],
  ingressclass: ["ingressclass.kubernetes.io/is-default-class"],
};

/** kubectl marks the default class behind its name: `standard (default)`. */
const mark = / \(default\)$/;

export type Classes = {
  /** Undefined where they cannot be listed. */
  readonly names: readonly string[] | undefined;
  /** Whether one of them is the default; true as well where that cannot be told. */
  readonly hasDefault: boolean;
};

/** The classes of a kind, and whether one is taken where none is named. */
export function* classesOf(scout: Scout, resource: "storageclass" | "ingressclass"): Chain<Classes> {
  const rows = yield* scout.list(resource, "");
  if (!rows) return { names: undefined, hasDefault: true };
  const names = rows.map(({ name }) => name.replace(mark, ""));
  if (rows.some(({ name }) => mark.test(name))) return { names, hasDefault: true };
  const found = yield* together(names.map((name) => scout.one({ resource, namespace: "", name })));
  const isDefault = found.some(
    (each) =>
      each.kind === "unseen" ||
      (each.kind === "found" &&
        (annotations[resource] ?? []).some((key) => textAt(each.object, "metadata", "annotations", key) === "true")),
  );
  return { names, hasDefault: isDefault };
}
