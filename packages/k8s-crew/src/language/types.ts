import type { Verb } from "../catalog/types.ts";
import type { Condition, Fact, Field, YesNo } from "./condition.ts";
import type { LogSought, Suspect } from "./lexicon/guesses.ts";
import type { Quality } from "./quality.ts";
import type { SaidTime } from "./text/days.ts";

export type { Quality } from "./quality.ts";

/** The languages that people are understood and answered in. */
export type Language = "zh" | "en";

/** What a person wants to see or do, in the words of the house. `view` is `call` for a plain verb on a resource. */
export type View = "call" | "status" | "overview" | "health" | "changes";

/**
 * A message, read by rules. Everything is optional but the language: a person says what they say.
 * `name` is what the person called the thing (may be a part of its name).
 */
export type Request = {
  readonly language: Language;
  readonly kind:
    | "request"
    | "help"
    /** What the assistant is. */
    | "about_assistant"
    | "greeting"
    | "thanks"
    | "out_of_scope"
    /** A command such as `/refresh`; the word without its slash stands in `command`. */
    | "command"
    | "empty"
    /** The rules do not understand. */
    | "unknown";
  readonly view?: View;
  readonly verb?: Verb;
  /** A key of the resource table. */
  readonly resource?: string;
  /** What `name` names, where that is not `resource`: the events (`resource`) of a pod (`of`). */
  readonly of?: string;
  readonly name?: string;
  readonly namespace?: string;
  /** What of its place was said earlier, of another place than is named now, where it need not exist. */
  readonly carriedPlace?: "cluster" | "namespace";
  readonly allNamespaces?: boolean;
  readonly cluster?: string;
  /** The word that was taken for a part of `cluster`'s name, where no word of the message says that it is a cluster. */
  readonly clusterWord?: string;
  readonly allClusters?: boolean;
  /** Of pods: only those on this node. */
  readonly node?: string;
  readonly container?: string;
  /** Of the containers not this one, whose log was read before. */
  readonly otherThan?: string;
  /** Each of the things that match is meant, not one of them. */
  readonly everyOne?: true;
  /** Last N lines of a log. */
  readonly tail?: number;
  /** Of a log, the last N of the lines that are looked for: “the last 3 errors”. */
  readonly lastMatching?: number;
  /** Only what is younger than this, in seconds. */
  readonly sinceSeconds?: number;
  readonly previous?: boolean;
  readonly labelSelector?: string;
  readonly replicas?: number;
  /** Where the number is to be worked out from what there is now. */
  readonly replicasBy?: ReplicaChange;
  readonly image?: string;
  readonly setting?: Setting;
  /** A command line to run in a container. */
  readonly run?: string;
  /** The version that an image is to have, where the image itself was not said. */
  readonly imageTag?: string;
  readonly quality?: Quality;
  /** What the things that are shown have to meet, all of it. */
  readonly conditions?: readonly Condition[];
  /** Only so many, the first in the order that is asked for. */
  readonly first?: number;
  /** How many there are is asked, not which. */
  readonly counted?: boolean;
  /** The count is asked for each of these. */
  readonly per?: "namespace" | Field;
  /** Of a log, only the lines that hold each of these: alternatives apart by `|`. */
  readonly holding?: readonly string[];
  /** Which of the places that are counted has the most of it, or the fewest. */
  readonly ranked?: Ranked;
  /** Words that were read as others, because the message meant less as it stood. */
  readonly corrected?: readonly ReadAs[];
  /** The message with its slips mended, where that would change something: to be offered, never taken. */
  readonly offered?: string;
  /** Words that carry meaning and went into nothing. */
  readonly unread?: readonly string[];
  /** What a change was to leave out, in the words in which it was said, and cannot: it is not made then. */
  readonly keeps?: readonly string[];
  /** Only what no pod refers to. */
  readonly unused?: true;
  /** What refers to the thing of this name is asked. */
  readonly usedThing?: string;
  /** That thing may be a class of storage, which claims are of. */
  readonly usedClass?: true;
  /** How full it is was asked, which no list tells. */
  readonly howFull?: true;
  /** Held side by side with the same of another place. */
  readonly compare?: true;
  /** What several lists tell that are held against each other. */
  readonly beside?: Beside;
  /** So many more of them. */
  readonly more?: number;
  /** What they are compared by, where that was said. */
  readonly comparedBy?: readonly Field[];
  /** Nothing is to be done: what is asked is whether, or by whom, the verb may be done. */
  readonly access?: Access;
  /** Nothing is to be done: what is asked is what the change would do, or how it is made. */
  readonly considered?: Considered;
  /** What of the roles that were given to somebody. */
  readonly rights?: Rights;
  /** How a change came out is asked that was never made. */
  readonly unchanged?: true;
  /** Since when it is so is asked, of what changed. */
  readonly began?: true;
  /** How it was at a time that is over. */
  readonly past?: true;
  /** The time of which it is asked what changed. */
  readonly time?: SaidTime;
  /** Whether the network lets `from` (or whoever) through to what is named. */
  readonly reach?: ReachAsked;
  /** Who did something to what is named. */
  readonly whoDid?: true;
  /** What a person supposes to be the cause. */
  readonly guesses?: readonly Suspect[];
  /** What its log is to be read for beside its state. */
  readonly logSought?: LogSought;
  /** The one thing that is asked of what is named. */
  readonly fact?: Fact;
  /** A yes or no is wanted of that, or whether there are any of the lines that are looked for. */
  readonly yesNo?: YesNo;
  /** The sentence points back ("its", "再看下它的", "the same for"). */
  readonly refersBack?: boolean;
  /** A correction of what was taken ("不是，我说的是 staging 的"). */
  readonly corrects?: boolean;
  readonly command?: string;
  readonly commandArgument?: string;
  /** Kubernetes words found, for telling an unknown request from an out-of-scope one. */
  readonly hits: readonly string[];
};

