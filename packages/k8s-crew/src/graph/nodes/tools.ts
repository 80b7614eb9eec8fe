import { Command } from "@langchain/langgraph";
import { drive } from "../../overview/chains.ts";
import type { Read } from "../../overview/types.ts";
import { callKey } from "../../plan/source.ts";
import { bareLists, detailsOf } from "../bare-lists.ts";
import { runDiagnoses } from "../diagnoses.ts";
import { maxAgeFor, verdictAge } from "../max-age.ts";
import type { Parts } from "../parts.ts";
import { readAll } from "../read-all.ts";
import type { State } from "../state.ts";
import { runSurvey } from "../survey.ts";

/**
 * The caching tool node: every call of the conversation goes through it, side by side where they do not need each
 * other. Masking and terminal safety have happened when a result comes out of the runner.
 */
export const runTools = (parts: Parts) => async (state: State) => {
  const { work } = state;
  if (!work) return new Command({ goto: "executor" });
  if (work.kind === "reads")
    await readAll(
      parts,
      work.reads.filter((read) => !isRead(parts, read)),
      { signal: parts.turn().signal, maxAgeMs: maxAgeFor(state, parts.settings) },
    );
  else if (work.kind === "survey") await runSurvey(parts, state);
  else if (work.kind === "diagnoses") await runDiagnoses(parts, state);
  else await lookCloser(parts, state);
  return new Command({ goto: work.for, update: { work: null } });
};

/** What this turn has read and nothing has been written since is not read again. */
const isRead = (parts: Parts, read: Read): boolean => {
  const { record, shelf } = parts.turn();
  const sinceWrite = record.calls.slice(record.calls.findLastIndex(({ effect }) => effect !== "read") + 1);
  return (
    parts.catalog.effectOf(read.tool, read.args) === "read" &&
    shelf.results.get(callKey(read))?.outcome === "ok" &&
    sinceWrite.some((call) => callKey(call) === callKey(read))
  );
};

/** Lists of bare names, with what single reads tell of them: for each cluster at most as many as for a survey. */
const lookCloser = async (parts: Parts, { plan }: State): Promise<void> => {
  const turn = parts.turn();
  const lists = plan ? bareLists(parts, plan) : [];
  const clusters = [...new Set(lists.map(({ cluster }) => cluster))];
  const limits = { signal: turn.signal, maxAgeMs: verdictAge(parts.settings.maxAgeMs) };
  await Promise.all(
    clusters.map(async (cluster) => {
      const own = lists.filter((list) => list.cluster === cluster);
      const chain = detailsOf(parts, own, cluster);
      const detailed = await drive(chain, (reads) => readAll(parts, reads, limits));
      for (const { key, rows } of detailed) turn.shelf.details.set(key, rows);
    }),
  );
};
