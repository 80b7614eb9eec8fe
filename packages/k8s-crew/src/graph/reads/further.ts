import { Command } from "@langchain/langgraph";
import { kubectlFor } from "../../guidance/kubectl.ts";
import type { Scope } from "../../investigation/types.ts";
import type { NextStep } from "../../output/output.ts";
import { drive } from "../../overview/chains.ts";
import { callKey } from "../../plan/source.ts";
import type { Plan } from "../../plan/types.ts";
import { costOf } from "../../playbooks/cost.ts";
import { type Further, furtherOf, nameOfInterest } from "../../playbooks/further/further.ts";
import { runLook, shownLooks } from "../../playbooks/look-chain.ts";
import { lookTemplate, narrowTemplate } from "../../playbooks/look-steps.ts";
import { numberedSteps, stepNumber } from "../../playbooks/step-numbers.ts";
import { inLanguage } from "../../playbooks/types.ts";
import { sayFurther } from "../../words/further-words.ts";
import { approvedScope, isWithin } from "../investigation/approved-scope.ts";
import type { Parts } from "../parts.ts";
import type { AddedLook, State } from "../state.ts";
import { verdictAge } from "./max-age.ts";
import { readAnew } from "./read-all.ts";

/** Steps that one answer adds by itself, and calls that one of them may take. */
export const addedLimits = { steps: 3, calls: 12 } as const;

/**
 * What was found calls for further reads, by the table: those inside of the place that was agreed to are added, which is
 * told before they run; the others are offered. Undefined when that was thought about already.
 */
export const addFurther = (parts: Parts, state: State, plan: Plan): Command | undefined => {
  if (state.further !== null || plan.playbook === undefined) return undefined;
  const { shelf, emit } = parts.turn();
  const { language } = state;
  const own = plan.steps.flatMap((step) => shelf.diagnoses.get(callKey(step)) ?? []);
  const found = [...(shelf.causes?.diagnoses ?? []), ...own];
  const wanted = furtherOf(found, { language, namespace: plan.place.namespace });
  const shown = shownLooks(plan).map(({ look }) => `${look?.verb} ${look?.resource}`);
  const fresh = wanted.filter(({ row }) => !shown.includes(`${row.verb} ${row.resource}`));
  const scope = approvedScope(parts, plan);
  const further = numbered(
    fresh.map((each) => drawnFrom(parts, each, scope)),
    lastNumber(plan),
  );
  const inside = further.filter(({ why }) => why === undefined);
  if (inside.length === 0) return new Command({ goto: "executor", update: { further } });
  for (const { number, because, look } of inside)
    emit({
      type: "progress",
      text: sayFurther(language, "adding", { number, because, look: inLanguage(look, language) }),
    });
  return new Command({ goto: "tools", update: { further, work: { kind: "further", for: "executor" } } });
};

type Drawn = Omit<AddedLook, "number">;
/** The call that this server's tools make of it, what it costs, and why it is not made. */
const drawnFrom = ({ catalog }: Parts, further: Further, scope: Scope): Drawn => {
  const { row, cluster, namespace, things, because } = further;
  const { verb, resource, show, look } = row;
  const narrow = namespace === undefined ? undefined : narrowTemplate(catalog, { verb, resource });
  const template = narrow ?? lookTemplate(catalog, verb, resource);
  const name = nameOfInterest(further);
  const node = row.of === "node" ? things[0]?.name : undefined;
  const drawn = {
    ...{ verb, resource, cluster, because, look },
    tool: template?.entry.tool ?? "",
    args: template?.args ?? {},
    ...(namespace === undefined ? {} : { namespace }),
    ...(show === undefined ? {} : { show }),
    ...(name === undefined ? {} : { name }),
    ...(node === undefined ? {} : { node }),
  };
  if (!template || catalog.effectOf(drawn.tool, drawn.args) !== "read") return { ...drawn, calls: 0, why: "no_tool" };
  const place = namespace === undefined ? {} : { namespace };
  const { calls } = costOf({ ...drawn, look: { number: 0, verb, resource } }, place, { catalog, clusters: 1 });
  if (!isWithin(scope, { cluster, namespace, resource })) return { ...drawn, calls, why: "outside" };
  return calls > addedLimits.calls ? { ...drawn, calls, why: "over_limit" } : { ...drawn, calls };
};

const lastNumber = (plan: Plan): number =>
  Math.max(0, ...numberedSteps(plan).map((step) => stepNumber(plan, step) ?? 0));

/** Numbers go on where the plan's end; what is too many is left, which is said. */
const numbered = (drawn: readonly Drawn[], last: number): readonly AddedLook[] => {
  const inside = drawn.filter(({ why }) => why === undefined);
  return drawn.map((each) => {
    const index = inside.indexOf(each);
    if (index < 0) return { ...each, number: 0 };
    return index < addedLimits.steps
      ? { ...each, number: last + index + 1 }
      : { ...each, number: 0, why: "over_limit" as const };
  });
};

/** Makes the added reads, side by side; what the turn has read before is not read again. */
export const runFurther = async (parts: Parts, { further, plan }: State): Promise<void> => {
  const { shelf, signal } = parts.turn();
  const limits = { signal, maxAgeMs: verdictAge(parts.settings.maxAgeMs) };
  // A survey has read the details of bare lists already: they cost nothing more.
  const detailed = plan?.view !== "call";
  const added = (further ?? []).filter(({ why }) => why === undefined);
  const listings = await Promise.all(
    added.map(({ cluster, namespace, verb, resource, show, name }) => {
      const place = { catalog: parts.catalog, cluster, ...(namespace === undefined ? {} : { namespace }) };
      const look = { number: 0, verb, resource, ...(show === undefined ? {} : { show }) };
      return drive(runLook(place, look, { name, detailed }), (reads) => readAnew(parts, reads, limits));
    }),
  );
  shelf.further = new Map(added.flatMap(({ number }, index) => (listings[index] ? [[number, listings[index]]] : [])));
};

/** What was not added, to be chosen: taking it is the person's consent. */
export const furtherOffers = ({ further, language }: State): readonly NextStep[] =>
  (further ?? []).flatMap((added) => {
    const message = added.why === "outside" || added.why === "over_limit" ? kubectlOf(added) : undefined;
    const look = inLanguage(added.look, language);
    const word = added.why === "outside" ? "outsideStep" : "furtherStep";
    return message === undefined ? [] : [{ label: sayFurther(language, word, { look }), message }];
  });

export const kubectlOf = ({ verb, resource, namespace, cluster }: AddedLook): string | undefined =>
  kubectlFor({
    ...{ verb, resource, namespace },
    allNamespaces: namespace === undefined,
    cluster: cluster === "" ? undefined : cluster,
  });
