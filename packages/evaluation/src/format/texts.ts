import { effectOfVerb, isVerb, type Role, resourceOfKind, type Verb } from "@k8s-copilot/k8s-crew";

/** A call as a Kubernetes expert writes it: `logs pod name=cart-service-v2-* tail=50`, `get|describe pod`, `list pvc`. */
export type CallPattern = {
  readonly text: string;
  readonly verbs: readonly Verb[];
  /** `any` stands for every resource. */
  readonly resources: readonly string[];
  /** Values by role; a word without a value wants only that the role exists. */
  readonly args: readonly { readonly role: ArgumentRole; readonly value: string | undefined }[];
};

/** Every read, whatever it reads: for questions that are answered in more than one way. */
export const anyRead = "reads";

/** What arguments may be named by in a file. */
const argumentRoles = [
  "cluster",
  "namespace",
  "allNamespaces",
  "name",
  "container",
  "kind",
  "labelSelector",
  "fieldSelector",
  "tail",
  "limit",
  "since",
  "previous",
  "timestamps",
  "manifest",
  "replicas",
  "image",
  "command",
] as const satisfies readonly Role[];
export type ArgumentRole = (typeof argumentRoles)[number];

export type Parsed<Value> = { readonly value: Value } | { readonly mistake: string };

export const parseCall = (text: string): Parsed<CallPattern> => {
  const [verbWord = "", resourceWord = "", ...words] = text.trim().split(/\s+/);
  const verbs = verbWord.split("|");
  const unknownVerb = verbs.find((verb) => !isVerb(verb));
  if (unknownVerb !== undefined)
    return { mistake: `“${text}”: no verb is called “${unknownVerb}”; write for example “list pod” or “logs pod”` };
  const resources = resourceWord
    .split("|")
    .map((word) => ({ word, key: word === "any" ? word : resourceOfKind(word)?.key }));
  const unknownResource = resources.find(({ key }) => key === undefined);
  if (unknownResource !== undefined)
    return {
      mistake: `“${text}”: no resource is called “${unknownResource.word}”; write it as kubectl does, or “any”`,
    };
  const args = words.map(parseArgument);
  const unknown = args.find(({ role }) => role === undefined);
  if (unknown !== undefined)
    return { mistake: `“${text}”: no argument is called “${unknown.word}”; one of ${argumentRoles.join(", ")}` };
  return {
    value: {
      text,
      verbs: verbs.filter(isVerb),
      resources: resources.flatMap(({ key }) => key ?? []),
      args: args.flatMap(({ role, value }) => (role === undefined ? [] : [{ role, value }])),
    },
  };
};

const parseArgument = (text: string) => {
  const [word = "", ...rest] = text.split("=");
  const role = argumentRoles.find((each) => each === word);
  return { word, role, value: rest.length === 0 ? undefined : rest.join("=") };
};

/** `/…/` is a regular expression with its flags; anything else stands in the answer as it is, large or small. */
export const parsePattern = (text: string): Parsed<TextPattern> => {
  const expression = /^\/(.+)\/([a-z]*)$/s.exec(text);
  if (expression === null) {
    const wanted = text.toLowerCase();
    return { value: { text, isIn: (answer) => answer.toLowerCase().includes(wanted) } };
  }
  try {
    const compiled = new RegExp(expression[1] ?? "", expression[2]);
    return { value: { text, isIn: (answer) => compiled.test(answer) } };
  } catch (error) {
    return { mistake: `“${text}” is no regular expression: ${error instanceof Error ? error.message : error}` };
  }
};

export type TextPattern = { readonly text: string; isIn(answer: string): boolean };

/** A name, `*` for any part of it, `|` between several. */
export const matchesValue = (value: string, wanted: string): boolean =>
  wanted.split("|").some((each) => {
    const parts = each.split("*").map((part) => part.replace(/[.+?^${}()[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`, "s").test(value);
  });

export const isReadVerb = (verb: Verb): boolean => effectOfVerb(verb) === "read";
