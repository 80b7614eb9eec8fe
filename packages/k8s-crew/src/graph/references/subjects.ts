import type { ShownRow } from "../../memory/shown.ts";

/** Things that were looked at lately, the present one last. */
const subjectLimit = 10;

/** Adds what an answer was about; looked at twice in a row it counts once. */
export const withSubject = (subjects: readonly ShownRow[], subject: ShownRow): readonly ShownRow[] => {
  const present = subjects.at(-1);
  const same = present?.name === subject.name && present.namespace === subject.namespace;
  return same ? subjects : [...subjects, subject].slice(-subjectLimit);
};

const before =
  /(?:上一个|上个|前一个)(?!\s?(?:容器|实例|进程|版本))|\bthe (?:previous|earlier) (?:one|pod)\b|\bthe one before\b|\bprevious one\b/iu;

/** “上一个”, “the previous one”: the thing that was looked at before the present one, and where the message says so. */
export const subjectBefore = (
  message: string,
  subjects: readonly ShownRow[],
): { readonly row: ShownRow; readonly start: number; readonly end: number } | undefined => {
  const match = before.exec(message);
  const row = subjects.at(-2);
  return match === null || row === undefined
    ? undefined
    : { row, start: match.index, end: match.index + match[0].length };
};
