import { type Direction, isPolicyFor, peersText, portsOf } from "../../results/policy-rules.ts";
import { selectorText } from "../../results/selector-text.ts";
import { at, isRecord, listAt, textAt, type UnknownRecord } from "../../results/values.ts";
import { type Labels, selects } from "./labels.ts";

/** Pods as a policy sees them: their labels, their namespace and its labels. */
export type Peer = { readonly labels: Labels; readonly namespace: string; readonly namespaceLabels: Labels };

/** One policy that is about the pods in question, and what it lets through. */
export type Applied = {
  readonly name: string;
  readonly selector: string;
  /** Each in the words of selectors; empty: nothing. */
  readonly allows: readonly string[];
  /** Whether the peer is among them; undefined where no peer was asked about. */
  readonly lets: boolean | undefined;
  /** The ports of the rule that lets it through; empty for all. */
  readonly ports: readonly string[];
};

/** The policies that restrict these pods (or any) in a direction. Where there are none, everything is let through. */
export const appliedTo = (
  policies: readonly UnknownRecord[],
  labels: Labels | "any",
  { direction, peer }: { readonly direction: Direction; readonly peer: Peer | undefined },
): readonly Applied[] =>
  policies
    .filter(
      (policy) =>
        isPolicyFor(policy, direction) && (labels === "any" || selects(at(at(policy, "spec"), "podSelector"), labels)),
    )
    .map((policy) => {
      const rules = listAt(policy, "spec", direction.toLowerCase());
      const side = direction === "Ingress" ? "from" : "to";
      const own = textAt(policy, "metadata", "namespace");
      const fitting = peer && rules.find((rule) => letsThrough(rule, side, { peer, own }));
      return {
        name: textAt(policy, "metadata", "name"),
        selector: selectorText(at(at(policy, "spec"), "podSelector")),
        allows: rules.flatMap((rule) => peersText(rule, side)),
        lets: peer === undefined ? undefined : fitting !== undefined,
        ports: fitting === undefined ? [] : portsOf(fitting),
      };
    });

const letsThrough = (rule: unknown, side: string, { peer, own }: { peer: Peer; own: string }): boolean => {
  const peers = listAt(rule, side);
  return peers.length === 0 || peers.some((each) => isPeer(each, { peer, own }));
};

/** An address block is about what is outside: pods are told by selectors. */
const isPeer = (entry: unknown, { peer, own }: { peer: Peer; own: string }): boolean => {
  const [pods, namespaces] = [at(entry, "podSelector"), at(entry, "namespaceSelector")];
  if (!isRecord(pods) && !isRecord(namespaces)) return false;
  const there = isRecord(namespaces)
    ? selects(namespaces, { "kubernetes.io/metadata.name": peer.namespace, ...peer.namespaceLabels })
    : peer.namespace === own;
  return there && (!isRecord(pods) || selects(pods, peer.labels));
};
