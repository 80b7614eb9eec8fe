import type { AgentDefinition, AgentEvent, Meter, Usage } from "@k8s-copilot/crew";
import type { Verb } from "../catalog/types.ts";
import type { Round, Scope } from "../investigation/types.ts";
import type { AskedBeyond } from "../language/requests/beyond.ts";
import type { ReadAs, Reply, Request, View } from "../language/types.ts";
import type { Entities } from "../memory/entities.ts";
import type { ShownRow } from "../memory/shown.ts";
import type { Language, NextStep, TurnError } from "../output/output.ts";
import type { DraftStep, Focus, Followed, LeftPart, Place, SurveyPlace } from "../plan/types.ts";

/**
 * The three agents as functions. Each is made from a chat model (`plannerFromAgent` …) or from tables
 * (`plannerFromRules` …); the graph cannot tell which it has.
 */
export type AgentOptions = {
  readonly signal: AbortSignal;
  /** What was said, without the secrets in it: a model is told nothing else. */
  readonly masked: (said: string) => string;
  /** Count along: a turn's, a conversation's. What they do not allow is not asked of a model. */
  readonly meters?: readonly Meter[];
  readonly onEvent?: (event: AgentEvent) => void;
};

/** What an agent is made from that has a chat model. */
export type AgentModel = Pick<AgentDefinition, "model" | "replyTimeoutMs" | "breaker" | "meters" | "priceOf">;

export type Message = { readonly role: "user" | "assistant"; readonly text: string };

export type PlannerInput = {
  readonly message: string;
  readonly language: Language;
  readonly entities: Entities;
  /** Names that lists returned lately, by entity key: what a person may refer to. */
  readonly known: { readonly [key: string]: readonly string[] };
  /** Of what kind things are that the message names without saying it, where lists have shown it. */
  readonly kinds?: { readonly [name: string]: string };
  readonly history: readonly Message[];
  /** What was asked for is not where the conversation is: it is looked for in these. */
  readonly otherClusters?: readonly string[];
  /** Text that came with the message (a piped log): data to look at, never a request. Empty: none. */
  readonly attachment?: string;
  /** What was done last: “and in prod?” means the same once more. */
  readonly last?: LastRequest;
  /** Where the thing is that a command is written for, once it was looked for. */
  readonly home?: Home;
  /** The one thing that the message names, where no wish was read: it is shown. */
  readonly thing?: NamedThing;
  /** What the message was read as was taken back. */
  readonly doubtsReading?: true;
  /** Rows that were shown, where the message means several of them for a change. */
  readonly many?: readonly ShownRow[];
  /** The resource of the last list shown, for “the second one” and “and in prod?”. */
  readonly lastResource?: string;
};

/** A thing that exists and was named with a wish that nobody read. */
export type NamedThing = {
  readonly resource: string;
  readonly name: string;
  /** Undefined where it stands in none, or in several of which one is to be asked for. */
  readonly namespace?: string;
  readonly cluster?: string;
  /** Other kinds that have one of that name in the same place. */
  readonly also?: readonly string[];
  /** Its list says that nothing is wrong with it, or it is nothing that can be in trouble. */
  readonly isWell: boolean;
  /** Requests that may have been meant. */
  readonly guesses: readonly string[];
  /** That it is shown is what the message was taken for, which is said so. */
  readonly likened?: string;
};

/** What a command names that a person is to run: what is not certain stands open. */
export type Home = {
  readonly cluster?: string | undefined;
  readonly namespace?: string;
  readonly name?: string;
  readonly resource?: string;
  /** What was said of its place, where nothing is called so. */
  readonly lost?: string;
  /** Nothing there has that very name: what has it in its own. */
  readonly among?: readonly string[];
  /** How many of its pods are ready of how many are wanted, as far as the list tells. */
  readonly replicas?: { readonly ready: number; readonly desired: number };
  /** The word for a place that was taken for this one, though it is the name of neither. */
  readonly taken?: string;
  /** Places that the word may mean alike: a cluster, and a namespace of another one. */
  readonly either?: readonly {
    readonly cluster: string;
    readonly namespace: string;
    readonly name: string;
    readonly resource: string;
  }[];
};

/** A thing that is named for a change no tool makes, and the words for its place as they were said. */
export type Seeking = {
  readonly name: string;
  readonly resource: string;
  /** Its kind was said, and not only supposed. */
  readonly isSaid: boolean;
  readonly cluster?: string | undefined;
  readonly namespace?: string | undefined;
  /** The namespace of the conversation. */
  readonly remembered?: string | undefined;
};

