import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ChatRequest,
  type McpFaults,
  type OpenRouterOptions,
  type Script,
  startOpenRouter,
} from "@k8s-copilot/doubles";
import { configure, type Ended, emptyPlace, runApp } from "./app.ts";
import { startPodServer } from "./pod-server.ts";

/** A conversation with a model that is scripted, over the small server. */
export type ModelStory = {
  /** A line a message. */
  readonly lines: readonly string[];
  readonly scripts: readonly Script[];
  readonly service?: OpenRouterOptions;
  /** Where the app is told that the service is; default where it is. */
  readonly at?: (baseUrl: string) => string | Promise<string>;
  /** Of the user's config file. */
  readonly config?: string;
  /** Of the small server. */
  readonly faults?: McpFaults;
};

export type Told = Ended & {
  /** All that a person sees. */
  readonly shown: string;
  /** Each request for a plan: the message that it is for, and what became of it. */
  readonly plans: readonly { readonly about: string; readonly verdict: string }[];
  /** The calls that reached the MCP server, in order. */
  readonly calls: readonly string[];
  /** Rules of the model service that a request broke. */
  readonly violations: readonly string[];
};

/** What Node makes of the bin when it first runs, which is the same for all. */
const compiled = mkdtempSync(join(tmpdir(), "k8s-copilot-compiled-"));

/** Tells the story to the bin, with a service and a server of its own, so that many can be told at once. */
export const tellModelStory = async (bin: string, story: ModelStory): Promise<Told> => {
  const { lines, scripts, service = {}, at = (baseUrl) => baseUrl, config, faults } = story;
  const model = await startOpenRouter({ ...service, scripts });
  const server = await startPodServer(faults);
  const place = emptyPlace();
  if (config !== undefined) configure(place, config);
  const ended = await runApp(bin, ["chat"], {
    place,
    stdin: `${lines.join("\n")}\n/exit\n`,
    environment: {
      ...server.environment,
      XDG_CACHE_HOME: compiled,
      OPENROUTER_API_KEY: model.apiKey,
      OPENROUTER_BASE_URL: await at(model.baseUrl),
      OPENROUTER_MODEL: model.model,
    },
  });
  await Promise.all([model.close(), server.close()]);
  return {
    ...ended,
    shown: `${ended.stdout}${ended.stderr}`,
    plans: model
      .log()
      .flatMap(({ body, verdict }) =>
        isOfPlanner(body?.messages) ? [{ about: messageIn(body?.messages), verdict }] : [],
      ),
    calls: server.calls().map(({ tool }) => tool),
    violations: model.violations().map(({ rule, detail }) => `${rule}: ${detail}`),
  };
};

/** Whether the planner asks, and no other agent. */
export const isPlanner = ({ messages }: ChatRequest): boolean => isOfPlanner(messages);

const isOfPlanner = (messages: unknown): boolean => JSON.stringify(messages ?? []).includes("Kubernetes planner");

/** The person's message stands in a fence of its own. */
const messageIn = (messages: unknown): string =>
  /<<(?:message of the person|用户的消息) \w+\\n(.*?)\\n\w+>>/u.exec(JSON.stringify(messages ?? []))?.[1] ?? "";

/** A step of a plan, as a model writes it. */
export const step = (tool: string, args: Readonly<Record<string, string>> = {}) => ({
  tool,
  arguments: Object.entries(args).map(([name, value]) => ({ name, value })),
  reason: "asked for",
});

export const finalAnswer = (args: Readonly<Record<string, unknown>>) => ({
  toolCalls: [{ name: "final_answer", args }],
});

/** A plan, as the planner is to give it. */
export const planOf = (...calls: readonly ReturnType<typeof step>[]) => finalAnswer({ view: "call", calls });

/** Every other agent says nothing of its own. */
export const othersAreSilent: Script = {
  match: (request) => !isPlanner(request),
  reply: finalAnswer({ hypothesis: "" }),
  times: Number.POSITIVE_INFINITY,
};
