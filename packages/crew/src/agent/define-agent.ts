import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { CrewError } from "../errors.ts";
import { checkOptions } from "../options/check-options.ts";
import { agentOptions } from "../options/definitions.ts";
import { type Placeholders, placeholdersOf } from "../placeholders.ts";
import { createArgumentCheck } from "../tools/argument-check.ts";
import { type AnyTool, toCrewTools } from "../tools-of.ts";
import type { CallResult } from "../types.ts";
import { createBreaker } from "./breaker.ts";
import type { Meter } from "./budget.ts";
import { createPace } from "./pace.ts";
import { agentPrompt } from "./prompt.ts";
import type { Agent, Breaker } from "./types.ts";

export type AgentDefinition<
  Name extends string = string,
  Role extends string = string,
  Goal extends string = string,
  Backstory extends string = string,
> = {
  readonly name: Name;
  /** Who it is, such as "Kubernetes analyst". In a crew `{placeholders}` in these three are filled with its inputs. */
  readonly role: Role;
  /** What it is there for. */
  readonly goal: Goal;
  /** What shapes how it works. Default: nothing. */
  readonly backstory?: Backstory;
  /** Any LangChain chat model. There is no default: which vendor is paid is never decided here. */
  readonly model: BaseChatModel;
  /** Tools of a connection, or any of LangChain. Default: none. */
  readonly tools?: readonly AnyTool[];
  /** Default 25. */
  readonly maxIterations?: number;
  /** Milliseconds for a whole run. Default, and of `Infinity`: no limit. */
  readonly timeoutMs?: number;
  /** Default 2. Give the model itself `maxRetries: 0`, or both layers multiply. */
  readonly retries?: number;
  /** Milliseconds for one reply of the model, repeated requests and waits included. Default, and of `Infinity`: no limit. */
  readonly replyTimeoutMs?: number;
  /** Over all runs of this agent. Default: no limit. */
  readonly requestsPerMinute?: number;
  /** Shared by the agents of one model. Default: one for this agent. */
  readonly breaker?: Breaker;
  /** Count along with every run, a conversation's or a day's: a limit of theirs that is used up holds for all. */
  readonly meters?: readonly Meter[];
  /**
   * US dollars for a reply that does not tell its cost, by a list of prices; null when the list does not tell either. The
   * reply counts as of unknown cost where it throws, gives no number, or takes longer than 5 seconds.
   */
  readonly priceOf?: Agent["priceOf"];
  /** Whether it may hand on work to the other agents of its crew, by a tool beside its own. Default false. */
  readonly allowDelegation?: boolean;
  /** Default `agentPrompt`; in a crew, the crew's. */
  readonly prompt?: (agent: Agent) => string;
  /** Default: the model is told. A hook that throws fails the run. */
  readonly onToolError?: (result: CallResult) => "tell" | "fail";
};

/**
 * Checks a definition and fills in its defaults. Throws `CrewError` where it cannot work: `options_invalid` for an option
 * that there is not or that holds what it cannot, `agent_incomplete` for an empty name, role or goal, `agent_limit_invalid`,
 * `model_without_tools` for tools that the model cannot call, `tool_name_taken`, `tool_name_invalid`, and
 * `tool_schema_invalid` for parameters that are none or that JSON Schema cannot say.
 */
export function defineAgent<
  const Name extends string,
  const Role extends string,
  const Goal extends string,
  const Backstory extends string = "",
>(
  definition: AgentDefinition<Name, Role, Goal, Backstory>,
): Agent<Name, Placeholders<Role> | Placeholders<Goal> | Placeholders<Backstory>>;
export function defineAgent(definition: AgentDefinition): Agent {
  checkOptions(definition, agentOptions);
  const { name, role, goal, backstory = "", model, timeoutMs, replyTimeoutMs, requestsPerMinute } = definition;
  for (const [field, text] of Object.entries({ name, role, goal })) {
    if (text.trim() === "") {
      throw new CrewError("agent_incomplete", `The agent "${name}" has an empty ${field}.`, `Write its ${field}.`);
    }
  }
  const tools = toCrewTools(definition.tools ?? []);
  if (tools.length > 0 && model.bindTools === undefined) {
    throw new CrewError(
      "model_without_tools",
      `The model of "${name}" cannot call tools.`,
      "Choose a model that has bindTools, or leave out the tools.",
    );
  }
  const { allowDelegation = false } = definition;
  const { maxIterations = 25, retries = 2, prompt = agentPrompt, onToolError = () => "tell" } = definition;
  checkLimit(name, { field: "maxIterations", value: maxIterations, least: 1 });
  checkLimit(name, { field: "retries", value: retries, least: 0 });
  // Of times `Infinity` is one: no limit.
  for (const [field, value = 1] of Object.entries({ timeoutMs, replyTimeoutMs }))
    if (value !== Number.POSITIVE_INFINITY) checkLimit(name, { field, value, least: 1 });
  checkLimit(name, { field: "requestsPerMinute", value: requestsPerMinute ?? 1, least: 1 });
  const { breaker = createBreaker(), meters = [], priceOf = () => null } = definition;
  const pace = createPace(requestsPerMinute);
  const limits = { maxIterations, retries, timeoutMs, replyTimeoutMs, pace, breaker, meters, priceOf };
  const inputs = placeholdersOf([role, goal, backstory]);
  return Object.freeze({
    name,
    role,
    goal,
    backstory,
    inputs,
    model,
    tools,
    checkArguments: createArgumentCheck(),
    ...limits,
    allowDelegation,
    prompt,
    onToolError,
  });
}

type Limit = { readonly field: string; readonly value: number; readonly least: number };

function checkLimit(name: string, { field, value, least }: Limit): void {
  if (Number.isFinite(value) && value >= least) return;
  const message = `The agent "${name}" has a ${field} of ${value}.`;
  throw new CrewError("agent_limit_invalid", message, `Pass a number of at least ${least}.`);
}