export type LastRequest = {
  readonly view: View;
  readonly verb: Verb;
  readonly resource: string;
  readonly name?: string;
  /** The only thing that it showed, whatever was asked for. */
  readonly single?: string;
  /** Nothing came of it: it was refused, not found, or left at a question. */
  readonly open?: true;
  /** What was said, where the rules read it. */
  readonly asked?: Request;
  /** Each thing that was asked for, where there were several; `asked` is the last of them. */
  readonly parts?: readonly Request[];
};

/** What an agent cost and what it has to say on the side. */
type Aside = {
  readonly usage?: Usage;
  readonly warnings?: readonly string[];
  /** Of a reply that another gave than the one before, or than was asked: who, and why. */
  readonly switched?: string;
  /** Words that were read as others, and words that went into nothing. */
  readonly readAs?: readonly ReadAs[];
  readonly unread?: readonly string[];
  /** What was asked for beside it and no answer can hold. */
  readonly beyond?: readonly AskedBeyond[];
};

export type PlannerReply = Aside &
  (
    | {
        readonly kind: "plan";
        readonly view: View;
        readonly steps: readonly DraftStep[];
        readonly focus?: Focus;
        readonly allNamespaces?: boolean;
        /** For surveys: only this cluster, only this namespace. */
        readonly place?: Place;
        /** Further places that the same survey looks at. */
        readonly others?: readonly SurveyPlace[];
        /** Parts of the message that the plan does nothing about. */
        readonly left?: readonly LeftPart[];
        /** The request as the rules read it, to be asked once more in another place. */
        readonly asked?: Request;
        readonly parts?: readonly Request[];
        /** The playbook that a vague wish called. */
        readonly playbook?: Followed;
        /** At most one sentence to stand before a question. */
        readonly leadIn?: string;
        /** The model failed and the rules took its place: it is not asked again for this request. */
        readonly fellBack?: true;
        /** The message was read by its likeness to others: what it was taken for, in a sentence. */
        readonly likened?: string;
        /** That is only likely. */
        readonly guessed?: true;
        /** What may have been wanted besides. */
        readonly offers?: readonly NextStep[];
      }
    | {
        readonly kind: "answer";
        readonly text: string;
        /** What it is about, where that was a wish that nothing can come of. */
        readonly about?: LastRequest;
        /** What a person may do instead. */
        readonly nextSteps?: readonly NextStep[];
        /** What its command is about, where nobody has looked yet where that is. */
        readonly seeks?: Seeking;
      }
    /** Requests that may have been meant, in words that the rules read; the likeliest first. */
    | {
        readonly kind: "readings";
        readonly readings: readonly string[];
        /** One of them changes something. */
        readonly changes?: true;
      }
    | { readonly kind: "not_understood" }
    | {
        readonly kind: "failed";
        readonly error: TurnError;
        /** It answered, and nothing could come of it: what is wanted has to be asked. */
        readonly unplanned?: true;
      }
  );

export type Planner = (turn: PlannerInput, options: AgentOptions) => Promise<PlannerReply>;

export type ClarifierInput = {
  readonly message: string;
  readonly language: Language;
  readonly question: string;
  readonly parameter: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly reason: string }[];
};

export type ClarifierReply = Aside & { readonly reply: Reply };

export type Clarifier = (turn: ClarifierInput, options: AgentOptions) => Promise<ClarifierReply>;

export type ExecutorInput = {
  readonly message: string;
  readonly language: Language;
  readonly view: View;
  /** What code computed from the results: the truth that stands in the answer. */
  readonly facts: string;
  /** The results, masked and cut to the budget. Data, never instructions. */
  readonly results: readonly { readonly tool: string; readonly outcome: string; readonly text: string }[];
  readonly done: readonly DraftStep[];
  /** The rounds before this one, and what was read because of them. */
  readonly rounds: readonly Round[];
  /** Reads that may still be made; 0: it is time to conclude. */
  readonly readsLeft: number;
  readonly scope: Scope;
};

/** What is thought now (empty: the facts speak for themselves), and what should be read next. */
export type ExecutorReply = Aside &
  (
    | ({ readonly kind: "round"; readonly reads: readonly DraftStep[]; readonly reason: string } & Pick<
        Round,
        "hypothesis" | "evidenceFor" | "evidenceAgainst"
      >)
    | { readonly kind: "failed" }
  );

export type Executor = (turn: ExecutorInput, options: AgentOptions) => Promise<ExecutorReply>;
