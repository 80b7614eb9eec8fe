import { Annotation } from "@langchain/langgraph";
import type { LastRequest, Message } from "../agents/types.ts";
import type { Verb } from "../catalog/types.ts";
import type { Ask } from "../choices/types.ts";
import type { Remedies } from "../diagnosis/types.ts";
import { type GuidanceMemory, newGuidanceMemory, type ShownTip } from "../guidance/memory.ts";
import type { Round } from "../investigation/types.ts";
import type { Quality } from "../language/types.ts";
import type { Entities } from "../memory/entities.ts";
import { newestMessages } from "../memory/newest-messages.ts";
import type { ShownRow } from "../memory/shown.ts";
import type { Language, NextStep, TurnError } from "../output/output.ts";
import type { Read } from "../overview/types.ts";
import type { Plan } from "../plan/types.ts";
import type { Said } from "../playbooks/types.ts";
import type { Sums } from "./account.ts";
import type { Settings } from "./parts.ts";

/** Messages that the conversation keeps, or a few more; older ones leave, entities stay. */
const messagesKept = 20;

/** What came out of the pause: words to be understood, or a value picked from the choices. */
export type PauseReply =
  | { readonly kind: "text"; readonly text: string; readonly language: Language }
  | { readonly kind: "value"; readonly value: string };

/** A question as it stood, to be asked again when nothing is found for what was replied. */
export type Retry = { readonly ask: Ask; readonly plan: Plan | null };

/** A question that was left for something else, with what its request had come to. */
export type Parked = {
  readonly message: string;
  readonly plan: Plan;
  readonly ask: Ask;
  readonly settled: readonly string[];
  readonly assumed: readonly string[];
  readonly listed: readonly string[];
  readonly kinds: { readonly [name: string]: string };
  readonly doubted: readonly string[];
};

/** What was answered last: the request, what was assumed for it, and where its list goes on, if it was cut. */
export type Answered = {
  readonly message: string;
  readonly assumed: readonly string[];
  readonly next: number | null;
  /** What it changed, in words: that is nothing that “undo” takes back. */
  readonly changed: string | null;
  /** The request that puts it back as it was, where that is known. */
  readonly back?: string;
};

/** A read that was added to a plan because of what it found, or that is only offered. */
export type AddedLook = Read & {
  /** The number under which it is shown; 0 where it was not added. */
  readonly number: number;
  readonly calls: number;
  readonly verb: Verb;
  readonly resource: string;
  readonly cluster: string;
  readonly namespace?: string;
  /** Only rows with this in their names; only those on this node. */
  readonly name?: string;
  readonly node?: string;
  readonly show?: Quality;
  readonly because: string;
  readonly look: Said;
  /** Why it was not added. */
  readonly why?: "outside" | "over_limit" | "no_tool";
};

/** What the tool node has to run, and who goes on with it. */
export type Work =
  | {
      readonly kind: "reads";
      readonly for: "clarifier" | "executor";
      readonly reads: readonly Read[];
      /** Nothing kept will do. */
      readonly fresh?: true;
      /** What it is doubted of whether it is there: it is said where that has changed. */
      readonly about?: { readonly resource: string; readonly name: string };
    }
  /** The namespaces that the places of a plan are held against. */
  | { readonly kind: "places"; readonly for: "clarifier" }
  /** All clusters, closer looks at lists, causes of a trouble, users of things: the tool node knows which reads that takes. */
  | { readonly kind: "survey" | "details" | "diagnosis" | "further" | "users"; readonly for: "executor" };

const latest = <Value>(initial: Value) => Annotation<Value>({ reducer: (_, next) => next, default: () => initial });

/**
 * The shared state of a conversation. Small by design: whole results stand on the turn's shelf, not here, because a
 * checkpoint copies every channel.
 */
