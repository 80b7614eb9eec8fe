import { everythingKept, kindThenName, nameThenKind } from "../lexicon/cache-words.ts";

/** A namespace or a cluster by its name. */
export type PlaceNamed = { readonly kind: "namespace" | "cluster"; readonly name: string };

/** “namespace dev”, “dev 命名空间”: the name after or before its kind, taken as it is. */
export const placeNamed = (text: string): PlaceNamed | undefined => {
  const groups = (kindThenName.exec(text.trim()) ?? nameThenKind.exec(text.trim()))?.groups;
  if (groups?.name === undefined) return undefined;
  return { kind: groups.namespace === undefined ? "cluster" : "namespace", name: groups.name };
};

/** Whether what is to be read anew is all that is kept: “all”, “缓存”, “全部”. */
export const meansEverythingKept = (text: string): boolean => everythingKept.test(text.trim());
