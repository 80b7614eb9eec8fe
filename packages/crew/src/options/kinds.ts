/** What an option may be: in words, as in "Pass …", and how a wrong value or a wrong entry of a list is known. */
export type Kind = {
  readonly words: string;
  readonly is: (value: unknown) => boolean;
  /** Of every entry, where it is a list. */
  readonly each?: (entry: unknown) => boolean;
};

const isText = (value: unknown): boolean => typeof value === "string";
const isFunction = (value: unknown): boolean => typeof value === "function";
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
/** Only what is called later on is looked for, so that a stand-in of a test, or of another version, will do. */
const hasAll =
  (test: (value: unknown) => boolean, ...names: readonly string[]) =>
  (value: unknown): boolean =>
    isObject(value) && names.every((name) => test(Reflect.get(value, name)));
const hasMethods = (...names: readonly string[]) => hasAll(isFunction, ...names);
const listOf = (words: string, each: (entry: unknown) => boolean): Kind => ({ words, is: Array.isArray, each });

const isAgent = (value: unknown): boolean =>
  hasAll(isText, "name", "role")(value) && hasMethods("checkArguments", "prompt")(value);
const isTask = (value: unknown): boolean =>
  hasAll(isText, "name", "description")(value) && hasAll(Array.isArray, "inputs", "guardrails")(value);
const isTool = (value: unknown): boolean => hasAll(isText, "name")(value) && hasMethods("invoke")(value);
const isModel = hasMethods("invoke", "stream");
const isEach = (each: (value: unknown) => boolean) => (value: unknown) =>
  isObject(value) && !Array.isArray(value) && Object.values(value).every(each);
const isFile = (value: unknown): boolean => isText(value) || hasAll(isText, "file", "text")(value);
/** One that is odd costs none beside it; where there are none beside it, something else was meant. */
const isServers = (value: unknown): boolean =>
  isObject(value) &&
  !Array.isArray(value) &&
  (Object.keys(value).length === 0 ||
    Object.values(value).some((entry) => isObject(entry) && ["url", "command", "connect"].some((key) => key in entry)));
const isRule = (value: unknown): boolean => isFunction(value) || isText(value);

export const kinds = {
  text: { words: "a text", is: isText },
  number: { words: "a number", is: (value) => typeof value === "number" },
  flag: { words: "true or false", is: (value) => typeof value === "boolean" },
  function: { words: "a function", is: isFunction },
  object: { words: "an object", is: isObject },
  list: { words: "a list", is: Array.isArray },
  id: { words: "a text that is not empty", is: (value) => typeof value === "string" && value !== "" },
  tool: { words: "a tool, of LangChain, of a connection or with name, inputSchema and invoke", is: isTool },
  tools: listOf("a list of tools, of LangChain, of a connection or with name, inputSchema and invoke", isTool),
  model: { words: "a chat model of LangChain", is: isModel },
  models: { words: "{ default: model }, chat models by the names that the files use", is: isEach(isModel) },
  agent: { words: "an agent that defineAgent made", is: isAgent },
  agents: listOf("a list of agents that defineAgent made", isAgent),
  tasks: listOf("a list of tasks that defineTask made", isTask),
  rules: listOf("a list of functions, or of rules in words", isRule),
  schema: { words: "a schema of zod 4", is: hasAll(isObject, "_zod") },
  planning: { words: "{ model }, with the chat model that plans", is: hasAll(isModel, "model") },
  checkpointer: { words: "a checkpointer of LangGraph, such as new MemorySaver()", is: hasMethods("getTuple", "put") },
  memory: { words: "what createMemory returns", is: hasMethods("recall", "remember", "settled", "session") },
  store: { words: "a store of LangGraph, such as new InMemoryStore()", is: hasMethods("search", "put") },
  runner: { words: "what createToolRunner returns", is: hasMethods("run") },
  process: {
    words: '"sequential" or "hierarchical"',
    is: (value) => value === "sequential" || value === "hierarchical",
  },
  language: { words: '"en" or "zh"', is: (value) => value === "en" || value === "zh" },
  file: { words: "the path of a file, or { file, text }", is: isFile },
  servers: { words: "servers by name, such as { k8s: { url } } or { k8s: { command } }", is: isServers },
  answerWith: {
    words: '"text", or { name } of a tool for the answer',
    is: (value) => value === "text" || hasAll(isText, "name")(value),
  },
  signal: { words: "an AbortSignal, such as controller.signal", is: hasMethods("addEventListener", "throwIfAborted") },
} as const satisfies { readonly [name: string]: Kind };

export type KindName = keyof typeof kinds;
