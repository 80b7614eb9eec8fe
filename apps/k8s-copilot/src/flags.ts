import { durationMs } from "@k8s-copilot/k8s-crew/cache-rules";
import { InvalidArgumentError, Option } from "commander";
import type { Say, WordKey } from "./words.ts";

/** The flags of every command, as given. */
export type Flags = {
  readonly namespace: string | undefined;
  readonly allNamespaces: boolean;
  readonly context: string | undefined;
  readonly kubeconfig: string | undefined;
  readonly sandbox: boolean;
  readonly manifests: string | undefined;
  readonly readOnly: boolean;
  readonly input: boolean;
  readonly color: boolean;
  readonly plain: boolean;
  readonly model: string | undefined;
  readonly offline: boolean;
  readonly lang: (typeof languages)[number] | undefined;
  readonly output: (typeof outputs)[number];
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly cache: boolean;
  /** No result older than that. Milliseconds. */
  readonly maxAgeMs: number | undefined;
  readonly planOnly: boolean;
  readonly kubectl: boolean;
  /** Go on with the last conversation. */
  readonly continue: boolean;
  /** Go on with this conversation; empty: with the last one. */
  readonly resume: string | undefined;
  /** Keep this conversation. */
  readonly session: boolean;
};

const languages = ["zh", "en", "auto"] as const;
const outputs = ["text", "json", "jsonl"] as const;

type Row = {
  readonly flags: string;
  readonly about: WordKey;
  readonly choices?: readonly string[];
  /** Its value is a time, as `10s`. */
  readonly isTime?: true;
};

/** The table that help, parsing and shell completion read. */
export const flagTable: readonly Row[] = [
  { flags: "-n, --namespace <name>", about: "aboutNamespace" },
  { flags: "-A, --all-namespaces", about: "aboutAllNamespaces" },
  { flags: "--context <name>", about: "aboutContext" },
  { flags: "--cluster <name>", about: "aboutCluster" },
  { flags: "--kubeconfig <file>", about: "aboutKubeconfig" },
  { flags: "--sandbox", about: "aboutSandbox" },
  { flags: "--manifests <path>", about: "aboutManifests" },
  { flags: "--read-only", about: "aboutReadOnly" },
  { flags: "--no-input", about: "aboutNoInput" },
  { flags: "--no-color", about: "aboutNoColor" },
  { flags: "--plain", about: "aboutPlain" },
  { flags: "--model <name>", about: "aboutModel" },
  { flags: "--offline", about: "aboutOffline" },
  { flags: "--lang <language>", about: "aboutLang", choices: languages },
  { flags: "-o, --output <format>", about: "aboutOutput", choices: outputs },
  { flags: "-q, --quiet", about: "aboutQuiet" },
  { flags: "-v, --verbose", about: "aboutVerbose" },
  { flags: "--no-cache", about: "aboutNoCache" },
  { flags: "--max-age <time>", about: "aboutMaxAge", isTime: true },
  { flags: "--continue", about: "aboutContinue" },
  { flags: "--resume [id]", about: "aboutResume" },
  { flags: "--no-session", about: "aboutNoSession" },
  { flags: "--kubectl", about: "aboutKubectl" },
  { flags: "--plan-only", about: "aboutPlanOnly" },
];

/** Flags that cannot be meant together. */
const contradictions: readonly (readonly [string, string])[] = [
  ["--namespace", "--all-namespaces"],
  ["--sandbox", "--kubeconfig"],
  ["--manifests", "--kubeconfig"],
  ["--context", "--cluster"],
  ["--quiet", "--verbose"],
  ["--no-cache", "--max-age"],
  ["--continue", "--resume"],
  ["--continue", "--no-session"],
  ["--resume", "--no-session"],
];

export const createOptions = (say: Say): Option[] =>
  flagTable.map(({ flags, about, choices, isTime }) => {
    const option = new Option(flags, say(about));
    if (isTime) return option.argParser((value) => timeIn(value, say));
    return choices === undefined ? option : option.choices(choices);
  });

/** What else it can be is told in the words by which commander tells choices. */
const timeIn = (value: string, say: Say): string => {
  if (durationMs(value) === undefined) throw new InvalidArgumentError(`Allowed choices are ${say("times")}.`);
  return value;
};

/** Commander's values → Flags. */
export const readFlags = (values: Readonly<Record<string, unknown>>): Flags => {
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  const oneOf = <const T extends string>(name: string, allowed: readonly T[]) =>
    allowed.find((value) => value === values[name]);
  return {
    namespace: text("namespace"),
    allNamespaces: values.allNamespaces === true,
    context: text("context") ?? text("cluster"),
    kubeconfig: text("kubeconfig"),
    sandbox: values.sandbox === true || text("manifests") !== undefined,
    manifests: text("manifests"),
    readOnly: values.readOnly === true,
    input: values.input !== false,
    color: values.color !== false,
    plain: values.plain === true,
    model: text("model"),
    offline: values.offline === true,
    lang: oneOf("lang", languages),
    output: values.json === true ? "json" : (oneOf("output", outputs) ?? "text"),
    quiet: values.quiet === true,
    verbose: values.verbose === true,
    cache: values.cache !== false,
    maxAgeMs: durationMs(values.maxAge),
    planOnly: values.planOnly === true,
    continue: values.continue === true,
    resume: values.resume === true ? "" : text("resume"),
    session: values.session !== false,
    kubectl: values.kubectl === true,
  };
};

/** The first two flags given that cannot be meant together. */
export const contradictionIn = (values: Readonly<Record<string, unknown>>): readonly [string, string] | undefined =>
  contradictions.find((pair) => pair.every((flag) => isGiven(values, flag)));

const isGiven = (values: Readonly<Record<string, unknown>>, flag: string): boolean => {
  const isNo = flag.startsWith("--no-");
  const name = flag.slice(isNo ? 5 : 2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return isNo ? values[name] === false : values[name] !== undefined && values[name] !== false;
};
