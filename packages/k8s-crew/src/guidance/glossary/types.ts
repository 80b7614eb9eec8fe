import type { DocumentationPage } from "../../words/documentation.ts";
import type { Need } from "../needs.ts";

type Words = { readonly zh: string; readonly en: string };

/** One term, explained in a few sentences of our own. */
export type Term = {
  /** What people write, the usual one first: English in any case, Chinese, abbreviations. */
  readonly words: readonly string[];
  readonly zh: string;
  readonly en: string;
  readonly page: DocumentationPage;
  /** How to see one live, where the server can. */
  readonly live?: { readonly label: Words; readonly message: Words; readonly need: Need };
};

/** `列出所有命名空间的 pdb`, `list pdb in all namespaces`: a kind is seen by its list. */
export const seeAll = (resource: string, kind: string): NonNullable<Term["live"]> => ({
  label: { zh: `看看集群里有哪些 ${kind}`, en: `See the ${kind} objects there are` },
  message: { zh: `列出所有命名空间的 ${resource}`, en: `list ${resource} in all namespaces` },
  need: ["list", resource],
});

/** For kinds that live in no namespace. */
export const seeWide = (resource: string, kind: string): NonNullable<Term["live"]> => ({
  ...seeAll(resource, kind),
  message: { zh: `列出所有 ${resource}`, en: `list all ${resource}` },
});

/** States and reasons are seen at the pods that are in trouble. */
export const seeBroken: NonNullable<Term["live"]> = {
  label: { zh: "看看哪些 Pod 有问题", en: "See which pods are in trouble" },
  message: { zh: "哪些 pod 有问题", en: "which pods are broken" },
  need: ["list", "pod"],
};

export const seeNodes: NonNullable<Term["live"]> = {
  label: { zh: "列出节点", en: "List the nodes" },
  message: { zh: "列出节点", en: "list nodes" },
  need: ["list", "node"],
};
