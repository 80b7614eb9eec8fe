import { createHash } from "node:crypto";
import { delimiter } from "node:path";
import type { ClustersBehind } from "@k8s-copilot/k8s-crew";
import type { Problem } from "../problem.ts";
import { readTextFile } from "../settings/read-text-file.ts";
import { type Kubeconfig, type KubeconfigOptions, readKubeconfig } from "./kubeconfig.ts";

/** What became of a kubeconfig since it was looked at last. One that cannot be used is told once, and not taken. */
export type KubeconfigLook =
  | { readonly kind: "same" }
  | { readonly kind: "changed"; readonly before: ClustersBehind; readonly now: ClustersBehind }
  | { readonly kind: "broken"; readonly problem: Problem };

export type KubeconfigWatch = {
  look(): KubeconfigLook;
  /** What was taken last. */
  clusters(): ClustersBehind;
  /** The same as long as nothing stands in it but what was taken last: names, addresses, users and their credentials. */
  fingerprint(): string;
  /** The other contexts that lead to the API server of this one. */
  sameServer(context: string): readonly string[];
};

/**
 * Compares what stands in the files, and nothing else: no event can be missed, and a file that was written with the same in
 * it has not changed. Files that it only names (a certificate, a token) are not looked into.
 */
export const createKubeconfigWatch = (
  kubeconfig: Kubeconfig,
  options: Pick<KubeconfigOptions, "home" | "say">,
): KubeconfigWatch => {
  const { path, contexts, current, ownCurrent } = kubeconfig;
  // Where the files themselves call none current, the one that was asked for takes its place.
  const context = contexts.some(({ name }) => name === ownCurrent) ? undefined : current;
  const read = () => textOf(path, options);
  let taken = takenFrom(read(), kubeconfig);
  let refused: string | undefined;
  return {
    clusters: () => behindOf(taken.kubeconfig),
    fingerprint: () => taken.fingerprint,
    look: () => {
      const text = read();
      if (text === taken.text) refused = undefined;
      if (text === taken.text || text === refused) return { kind: "same" };
      const found = readKubeconfig({ ...options, path, isExplicit: false, context });
      if (found.kind === "problem") {
        refused = text;
        return { kind: "broken", problem: found.problem };
      }
      const before = behindOf(taken.kubeconfig);
      taken = takenFrom(text, found.value);
      refused = undefined;
      return { kind: "changed", before, now: behindOf(found.value) };
    },
    sameServer: (context) => {
      const all = taken.kubeconfig.contexts;
      const address = all.find(({ name }) => name === context)?.address;
      const others = all.filter(({ name }) => name !== context);
      return address === undefined
        ? []
        : others.filter((other) => isSame(other.address, address)).map(({ name }) => name);
    },
  };
};

const takenFrom = (text: string, kubeconfig: Kubeconfig) => ({
  text,
  kubeconfig,
  fingerprint: createHash("sha256").update(text).digest("base64url"),
});

/** However it is written: a slash at the end and the case of the host make no other address. */
const isSame = (one: string | undefined, other: string): boolean => one !== undefined && plain(one) === plain(other);

const plain = (address: string): string =>
  (URL.canParse(address) ? new URL(address).href : address).replace(/\/+$/, "");

const behindOf = ({ contexts, ownCurrent }: Kubeconfig): ClustersBehind => ({
  clusters: contexts.map(({ name }) => name),
  current: ownCurrent,
  addresses: Object.fromEntries(
    contexts.flatMap(({ name, address }) => (address === undefined ? [] : [[name, plain(address)] as const])),
  ),
});

/** What stands in all files of a path; one that cannot be read has nothing in it. */
const textOf = (path: string, { say }: Pick<KubeconfigOptions, "say">): string =>
  path
    .split(delimiter)
    .map((file) => {
      const text = readTextFile(file, say);
      return text.kind === "ok" ? `${file}\0${text.value ?? ""}` : file;
    })
    .join("\0");
