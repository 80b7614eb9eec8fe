import { Command } from "@langchain/langgraph";
import { drive } from "../../overview/chains.ts";
import { runDiagnosis } from "../answers/diagnosis.ts";
import type { Parts } from "../parts.ts";
import { bareLists, detailsOf } from "../reads/bare-lists.ts";
import { runFurther } from "../reads/further.ts";
import { maxAgeFor, readingLive, verdictAge } from "../reads/max-age.ts";
import { readPlaces } from "../reads/plan-place.ts";
import { readAll, readAnew } from "../reads/read-all.ts";
import { runSurvey } from "../reads/survey.ts";
import { findUsers } from "../reads/users.ts";
import { lookTwice } from "../repair/look-twice.ts";
import { readLive } from "../repair/read-live.ts";
import type { State } from "../state.ts";

/**
 * The caching tool node: every call of the conversation goes through it, side by side where they do not need each
 * other. Masking and terminal safety have happened when a result comes out of the runner.
 */
export const runTools = (given: Parts) => async (state: State) => {
  const { work } = state;
  const parts = state.fresh ? readingLive(given) : given;
  if (!work) return new Command({ goto: "executor" });
  const { signal } = parts.turn();
  if (work.kind === "reads" && work.fresh === true) await readLive(parts, state, work);
  else if (work.kind === "reads")
    await readAnew(parts, work.reads, { signal, maxAgeMs: maxAgeFor(state, parts.settings) });
  else if (work.kind === "places") await readPlaces(parts, state);
  else if (work.kind === "survey") await lookTwice(parts, state, runSurvey);
  else if (work.kind === "diagnosis") await lookTwice(parts, state, runDiagnosis);
  else if (work.kind === "further") await runFurther(parts, state);
  else if (work.kind === "users") await findUsers(parts, state);
  else await lookCloser(parts, state);
  return new Command({ goto: work.for, update: { work: null } });
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