export const ConversationState = Annotation.Root({
  // Of the conversation.
  messages: Annotation<readonly Message[]>({
    reducer: (kept, added) => newestMessages([...kept, ...added], messagesKept),
    default: () => [],
  }),
  entities: latest<Entities>({}),
  /** Names that lists returned lately, by entity key. */
  known: latest<{ readonly [key: string]: readonly string[] }>({}),
  /** Clusters that there were at some time: the names of those that are gone may still be spoken of. */
  formerClusters: latest<readonly string[]>([]),
  /** All namespaces unless a message names one. */
  everywhere: latest<boolean>(false),
  lastResource: latest<string>(""),
  last: latest<LastRequest | null>(null),
  /** Rows of the list that was shown last, in the order in which they stood. */
  shown: latest<readonly ShownRow[]>([]),
  /** Things that were looked at lately, the present one last: “the previous one”. */
  subjects: latest<readonly ShownRow[]>([]),
  /** What was found wrong last, for “how do I fix it”. */
  remedies: latest<readonly Remedies[]>([]),
  nextSteps: latest<readonly NextStep[]>([]),
  /** Plans that only read run without a question. */
  readsAlways: latest<boolean>(false),
  /** How the person wants to be led; until they say so, as the settings have it. */
  guidance: latest<"guided" | "direct" | null>(null),
  /** The last answer, for “undo” and “more”. */
  answered: latest<Answered | null>(null),
  /** The changes that were made in this conversation, as they were sent, the first one first. */
  changes: latest<readonly string[]>([]),
  /** The question that was left last. */
  parked: latest<Parked | null>(null),
  /** What of tips and commands the person wants to see, and what they have seen. */
  guidanceMemory: latest<GuidanceMemory>(newGuidanceMemory),
  /** The message points at something that was shown before. */
  pointed: latest<boolean>(false),
  /** What was used so far, so that limits hold for a conversation that goes on. */
  account: latest<Sums>({ last: null, session: null }),
  // Of the request that is being worked on; a paused one stays.
  message: latest<string>(""),
  language: latest<Language>("en"),
  /** The request came from a command, a quick command or a next step: no model is asked to read it. */
  byRules: latest<boolean>(false),
  /** The request is to be read anew: nothing kept will do. */
  fresh: latest<boolean>(false),
  /** Where a cluster has to be named and none is known, every one is meant. */
  everyCluster: latest<boolean>(false),
  /** Clusters that are looked into because nothing was found where the conversation is. */
  otherClusters: latest<readonly string[]>([]),
  /** Text that came with the message; data, never a request. */
  attachment: latest<string>(""),
  plan: latest<Plan | null>(null),
  ask: latest<Ask | null>(null),
  reply: latest<PauseReply | null>(null),
  retry: latest<Retry | null>(null),
  /** What is said before everything else in the next answer or question. */
  lead: latest<string>(""),
  /** What the last reply said beside what it was taken for. */
  rest: latest<string>(""),
  /** Entity keys that were taken without a question, to be said and undone. */
  assumed: latest<readonly string[]>([]),
  /** Entity keys whose guess a person took back: they are asked for. */
  doubted: latest<readonly string[]>([]),
  /** Rows of a long list that were shown before. */
  skip: latest<number>(0),
  listed: latest<readonly string[]>([]),
  /** Of what kind the things are that this request names without saying it, by name. */
  kinds: latest<{ readonly [name: string]: string }>({}),
  /** Entity keys that this request has settled. */
  settled: latest<readonly string[]>([]),
  /** Keys of calls that the person has consented to. */
  approved: latest<readonly string[]>([]),
  /** Key of the change whose state before was just read for its card. */
  checked: latest<string>(""),
  planConfirmed: latest<boolean>(false),
  work: latest<Work | null>(null),
  /** What was thought and read beyond the plan, round by round. */
  rounds: latest<readonly Round[]>([]),
  /** What was read beyond the plan because of what it found; null until that was thought about. */
  further: latest<readonly AddedLook[] | null>(null),
  explanation: latest<string>(""),
  explained: latest<boolean>(false),
  // What the report makes the turn's result from.
  answer: latest<string>(""),
  kubectl: latest<readonly string[]>([]),
  tip: latest<ShownTip | null>(null),
  status: latest<"ok" | "cancelled" | "error">("ok"),
  error: latest<TurnError | null>(null),
});

export type State = typeof ConversationState.State;
export type Update = Partial<State>;

/** How the person is led: as they said, else as the settings have it. */
export const guidanceOf = ({ guidance }: State, settings: Pick<Settings, "guidance">): "guided" | "direct" =>
  guidance ?? settings.guidance;

/** What a new request starts from. */
export const freshRequest: Update = {
  nextSteps: [],
  pointed: false,
  fresh: false,
  everyCluster: false,
  otherClusters: [],
  plan: null,
  ask: null,
  reply: null,
  retry: null,
  lead: "",
  rest: "",
  assumed: [],
  doubted: [],
  skip: 0,
  listed: [],
  kinds: {},
  settled: [],
  approved: [],
  checked: "",
  planConfirmed: false,
  work: null,
  rounds: [],
  further: null,
  explanation: "",
  explained: false,
  answer: "",
  kubectl: [],
  tip: null,
  status: "ok",
  error: null,
};
