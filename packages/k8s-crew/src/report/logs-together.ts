import { groupsOf } from "../results/grouped.ts";
import { listOf } from "../words/fill.ts";
import { sayLogSearch } from "../words/log-search-words.ts";
import { sayLog } from "../words/log-words.ts";
import type { AnswerContext } from "./answer-context.ts";
import { excerptLog } from "./log-excerpt.ts";
import { numbered, searchedIn, wantedText } from "./log-search.ts";
import { shortTimes } from "./log-times.ts";
import { placeOf } from "./place.ts";

/** A log that was read for the lines that it may hold. */
export type LogRead = { readonly text: string; readonly context: AnswerContext };

/** What several logs say of what was looked for: whether they do and how often first, like lines of like pods once. */
export const logsTogether = (logs: readonly [LogRead, ...LogRead[]]): string => {
  const [{ context }] = logs;
  const { language, holding, yesNo } = context;
  const searched = logs.map(({ text, context: own }) => ({
    name: own.name ?? "",
    ...searchedIn(shortTimes(text, own.width), own),
  }));
  const count = searched.reduce((sum, { lines }) => sum + lines.length, 0);
  const total = searched.reduce((sum, each) => sum + each.total, 0);
  const slots = { pods: logs.length, place: placeOf({ ...context }), count, total, text: wantedText(context) };
  const found = sayLogSearch(
    language,
    `${holding === undefined ? "errors" : "holding"}${count === 0 ? "None" : ""}`,
    slots,
  );
  const lead = yesNo !== undefined ? sayLog(language, count === 0 ? "no" : "yes", {}) : "";
  // Replicas often say the same: their lines are told once.
  const groups = groupsOf(
    searched.filter(({ lines }) => lines.length > 0),
    numbered,
  );
  return [
    `${lead}${found}`,
    ...groups.map((group) => {
      const [{ lines }] = group;
      const names = group.map(({ name }) => name);
      const heading = sayLogSearch(language, "ofPods", { names: listOf(language, names), count: names.length });
      return `${heading}\n${excerptLog(numbered({ lines }), { language, maxLines: mostOfEach }).text}`;
    }),
    ...(count === 0
      ? [
          sayLogSearch(language, "ofPodsNone", {
            names: listOf(
              language,
              searched.map(({ name }) => name),
            ),
          }),
        ]
      : []),
  ].join("\n\n");
};

/** Lines that are shown of one log where there are several. */
const mostOfEach = 60;
