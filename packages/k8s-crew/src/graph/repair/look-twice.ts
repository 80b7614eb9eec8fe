import { tagOf } from "../../cache/tags.ts";
import type { CallRecord } from "../../output/output.ts";
import { callKey } from "../../plan/source.ts";
import { sayOfThing } from "../../words/repair-words.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { readingLive } from "../reads/max-age.ts";
import type { State } from "../state.ts";
import { forgetCluster, unknownCluster } from "./cluster.ts";
import { kindListed, rowsIn, unproven } from "./evidence.ts";
import { namespaceOf } from "./place.ts";
import { readLive } from "./read-live.ts";

type Look = (parts: Parts, state: State) => Promise<void>;

const lookedTwice = "looked twice";

/**
 * What is judged is looked at in many ways, some of it as it was kept a moment ago. Where a thing that a kept list has is
 * not found on the way, or the namespace or cluster is gone that a kept list has, that list is of a state that is past, and so is
 * the verdict: all is looked at once more, live.
 */
export const lookTwice = async (parts: Parts, state: State, look: Look): Promise<void> => {
  const { record, shelf } = parts.turn();
  const from = { calls: record.calls.length, notes: record.notes.length, found: [...shelf.diagnoses.keys()] };
  await look(parts, state);
  const made = record.calls.slice(from.calls);
  const goneClusters = [...new Set(made.flatMap((call) => unknownCluster(parts, call) ?? []))];
  const misled = goneClusters.length > 0 ? [] : await pastIn(parts, state, made);
  if (misled.length + goneClusters.length === 0 || record.repaired.includes(lookedTwice)) return;
  record.repaired.push(lookedTwice);
  record.notes.splice(from.notes);
  for (const call of record.calls.slice(from.calls)) if (call.cached) shelf.results.delete(callKey(call));
  shelf.causes = undefined;
  for (const key of shelf.diagnoses.keys()) if (!from.found.includes(key)) shelf.diagnoses.delete(key);
  parts.runner.drop(misled.map((call) => tagOf({ namespace: placeOf(parts, call).namespace ?? "" })));
  const own =
    state.plan?.view === "call" ? state.plan.steps.filter(({ done, effect }) => done && effect === "read") : [];
  await readLive(parts, state, { reads: unproven(parts, own) });
  await readClusters(parts, state, goneClusters);
  await look(readingLive(parts), state);
};

/** Where a cluster was looked into that its server no longer knows: which there are now, and that it is gone. */
const readClusters = async (parts: Parts, state: State, gone: readonly string[]): Promise<void> => {
  const lists = (state.plan?.steps ?? []).filter((step) => kindListed(parts, step) === "cluster");
  if (gone.length === 0) return;
  for (const cluster of gone) forgetCluster(parts, cluster);
  await readLive(parts, state, { reads: unproven(parts, lists) });
  const names = lists.flatMap((list) => rowsIn(parts, list) ?? []).map(({ name }) => name);
  for (const name of names.length === 0 ? [] : gone.filter((each) => !names.includes(each)))
    parts.turn().record.notes.push(sayOfThing(state.language, "vanished", { resource: "cluster", name }));
};

/** The calls that show that what was kept is past. */
const pastIn = async (parts: Parts, state: State, made: readonly CallRecord[]): Promise<readonly CallRecord[]> => {
  const contradicted = made.filter((call) => isContradicted(parts, call));
  if (contradicted.length > 0) return contradicted;
  const bare = made.filter((call) => isBareOf(parts, call, made));
  const reads = bare.flatMap((call) => {
    const doubt = namespaceOf(parts, call);
    return doubt?.kind === "read" ? [doubt.read] : [];
  });
  await readLive(parts, state, { reads: unproven(parts, reads) });
  return bare.filter((call) => namespaceOf(parts, call)?.kind === "gone");
};

/** Nothing was found in the namespace that a call looked into, by none of the calls. */
const isBareOf = (parts: Parts, call: CallRecord, made: readonly CallRecord[]): boolean => {
  const { namespace, name } = placeOf(parts, call);
  if (namespace === undefined || name !== undefined || rowsIn(parts, call)?.length !== 0) return false;
  return made.every(
    (other) => placeOf(parts, other).namespace !== namespace || (rowsIn(parts, other) ?? []).length === 0,
  );
};

/** Not found, though a list has it that was kept: what was only referred to by something else may well be missing. */
const isContradicted = (parts: Parts, call: CallRecord): boolean => {
  const { name, namespace } = placeOf(parts, call);
  if (call.outcome !== "not_found" || name === undefined) return false;
  const lists = parts.turn().record.calls.filter(({ cached, resource }) => cached && resource === call.resource);
  return lists.some((list) =>
    rowsIn(parts, list)?.some((row) => row.name === name && (row.namespace ?? namespace) === namespace),
  );
};
