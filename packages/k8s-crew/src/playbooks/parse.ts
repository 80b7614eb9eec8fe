import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { playbookSchema } from "./schema.ts";
import type { Playbook } from "./types.ts";

/** A file of playbooks: one of them, or a list. */
export type PlaybookFile = { readonly file: string; readonly text: string };

/** What is wrong in a file, and where. */
export type PlaybookFault = {
  readonly file: string;
  readonly line: number;
  readonly key: string;
  readonly problem: string;
};

export type ParsedPlaybooks =
  | { readonly kind: "playbooks"; readonly playbooks: readonly Playbook[] }
  /** All faults of all files at once. */
  | { readonly kind: "invalid"; readonly faults: readonly PlaybookFault[] };

/** Reads a team's playbooks. Two of the same id are a fault; one with a built-in's id is not: it stands in its place. */
export const parsePlaybooks = (files: readonly PlaybookFile[]): ParsedPlaybooks => {
  const read = files.map(readFile);
  const found = read.flatMap(({ playbooks }) => playbooks);
  const faults = [...read.flatMap(({ faults: own }) => own), ...twice(found)];
  return faults.length > 0
    ? { kind: "invalid", faults }
    : { kind: "playbooks", playbooks: found.map(({ playbook }) => playbook) };
};

/** The playbooks that count: a team's own first, then those that come with it under other ids. */
export const withPlaybooks = (own: readonly Playbook[], builtIn: readonly Playbook[]): readonly Playbook[] => [
  ...own,
  ...builtIn.filter(({ id }) => !own.some((other) => other.id === id)),
];

type Placed = { readonly playbook: Playbook; readonly file: string; readonly line: number };
type Read = { readonly playbooks: readonly Placed[]; readonly faults: readonly PlaybookFault[] };

const readFile = ({ file, text }: PlaybookFile): Read => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors.map(({ pos, message }) => ({
    file,
    line: lines.linePos(pos[0]).line,
    key: "",
    problem: message,
  }));
  if (broken.length > 0) return { playbooks: [], faults: broken };
  const content: unknown = document.toJS({ maxAliasCount: 50 });
  const isList = Array.isArray(content);
  const items: readonly unknown[] = isList ? content : [content];
  const each = items.map((item, index): Read => {
    const path = isList ? [index] : [];
    const checked = playbookSchema.safeParse(item);
    if (checked.success) {
      const line = lineOf(document, lines, path);
      return { playbooks: [{ playbook: checked.data, file, line }], faults: [] };
    }
    return {
      playbooks: [],
      faults: checked.error.issues.flatMap((issue) => faultsOf(issue, { file, path, document, lines })),
    };
  });
  return { playbooks: each.flatMap(({ playbooks }) => playbooks), faults: each.flatMap(({ faults }) => faults) };
};

type At = {
  readonly file: string;
  readonly path: readonly PropertyKey[];
  readonly document: Document;
  readonly lines: LineCounter;
};

/** Each key that is not known is a fault of its own. */
const faultsOf = (issue: z.core.$ZodIssue, { file, path, document, lines }: At): readonly PlaybookFault[] => {
  const keys = issue.code === "unrecognized_keys" ? issue.keys : [undefined];
  return keys.map((key) => {
    const at = [...path, ...issue.path, ...(key === undefined ? [] : [key])];
    const problem = key === undefined ? issue.message : "unknown key";
    return { file, line: lineOf(document, lines, at), key: at.map(String).join("."), problem };
  });
};

/** Line of the innermost part of the path that is there. */
const lineOf = (document: Document, lines: LineCounter, path: readonly PropertyKey[]): number => {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
};

const twice = (found: readonly Placed[]): readonly PlaybookFault[] =>
  found.flatMap(({ playbook: { id }, file, line }, index) =>
    found.slice(0, index).some(({ playbook }) => playbook.id === id)
      ? [{ file, line, key: "id", problem: `another playbook is called ${id}` }]
      : [],
  );
