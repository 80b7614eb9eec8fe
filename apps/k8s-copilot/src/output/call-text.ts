import { terminalSafe } from "@k8s-copilot/k8s-crew/terminal-safe";

type Call = { readonly tool: string; readonly args: Readonly<Record<string, unknown>> };

const shortLength = 100;

/** A call in one line, for progress: `pods_list(namespace=dev)`, cut when long. */
export const callInShort = (call: Call): string => {
  const text = callInLine(call);
  return text.length <= shortLength ? text : `${[...text].slice(0, shortLength - 1).join("")}…`;
};

/** The same, whole: who reads later what was done has nothing else to see it by. */
export const callInLine = ({ tool, args }: Call): string => {
  const pairs = Object.entries(args).map(([name, value]) => `${name}=${inLine(value)}`);
  return terminalSafe(`${tool}(${pairs.join(", ")})`.replaceAll(/\s+/g, " "), { unsafe: "drop" });
};

const inLine = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** A call's arguments in full, as they would be sent, one by line; whatever a terminal would obey is made visible. */
export const callInFull = ({ args }: Call): readonly string[] =>
  Object.entries(args).flatMap(([name, value]) => {
    const text = terminalSafe(typeof value === "string" ? value : JSON.stringify(value, null, 2));
    const [first = "", ...rest] = text.split("\n");
    return [`${terminalSafe(name)}: ${first}`, ...rest.map((line) => `  ${line}`)];
  });

/** Each effect in the words of the terminal. */
export const effectWords = { read: "effectRead", write: "effectWrite", destructive: "effectDestructive" } as const;
