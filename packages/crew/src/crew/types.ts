import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { BaseCheckpointSaver } from "@langchain/langgraph";
import type { Meter } from "../agent/budget.ts";
import type { RunAgentOptions } from "../agent/run-agent.ts";
import type { Agent } from "../agent/types.ts";
import type { Memory } from "../memory/types.ts";
import type { Inputs, InputValue } from "../placeholders.ts";
import type { CrewEvent } from "../task/events.ts";
import type { CrewFailure } from "../task/failure.ts";
import type { Pending } from "../task/pending.ts";
import type { CrewPrompts } from "../task/prompts.ts";
import type { Task, TaskOutput } from "../task/types.ts";
import type { Usage } from "../types.ts";
import type { CrewGraph } from "./graph.ts";

type Tasks = readonly Task[];

export type TaskName<All extends Tasks> = All[number]["name"];

type InputName<All extends Tasks, Further extends string> = All[number]["inputs"][number] | Further;

/** Of each task by itself: one whose texts are put together at run time hides no other's names. */
type KnownOf<One extends Task> = One extends Task ? Known<One["inputs"][number]> : never;
type Known<Name extends string> = string extends Name ? never : Name;
type KnownInput<All extends Tasks, Further extends string> = KnownOf<All[number]> | Known<Further>;

/**
 * What `kickoff` has to be given: a value for every placeholder in the texts of tasks and agents that the compiler knows,
 * and further ones where there are texts that it does not know.
 */
export type InputsOf<All extends Tasks, Further extends string = never> = {
  readonly [name in KnownInput<All, Further>]: InputValue;
} & (string extends InputName<All, Further> ? Inputs : unknown);

type DataOf<One extends Task> = One extends Task<string, string, infer Data> ? Data : never;

/** What the last task gives, or one before it where that may be skipped. */
type LastData<All extends Tasks> = All extends readonly [...infer Before extends Tasks, infer Last extends Task]
  ? undefined extends DataOf<Last>
    ? Exclude<DataOf<Last>, undefined> | LastData<Before>
    : DataOf<Last>
  : DataOf<All[number]>;

export type TaskOutputs<All extends Tasks> = {
  readonly [One in All[number] as One["name"]]: TaskOutput<DataOf<One>>;
};

export type CompletedRun<All extends Tasks = Tasks> = {
  readonly status: "completed";
  readonly threadId: string;
  /** The last output that is not empty, as text. */
  readonly raw: string;
  /** The same as its task's `output` schema made it; without a schema the text. */
  readonly data: LastData<All>;
  /** The output of every task, by its name; of a skipped one an empty output. */
  readonly tasks: TaskOutputs<All>;
  /** Every model call of the run once, also those before a pause, of repeated attempts and of judges. */
  readonly usage: Usage;
  /** What the texts were filled with. */
  readonly inputs: Inputs;
  /** What was asked for and left out, a sentence each. `afterKickoff` may add to them. */
  readonly warnings: readonly string[];
};

export type WaitingRun = {
  readonly status: "waiting";
  readonly threadId: string;
  readonly pending: readonly Pending[];
};

export type FailedRun = {
  readonly status: "failed";
  readonly threadId: string;
  readonly error: CrewFailure;
  /** Every model call once: of finished tasks, of the one that failed and of those that were broken off. */
  readonly usage: Usage;
};

/** What became of a run: an answer, questions to a person, or a failure. What goes wrong outside is never thrown. */
export type CrewRun<All extends Tasks = Tasks> = CompletedRun<All> | WaitingRun | FailedRun;

export type RunOptions = {
  /**
   * Ends the run: no model or tool call begins after it. What ignores it (a tool, a checkpointer, a list of prices) is left
   * behind a tenth of a second later, so it may still finish what it was asked for.
   */
  readonly signal?: AbortSignal;
  /** What happens, as it happens. A listener that throws, or rejects, is ignored; nothing waits for an async one. */
  readonly onEvent?: (event: CrewEvent) => void;
  /** Count along, and end the run where one is used up. */
  readonly meters?: readonly Meter[];
};

export type KickoffOptions = RunOptions & {
  /** Under which a checkpointer keeps the run. Default: a new one. An older run of the same thread is replaced. */
  readonly threadId?: string;
};

/** Inputs may be left out only where nothing is to be filled. */
export type KickoffArguments<All extends Tasks, Further extends string = never> = [KnownInput<All, Further>] extends [
  never,
]
  ? [inputs?: Inputs, options?: KickoffOptions]
  : [inputs: InputsOf<All, Further>, options?: KickoffOptions];

export type CrewOptions<All extends Tasks = Tasks, Further extends string = string> = Pick<
  RunAgentOptions,
  "runner" | "prepareSchema" | "showResult"