/**
 * What is used against limits or requests; how full nodes are (`capacity`); whether so many more find a place (`room`);
 * which services select a pod (`services`).
 */
export type Beside = "limits" | "requests" | "capacity" | "room" | "services";

export type Ranked = { readonly by: "count" | "restarts" | "cpu" | "memory"; readonly fewest?: true };

/** A word, and the one that it was read as. */
export type ReadAs = { readonly said: string; readonly meant: string };

/** What is asked of the roles that were given to accounts. */
export type Rights = {
  readonly ask: "may" | "who" | "list" | "holders" | "self" | "rules" | "binding";
  /** Of whom: a part of the name of an account, a user or a group. */
  readonly subject?: string;
  readonly role?: string;
  readonly binding?: string;
  /** Verbs of the API server, any of which is enough. */
  readonly verbs?: readonly string[];
  readonly subresource?: string;
};

/** What of a workload's containers is to be set: a limit or request, or a variable of their environment. */
export type Setting = {
  readonly of: "limits" | "requests" | "environment";
  readonly name: string;
  /** Undefined where nobody said to what. */
  readonly value: string | undefined;
};

/** `sought`: what nothing is called; then the policies around what is named are told. */
export type ReachAsked = { readonly from?: string; readonly sought?: string };

/** A change that is only asked about, in words that would ask for it. */
export type Considered = { readonly of: "effect" | "way"; readonly change: string };

/** So many more (or fewer, below zero), or so many times as many. */
export type ReplicaChange = { readonly plus: number } | { readonly times: number };

/** What is asked about rights: whether the person may, or an account, who may, all that somebody may, who has a role. */
export type Access = "self" | "account" | "who" | "list" | "role";

/** What a part of a message adds to its request. */
export type RequestFields = Partial<Omit<Request, "language" | "hits">>;

/** What is known when a message arrives. All optional; the more is known, the more is understood. */
export type RequestContext = {
  readonly clusters?: readonly string[];
  /** The cluster that the conversation is about. */
  readonly cluster?: string;
  readonly namespaces?: readonly string[];
  /** Names that lists have shown: a word of one is no slip. */
  readonly names?: readonly string[];
  /** The resource that "it" means, a key of the resource table. */
  readonly lastResource?: string;
  /** The node that "it" means where something is on it. */
  readonly node?: string;
  /** Taken where the message itself does not tell (`dev`, `2`, `kubectl get pods`). Default `en`. */
  readonly language?: Language;
};

/** One option of a question, as the person sees it. `fields` as in a result's row: status, ready, restarts, age, cpu, memory. */
export type ReplyChoice = {
  readonly value: string;
  readonly label: string;
  readonly reason?: string;
  readonly fields?: Readonly<Record<string, string>>;
};

/** A question that waits for a reply. Without choices it is open (a namespace to type) or a confirmation. */
export type ReplyQuestion = {
  readonly choices: readonly ReplyChoice[];
  /** How many of them, from the first, the person sees and may count. Default all. */
  readonly shown?: number;
  /** What is asked for: cluster, namespace, pod, container, plan, … */
  readonly parameter: string;
  /** Several values may be picked. Default false. */
  readonly multiple?: boolean;
  /** What is picked is changed: several only where the reply says several. Default false. */
  readonly changes?: boolean;
  /** What the pending call does. A reply that asks for something else with a choice ("describe v2") is a new request. */
  readonly verb?: Verb;
};

/** A reply to a pending question, mapped by rules. */
export type Reply =
  | {
      readonly kind: "picked";
      readonly values: readonly string[];
      /** One was meant (“the newest”), and several are that. */
      readonly tied?: boolean;
    }
  /** Close to a choice, not the same: to be offered, never silently taken. */
  | { readonly kind: "did_you_mean"; readonly values: readonly string[] }
  /** A value in the form of a name that is none of the choices. */
  | { readonly kind: "typed"; readonly value: string }
  | { readonly kind: "all" }
  /** Whichever of them. */
  | { readonly kind: "any" }
  | { readonly kind: "list_them" }
  | { readonly kind: "none" }
  | { readonly kind: "why" }
  | { readonly kind: "back" }
  | { readonly kind: "cancel" }
  | { readonly kind: "yes" }
  | { readonly kind: "no" }
  /** Asks which of the choices is such; none is taken. */
  | { readonly kind: "asks"; readonly quality: Quality }
  /** Asks which of the choices to take. */
  | { readonly kind: "advise" }
  /** Another request: the subject was changed. */
  | { readonly kind: "new_request" }
  | { readonly kind: "unclear" };
