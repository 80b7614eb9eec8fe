import { readDuration } from "../text/quantities.ts";
import type { Request } from "../types.ts";

export type FlagFields = Pick<
  Request,
  | "namespace"
  | "allNamespaces"
  | "cluster"
  | "container"
  | "tail"
  | "sinceSeconds"
  | "previous"
  | "labelSelector"
  | "replicas"
  | "image"
  | "node"
  | "quality"
  | "unread"
>;

type Flag = { readonly value: boolean; readonly read: (value: string) => FlagFields };

const whole = (value: string): number | undefined => (/^\d{1,9}$/u.test(value) ? Number(value) : undefined);
const nothing: FlagFields = {};

const namespace: Flag = { value: true, read: (value) => ({ namespace: value }) };
const cluster: Flag = { value: true, read: (value) => ({ cluster: value }) };
const container: Flag = { value: true, read: (value) => ({ container: value }) };
const selector: Flag = { value: true, read: (value) => ({ labelSelector: value }) };
const allNamespaces: Flag = { value: false, read: () => ({ allNamespaces: true }) };
const previous: Flag = { value: false, read: () => ({ previous: true }) };
const ignoredWithValue: Flag = { value: true, read: () => nothing };
const ignored: Flag = { value: false, read: () => nothing };

/** Of the fields of a pod the node that it is on. */
const selected = (value: string): FlagFields => {
  const node = /^spec\.nodeName==?([\w.-]+)$/u.exec(value)?.[1];
  return node === undefined ? { unread: [`--field-selector=${value}`] } : { node };
};

/** kubectl sorts from the smallest: by time the oldest comes first. */
const sorted = (value: string): FlagFields => {
  if (/creationTimestamp|startTime/iu.test(value)) return { quality: "oldest" };
  return /restartCount/iu.test(value) ? { quality: "most_restarts" } : { unread: [`--sort-by=${value}`] };
};

/** Flags of kubectl (kubernetes.io, kubectl reference) that say something about the request. Others are left out. */
const flags: ReadonlyMap<string, Flag> = new Map([
  ["-n", namespace],
  ["--namespace", namespace],
  ["-A", allNamespaces],
  ["--all-namespaces", allNamespaces],
  ["--context", cluster],
  ["--cluster", cluster],
  ["-c", container],
  ["--container", container],
  ["-l", selector],
  ["--selector", selector],
  ["-p", previous],
  ["--previous", previous],
  ["--tail", { value: true, read: (value) => present("tail", whole(value)) }],
  ["--since", { value: true, read: (value) => present("sinceSeconds", readDuration(value)) }],
  ["--replicas", { value: true, read: (value) => present("replicas", whole(value)) }],
  ["--image", { value: true, read: (value) => ({ image: value }) }],
  ["-o", ignoredWithValue],
  ["--output", ignoredWithValue],
  ["--field-selector", { value: true, read: (value) => selected(value) }],
  ["--sort-by", { value: true, read: (value) => sorted(value) }],
  ["--kubeconfig", ignoredWithValue],
  ["-f", ignored],
]);

/** Takes kubectl's flags out of a normalized text. `rest` is the text without them; `count` tells how many there were. */
export const takeFlags = (
  text: string,
): { readonly found: FlagFields; readonly rest: string; readonly count: number } => {
  const words = text.split(/([^\S\n]+)/u);
  const rest: string[] = [];
  let found: FlagFields = {};
  let count = 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const match = /^(--?[A-Za-z][A-Za-z-]*)(?:=(.+))?$/u.exec(word);
    if (match === null) {
      rest.push(word);
      continue;
    }
    count += 1;
    const flag = flags.get(match[1] ?? "");
    const inline = match[2];
    if (flag?.value === true && inline === undefined) index += 2;
    const value = valuePart(inline ?? words[index] ?? "");
    if (flag !== undefined && (value.name !== "" || !flag.value)) found = { ...found, ...flag.read(value.name) };
    rest.push(flag?.value === true ? ` ${value.after}` : "");
  }
  return { found, rest: rest.join(""), count };
};

/** "dev吧" after `-n` is dev, and what follows is still said. */
const valuePart = (word: string): { readonly name: string; readonly after: string } => {
  const quoted = /^["'`]([^"'`]*)["'`]/u.exec(word);
  const match = quoted ?? /^((?:[\w.\-/:@=,!()]|\[[\d*]*\])+)/u.exec(word);
  return { name: match?.[1] ?? "", after: word.slice(match?.[0].length ?? 0) };
};

const present = <Key extends "tail" | "sinceSeconds" | "replicas">(key: Key, value: number | undefined): FlagFields =>
  value === undefined ? nothing : { [key]: value };