> & {
  /** In the order in which they see each other's outputs. Those that need nothing of each other run side by side. */
  readonly tasks: All;
  /** Further agents: those to whom a manager, or an agent with `allowDelegation`, may hand on work. Default: none. */
  readonly agents?: readonly Agent<string, Further>[];
  /**
   * `sequential` (default): the agent of each task does it. `hierarchical`: a manager is given every task and has it done
   * by the task's agent, or by whom it chooses where the task has none.
   */
  readonly process?: "sequential" | "hierarchical";
  /** The model of the manager of a hierarchical crew. */
  readonly managerModel?: BaseChatModel;
  /** The manager itself, without tools of its own and none of the `agents`. */
  readonly managerAgent?: Agent<string, Further>;
  /** Has a model plan all tasks before the first, in one call; every agent is shown the plan for its task. */
  readonly planning?: { readonly model: BaseChatModel };
  /** Shows every task what is remembered of earlier tasks and runs, and remembers its answer. See `createMemory`. */
  readonly memory?: Memory;
  /**
   * Characters that a task is shown of each earlier output; of a longer one the middle is left out, and a line says how much.
   * The output itself stays whole. `Infinity` shows all. Default 100 000, at least 100.
   */
  readonly contextLimit?: number;
  /**
   * Keeps what is done over a pause or the end of the process. Needed for `resume`, `replay`, `humanInput` and
   * `withApproval`, but not where `graph` is a node of another, which keeps it.
   */
  readonly checkpointer?: BaseCheckpointSaver;
  /** Tasks of a run at the same time, where `graph` is a node each time it is entered. Default: as many as there are. */
  readonly concurrency?: number;
  /**
   * Milliseconds that a function of yours may take: a guardrail, a condition, a hook, a memory. `Infinity`: no limit. Default
   * 60 000. What `withApproval` asks has a limit of its own.
   */
  readonly callbackTimeoutMs?: number;
  /** The language of what the crew says to its models. Default `en`. */
  readonly language?: "en" | "zh";
  /** Takes the place of single prompts of that language. */
  readonly prompts?: Partial<CrewPrompts>;
  /** May give other inputs, before the first task. One that throws fails the run, and one that returns nothing changes nothing. */
  readonly beforeKickoff?: (inputs: Inputs) => Inputs | undefined | Promise<Inputs | undefined>;
  /**
   * May give another result, after the last task. One that throws, or returns anything but a run, fails the run
   * (`hook_failed`); one that returns nothing leaves it as it is.
   */
  readonly afterKickoff?: AfterKickoff<All>;
};

export type AfterKickoff<All extends Tasks = Tasks> = (
  run: CompletedRun<All>,
) => CompletedRun<All> | undefined | Promise<CompletedRun<All> | undefined>;

export type ForEachOptions = RunOptions & {
  /** Runs at the same time. Default 4. */
  readonly concurrency?: number;
};

export type ResumeOptions = RunOptions & {
  readonly threadId: string;
  /** By the id of what is pending, each as its `accepts` says. Without any, a run that was broken off goes on where it was. */
  readonly answers?: { readonly [id: string]: unknown };
};

export type ReplayOptions<All extends Tasks = Tasks, Further extends string = never> = RunOptions & {
  /** The thread whose outputs are used again. */
  readonly threadId: string;
  /** The first task that is carried out anew, with all that come after it. */
  readonly from: TaskName<All>;
  /** All of them, in place of those of that run. Default: those. */
  readonly inputs?: InputsOf<All, Further>;
};

/** Events in order, and what the run came to once they have ended. */
export type CrewStream<All extends Tasks = Tasks> = AsyncIterable<CrewEvent> & {
  /** Throws `stream_not_ended` before the last event was taken. */
  readonly result: CrewRun<All>;
  /** Ends the run, and resolves when nothing of it goes on. Leaving a `for await` loop does the same. */
  close(): Promise<void>;
};

export type Crew<All extends Tasks = Tasks, Further extends string = never> = {
  /**
   * An ordinary compiled graph: a node for every task, with its name. As a node of another it reads that one's `inputs`,
   * gives it its `outputs` (see `crewChannels`) and does all its tasks whenever it is entered, but for a pause, after which
   * it goes on. A task that fails throws a `CrewError` with its code out of the node; of several side by side the first,
   * and the others are broken off. Where a task or a tool asks a person and nothing is kept, that is `checkpointer_missing`.
   *
   * The checkpointer is the other's: after a pause `data` is what that one keeps, which only a run of the crew itself reads
   * again by the task's `output`; and texts that look like LangChain's own notation of objects (`{ lc, type, id }`) are
   * guarded in the crew's own checkpointer alone. So is the limit of steps: each task that waits for another is one, and
   * LangGraph ends a graph after 25 unless it is invoked with a higher `recursionLimit`, one more than tasks in a row, of
   * which `planning` is one.
   */
  readonly graph: CrewGraph;
  readonly tasks: All;
  /** The placeholders that `kickoff` has to be given values for. */
  readonly inputs: readonly InputName<All, Further>[];
  /**
   * Carries out all tasks. Without inputs the texts stay as they are, braces and all; a missing one is `input_missing` in the
   * result. Throws `thread_busy` while another run of the thread is on its way, and `checkpointer_missing` where a task
   * or a tool asks a person and nothing would keep the run meanwhile.
   */
  kickoff(...parameters: KickoffArguments<All, Further>): Promise<CrewRun<All>>;
  /** The same, telling what happens. Begins with the first event that is asked for. */
  stream(...parameters: KickoffArguments<All, Further>): CrewStream<All>;
  /**
   * One run for each, in threads of their own; the results are in the order of the inputs. Throws `crew_limit_invalid` for a
   * concurrency below 1.
   */
  kickoffForEach(inputs: readonly InputsOf<All, Further>[], options?: ForEachOptions): Promise<readonly CrewRun<All>[]>;
  /**
   * Goes on with a run that waits, or was broken off; nothing that was finished is done again. Throws
   * `checkpointer_missing`, `thread_unknown`, `thread_unreadable`, `answer_unknown`, `answer_invalid`, and `thread_busy`
   * while a run of this checkpointer object is on its way in the thread, of whichever crew. That two processes do not answer
   * at once is for the caller to see to.
   */
  resume(options: ResumeOptions): Promise<CrewRun<All>>;
  /**
   * Carries out a task of an earlier run and those after it anew, in a new thread. Throws `task_unknown`,
   * `checkpointer_missing`, `thread_unknown`, `thread_unreadable`.
   */
  replay(options: ReplayOptions<All, Further>): Promise<CrewRun<All>>;
};
