import type { Arguments } from "@k8s-copilot/crew";
import type { Effect, Role, Verb } from "../catalog/types.ts";
import type { ReplicaChange, Request, View } from "../language/types.ts";

/** Something that narrows the call, said by a person, that this tool has no parameter for. */
export type Unmet = { readonly role: Role; readonly value: string };

export type LeftOver = {
  /** What is applied to the result instead: its last lines, only what is younger. */
  readonly after?: { readonly lines?: number; readonly sinceSeconds?: number };
  /** What nothing can be done about: it is told. */
  readonly unmet?: readonly Unmet[];
};

/** One of several requests of a message: what of the plan is meant for its calls only. */
export type Part = {
  readonly index: number;
  readonly focus: Focus;
  /** Its calls are meant for all namespaces. */
  readonly everywhere: boolean;
};

/**
 * A step that looks into every cluster and namespace of the plan's place: one step with its own limit, though it takes
 * several calls. Its tool and arguments are those of each call, without the place.
 */
export type Look = {
  /** The number under which the person sees it; several kinds may share one. */
  readonly number: number;
  readonly verb: Verb;
  readonly resource: string;
  readonly show?: NonNullable<Request["quality"]>;
  /** Shows only what is of this type. */
  readonly type?: string;
  /** Shows only what may be cleaned up. */
  readonly leftovers?: true;
  readonly sinceSeconds?: number;
  /** Looks closely at what the steps before found; without findings there is nothing to do. */
  readonly atFindings?: true;
  /** How to read what it shows. */
  readonly read?: string;
};

/** The playbook that a plan follows. */
export type Followed = {
  readonly id: string;
  readonly title: string;
  /** What bears on the wish and is not looked at. */
  readonly beyond?: string;
  /** A word of the wish was taken for a name; where nothing has it, everything is looked at. */
  readonly nameGuessed?: true;
  /** Kinds that a step wants to look at and that no tool of the server can, with the step's number. */
  readonly unable: readonly { readonly number: number; readonly verb: Verb; readonly resource: string }[];
};

/** A call as a planner proposes it: code checks it before anything comes of it. */
export type DraftStep = LeftOver & {
  readonly tool: string;
  readonly args: Arguments;
  readonly reason: string;
  /** What is changed is one of these, or what runs it. */
  readonly among?: readonly { readonly name: string; readonly namespace?: string }[];
  /** Of what the tool lists, only things whose name contains this. */
  readonly only?: string;
  readonly part?: Part;
  /** The kind of what is named, where nobody said it: it is looked for among other kinds as well. */
  readonly guessed?: string;
  /** What is wrong with the thing is looked into and told, in place of what the call shows of it. */
  readonly diagnose?: boolean;
  /** Whether the network lets something through to it is told instead. */
  readonly reach?: Request["reach"];
  readonly guesses?: Request["guesses"];
  readonly logSought?: Request["logSought"];
  /** What draining the node would do is told instead. */
  readonly drain?: true;
  /** What runs the pods is meant: where all that match are its own, the worst of them stands for it. */
  readonly anyPod?: boolean;
  /** Each of the things that have the name is read. */
  readonly everyOne?: true;
  /** How many replicas are wanted, from how many there are. */
  readonly replicasBy?: ReplicaChange;
  /** Of the containers not this one. */
  readonly otherThan?: string;
  /** What has to be said beside the result, because it cannot tell what was asked. */
  readonly note?: string;
  /** Looks into all namespaces, wherever the conversation is. */
  readonly wide?: boolean;
  readonly look?: Look;
  /** What of its place was said of another one: where there is none such, it says nothing. */
  readonly carriedPlace?: Request["carriedPlace"];
  /** What a model takes the thing to be called that is to be looked at, and nobody said: it is offered, never used. */
  readonly likelyName?: string;
  /** A change that a model thought of: the person wished for something, and did not say for what. */
  readonly proposed?: true;
};

/** What of a list or log the person wants to see: names that contain `name`, what runs on `node`, things of a quality. */
export type Focus = {
  readonly name?: string;
  readonly node?: string;
  readonly quality?: NonNullable<Request["quality"]>;
  /** No word of the message tells that only what is in trouble is to be shown: a model took it for that. */
  readonly supposed?: true;
  /** Of one thing only what counts about it. */
  readonly card?: true;
} & Pick<
  Request,
  | "conditions"
  | "first"
  | "counted"
  | "per"
  | "fact"
  | "yesNo"
  | "compare"
  | "comparedBy"
  | "beside"
  | "more"
  | "ranked"
  | "rights"
  | "holding"
  | "lastMatching"
  | "unused"
  | "usedThing"
  | "began"
>;

/**
 * What was said about where and which, still to be held against live lists: `name` may be a fragment.
 * A mention is never sent as it is unless no tool can list the possible values.
 */
export type Mentions = {
  readonly cluster?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly container?: string;
};

/** A call of the plan. `args` are settled; what a person decides comes from `mentions`, memory or a question. */
export type Step = DraftStep & {
  readonly id: string;
  readonly mentions: Mentions;
  readonly effect: Effect;
  readonly verb: Verb;
  /** Key of the resource table; for parameter-driven tools the one that the arguments decide. */
  readonly resource: string;
  readonly ready: boolean;
  readonly done: boolean;
  /** The server looks into one namespace at a time: over all of them means one call each. */
  readonly byNamespace?: boolean;
  /** Its list was held against what the other namespaces have, and nothing is left out of it. */
  readonly allSeen?: true;
  /** The thing of its name was there, and is no more: what took its place will do. */
  readonly lost?: true;
  /** Why nothing came of it, though other parts of the message went on. */
  readonly failed?: { readonly text: string; readonly code: string };
};

export type Place = {
  readonly cluster?: string;
  readonly namespace?: string;
  /** Of the clusters only these, where it was looked up which are meant. */
  readonly among?: readonly string[];
};

export type SurveyPlace = Place & { readonly name?: string };

export type Plan = {
  readonly view: View;
  readonly steps: readonly Step[];
  readonly focus: Focus;
  readonly allNamespaces: boolean;
  /** Where a cluster has to be named and none is known, every one is meant. */
  readonly everyCluster?: boolean;
  /** For surveys: only this cluster, only this namespace. */
  readonly place: Place;
  /** Further places that the same survey looks at, each with what it looks for there. */
  readonly others?: readonly SurveyPlace[];
  readonly leadIn: string;
  /** Parts of the message that no step stands for. */
  readonly left: readonly LeftPart[];
  /** What was asked, as the rules read it. */
  readonly asked?: Request;
  /** Each of them, where the message asked for several things. */
  readonly parts?: readonly Request[];
  /** The wish was vague: the plan follows a playbook, and a person may change it before it runs. */
  readonly playbook?: Followed;
  /** A person changed it: it is shown again, however short it has become. */
  readonly edited?: true;
  /** Its places were held against what there is. */
  readonly placed?: true;
  /** The looks of a survey have been made. */
  readonly surveyed?: true;
};

/** A part of a message that is not done, and why where that is known; or what a model would do besides. */
export type LeftPart = {
  readonly message: string;
  readonly why: string;
  /** What it is called where the message is a command. */
  readonly label?: string;
  readonly by?: "model";
};

/** Whether two steps are of the same request. */
export const ofSamePart = (one: Step, other: Step): boolean => one.part?.index === other.part?.index;

/** Whether a step is meant for all namespaces. */
export const isEverywhere = (plan: Plan, step: Step): boolean =>
  step.wide ?? step.part?.everywhere ?? plan.allNamespaces;
