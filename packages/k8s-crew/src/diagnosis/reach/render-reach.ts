import type { Language } from "../../output/output.ts";
import { listOf } from "../../words/fill.ts";
import { namedThing } from "../../words/nouns.ts";
import { sayReach } from "../../words/reach-words.ts";
import type { DiagnosisText } from "../render.ts";
import { sightText } from "../render-sight.ts";
import type { Applied } from "./policies.ts";
import type { Reach } from "./reach.ts";

/** Whether it is let through, by which policies, by what way, and what cannot be told. */
export const renderReach = (reach: Reach, { language, commands }: DiagnosisText): string => {
  const { target, from, ingress } = reach;
  const to = namedThing(language, target.resource, target.name);
  const policies = [...(ingress ?? []), ...(reach.egress ?? [])];
  return [
    ...(from !== undefined && !from.found ? [sayReach(language, "noSource", { name: from.name, to })] : []),
    verdict(reach, language, to),
    ...policies.map((policy) => `${policyText(policy, language)}${soughtNote(reach, policy, language)}`),
    ...(reach.sought === undefined ? wayText(reach, language) : []),
    sayReach(language, "untoldRest"),
    ...(commands ? tryText(reach, language) : []),
    "",
    sightText(reach, language),
  ]
    .join("\n")
    .trimEnd();
};

/** Where what is to be reached is not known, each policy says whether it would let it through. */
const soughtNote = ({ sought }: Reach, { lets }: Applied, language: Language): string =>
  sought === undefined ? "" : sayReach(language, lets === true ? "letsIt" : "letsItNot");

const verdict = ({ from, ingress, egress, sought }: Reach, language: Language, to: string): string => {
  if (ingress === undefined) return sayReach(language, "untold", { to });
  if (sought !== undefined) return sayReach(language, ingress.length === 0 ? "soughtNone" : "sought", { sought, to });
  if (from?.found !== true) return sayReach(language, ingress.length === 0 ? "anybody" : "only", { to });
  const slots = { from: from.name, to };
  const names = (policies: readonly Applied[]) =>
    listOf(
      language,
      policies.map(({ name }) => name),
    );
  const out = egress ?? [];
  // Policies add up: one that lets it through is enough.
  if (out.length > 0 && !out.some(({ lets }) => lets))
    return sayReach(language, "blockedOut", { ...slots, names: names(out) });
  if (ingress.length === 0) return sayReach(language, "open", slots);
  const letting = ingress.filter(({ lets }) => lets === true);
  if (letting.length === 0) return sayReach(language, "blocked", { ...slots, names: names(ingress) });
  const ports = letting.flatMap((policy) => policy.ports);
  const onPorts =
    ports.length === 0 || letting.some((policy) => policy.ports.length === 0)
      ? ""
      : sayReach(language, "onPorts", { ports: ports.join(", ") });
  return sayReach(language, "allowed", { ...slots, names: names(letting), ports: onPorts });
};

const policyText = ({ name, selector, allows }: Applied, language: Language): string => {
  const peers = allows.map((each) => (each === "*" ? sayReach(language, "everybody") : each));
  return sayReach(language, "policy", {
    name,
    selector: selector || sayReach(language, "everyPod"),
    allows: peers.length === 0 ? sayReach(language, "nobody") : listOf(language, peers),
  });
};

const wayText = ({ ways }: Reach, language: Language): readonly string[] => {
  if (ways.length === 0) return [sayReach(language, "noWay")];
  return ways.map(({ name, ports, ready }) =>
    ready === 0
      ? sayReach(language, "deadWay", { name })
      : sayReach(language, "way", { name, ports, ready: ready ?? "?" }),
  );
};

/** A connection from one of the pods, as a person would try it. */
const tryText = ({ from, ways, target, cluster }: Reach, language: Language): readonly string[] => {
  const [way] = ways;
  const port = /\d+/.exec(way?.ports ?? "")?.[0];
  if (from?.found !== true || way === undefined || port === undefined) return [];
  const place = [`-n ${from.namespace}`, ...(cluster === "" ? [] : [`--context ${cluster}`])].join(" ");
  const host = from.namespace === target.namespace ? way.name : `${way.name}.${target.namespace}`;
  return [sayReach(language, "test"), `  $ kubectl exec ${from.pod} ${place} -- nc -zv -w 3 ${host} ${port}`];
};
