import { type KubectlCall, kubectlFor } from "../../guidance/kubectl.ts";
import type { Language } from "../../output/output.ts";
import { sayName } from "../../words/name-words.ts";

type Meant = { readonly name: string | undefined; readonly cluster: string | undefined; readonly language: Language };

/**
 * Why no tool restarts a node, and what is done about one instead: nothing new is put on it, what runs there is moved,
 * and whoever has the machine restarts that. Undefined for anything else.
 */
export const nodeRestart = (verb: string, resource: string, { name, cluster, language }: Meant): string | undefined => {
  if (verb !== "restart" || resource !== "node") return undefined;
  const command = (verbOf: KubectlCall["verb"]) =>
    kubectlFor({ verb: verbOf, resource: "node", name: name ?? "<node>", cluster }) ?? "";
  return sayName(language, "nodeRestart", {
    node: name ?? "",
    cordon: command("cordon"),
    drain: command("drain"),
    uncordon: command("uncordon"),
  });
};
