import type { Language } from "../output/output.ts";
import { listOf } from "../words/fill.ts";
import { nounOf } from "../words/nouns.ts";
import { othersUnread } from "../words/one-namespace-words.ts";
import { causeWord, remedyFor, say } from "../words/overview-words.ts";
import { sayUnused } from "../words/unused-words.ts";
import type { ClusterSurvey, ListingNote, Unseen } from "./types.ts";

/** What could not be seen, and why, a line for each; what no tool of the server lists is said once for all clusters. */
export const notesOf = (surveys: readonly ClusterSurvey[], language: Language): readonly string[] => {
  const without = surveys.flatMap(({ reach, unseen }) => (reach === "ok" ? unseen.filter(hasNoTool) : []));
  const kinds = [...new Set(without.map(({ resource }) => nounOf(resource, 2, language)))];
  return [
    ...surveys.flatMap((survey) => linesOf(survey, language)),
    ...(kinds.length > 0 ? [say(language, "noToolFor", { kinds: listOf(language, kinds) })] : []),
  ];
};

const hasNoTool = ({ cause }: Unseen): boolean => cause === "no_tool";

const linesOf = (survey: ClusterSurvey, language: Language): readonly string[] => {
  const prefix = survey.cluster === "" ? "" : `${survey.cluster}: `;
  const failed = survey.unseen.filter((unseen) => !hasNoTool(unseen));
  return [
    ...(survey.reach === "down" || survey.reach === "missing" ? [becauseOf(survey, language)] : []),
    ...(survey.cluster === "" && survey.cause === "no_such_name" ? [say(language, "unnamed")] : []),
    ...survey.notes.map((note) => noteText(note, language)),
    ...(failed.length > 0
      ? [say(language, "notRead", { kinds: listOf(language, failed.map(failureText(language))) })]
      : []),
  ].map((line) => `${prefix}${line}`);
};

const becauseOf = ({ cause, detail }: ClusterSurvey, language: Language): string => {
  const what = causeWord(language, cause);
  return say(language, "remedy", {
    cause: detail === "" ? what : say(language, "because", { what, words: detail }),
    remedy: remedyFor(language, cause),
  }).trim();
};

/** The server's own words where no cause is known. */
const failureText =
  (language: Language) =>
  ({ resource, cause, detail }: Unseen): string => {
    const words = [causeWord(language, cause), ...(cause === "failed" && detail !== "" ? [detail] : [])].join(": ");
    return say(language, "because", { what: nounOf(resource, 2, language), words });
  };

/** The same as a sentence beside a list. */
export const noteSentence = (note: ListingNote, language: Language): string => {
  const text = noteText(note, language);
  return language === "zh" ? `${text}。` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

const noteText = (note: ListingNote, language: Language): string => {
  switch (note.kind) {
    case "namespaces_failed":
      return say(language, "namespacesFailed", {
        names: listOf(language, note.names),
        cause: causeWord(language, note.cause),
      });
    case "namespaces_left":
      return say(language, "namespacesLeft", { read: note.read, total: note.total });
    case "others_unknown":
      return othersUnread(language, note.namespace, causeWord(language, note.cause));
    case "details_failed":
      return say(language, "detailsFailed", {
        what: nounOf(note.resource, 2, language),
        failed: note.failed,
        cause: causeWord(language, note.cause),
      });
    case "details_left":
      return say(language, note.resource === "pod" ? "podDetailsLeft" : "detailsLeft", {
        what: nounOf(note.resource, 2, language),
        read: note.read,
        total: note.total,
      });
    case "users_unread":
      return sayUnused(language, "usersUnread", {
        what: nounOf(note.resource, 2, language),
        cause: causeWord(language, note.cause),
      });
    default:
      return say(language, "readinessUntold");
  }
};
