import { isMap, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { type Conversation, conversationSchema, fileSchema, turnKeys } from "./schema.ts";

/** A mistake in a file: which line, and what helps. */
export type Mistake = { readonly file: string; readonly line: number; readonly message: string };
export type ParsedFile =
  | { readonly kind: "conversations"; readonly conversations: readonly Conversation[] }
  | { readonly kind: "mistakes"; readonly mistakes: readonly Mistake[] };

type Path = readonly PropertyKey[];

/** Reads one file of conversations; all its mistakes at once, each with its line. */
export const parseConversations = (text: string, file: string): ParsedFile => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    const mistakes = document.errors.map(({ pos, message }) => ({
      file,
      line: lineAt(pos[0]),
      message: message.split("\n")[0] ?? "",
    }));
    return { kind: "mistakes", mistakes };
  }
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      const key = keyAt(document.getIn(path.slice(0, length - 1), true), path[length - 1]);
      const offset = key ?? (isNode(node) ? node.range?.[0] : undefined);
      if (offset !== undefined) return lineAt(offset);
    }
    return 1;
  };
  const mistakesOf = (issues: readonly z.core.$ZodIssue[], before: Path): readonly Mistake[] =>
    issues.map((issue) => {
      const path = [...before, ...issue.path];
      const unknown = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
      const line = lineOf(unknown === undefined ? path : [...path, unknown]);
      return { file, line, message: `${path.map(String).join(".")}: ${issue.message}` };
    });

  const head = fileSchema.safeParse(document.toJS());
  if (!head.success) return { kind: "mistakes", mistakes: mistakesOf(head.error.issues, []) };
  const mistakes: Mistake[] = [];
  const conversations = head.data.conversations.flatMap((item, index): readonly Conversation[] => {
    const path = ["conversations", index];
    const { value, isSingle } = withTurns(item);
    const parsed = conversationSchema.safeParse(value);
    if (parsed.success) return [complete(parsed.data, head.data, { file, line: lineOf(path) })];
    // A single request has its turn's keys in the conversation itself.
    const issues = parsed.error.issues.map((issue) =>
      isSingle && issue.path[0] === "turns" ? { ...issue, path: issue.path.slice(2) } : issue,
    );
    mistakes.push(...mistakesOf(issues, path));
    return [];
  });
  return mistakes.length > 0 ? { kind: "mistakes", mistakes } : { kind: "conversations", conversations };
};

const keyAt = (node: unknown, key: PropertyKey | undefined): number | undefined => {
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key: each }) => isNode(each) && String(each) === key);
  return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
};

/** A single request may be written without `turns` and without a name. */
const withTurns = (item: unknown): { readonly value: unknown; readonly isSingle: boolean } => {
  if (typeof item !== "object" || item === null || "turns" in item || !("say" in item))
    return { value: item, isSingle: false };
  const entries = Object.entries(item);
  const own = entries.filter(([key]) => !turnKeys.has(key));
  const said = entries.filter(([key]) => turnKeys.has(key));
  return {
    value: { name: String(item.say), ...Object.fromEntries(own), turns: [Object.fromEntries(said)] },
    isSingle: true,
  };
};

const complete = (
  own: z.output<typeof conversationSchema>,
  head: z.output<typeof fileSchema>,
  { file, line }: { readonly file: string; readonly line: number },
): Conversation => ({
  file,
  line,
  name: own.name,
  world: head.world,
  category: own.category ?? head.category,
  language: own.language ?? head.language,
  class: own.class ?? head.class,
  begin: own.begin ?? head.begin,
  extraReads: head.extra_reads,
  modelCallsAtMost: own.model_calls_at_most,
  pending: own.pending,
  turns: own.turns,
});
