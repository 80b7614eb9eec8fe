import { listAt, textAt } from "./values.ts";

/** The containers of a pod object, and the one that kubectl takes by default, where the pod names it. */
export const containersOf = (
  pod: unknown,
): { readonly names: readonly string[]; readonly main: string | undefined } => {
  const names = listAt(pod, "spec", "containers")
    .map((container) => textAt(container, "name"))
    .filter((name) => name !== "");
  const main = textAt(pod, "metadata", "annotations", "kubectl.kubernetes.io/default-container");
  return { names, main: names.includes(main) ? main : undefined };
};
