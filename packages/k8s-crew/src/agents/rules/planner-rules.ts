import type { Catalog } from "../../catalog/types.ts";
import { helpFor, withQuickCommands } from "../../guidance/help.ts";
import {
  asksMeaning,
  isUsualNamespace,
  joinedNames,
  type Request,
  type RequestContext,
  readRequest,
  readRequests,
  respelled,
  silentWords,
  takeBeyond,
} from "../../language/index.ts";
import type { LeftPart } from "../../plan/types.ts";
import { builtInPlaybooks } from "../../playbooks/built-in/index.ts";
import type { Playbook } from "../../playbooks/types.ts";
import { createWishes, isMeant, isWord, saysWord, type Wish } from "../../playbooks/wish.ts";
import { say } from "../../words/conversation-words.ts";
import { unappliedNote } from "../../words/delete-words.ts";
import { sayLeft } from "../../words/left-words.ts";
import { sayInTalk } from "../../words/talk-words.ts";
import { keepsNote } from "../../words/unread-words.ts";
import type { Planner, PlannerInput, PlannerReply } from "../types.ts";
import { aboutChange } from "./about-change.ts";
import { aboutAccess } from "./access.ts";
import { meaningToChange, onlyBeyond, withReading } from "./as-read.ts";
import { beforeDrain } from "./before-drain.ts";
import { heldBeside } from "./beside.ts";
import { comparedAgain } from "./compared-again.ts";
import { followPlaybook } from "./follow-playbook.ts";
import { leavingOut } from "./leaving-out.ts";
import { withLeftOut } from "./left-out.ts";
import { ofMany } from "./of-many.ts";
import { eachOnceMore } from "./once-more.ts";
import { inOtherCluster } from "./other-cluster.ts";
import { asksTheWay, fromOutside } from "./outside.ts";
import { faultsIn, isAboutData } from "./piped-data.ts";
import { planFor } from "./plan-call.ts";
import type { Context } from "./plan-context.ts";
import { contextOf } from "./reading-context.ts";
import { cardOf } from "./thing-card.ts";
import { leaving, together } from "./together.ts";
import { turned, withoutMereLook } from "./turned.ts";
import { unusedThings } from "./unused.ts";
import { usersOf } from "./users.ts";
import { ofAllShown } from "./wholesale.ts";

/** A planner made of tables: understands direct requests, and vague wishes that a playbook stands for. */
export const plannerFromRules = (catalog: Catalog, playbooks: readonly Playbook[] = builtInPlaybooks): Planner => {
  const wishes = createWishes(playbooks);
  return async (turn) => {
    const card = turn.thing && cardOf(turn.thing, { catalog, turn, playbooks, wish: undefined });
    if (card !== undefined) return card;
    const context = contextOf(turn);
    const { beyond, rest } = takeBeyond(turn.message);
    const { text, corrected, offered } = respelled(rest, context);
    if (offered !== undefined) return meaningToChange(offered, turn.language);
    const vain = onlyBeyond(text, beyond, context);
    if (vain !== undefined) return vain;
    const reply = replyToSpelled({ ...turn, message: text }, { catalog, playbooks, wishes });
    return withReading(reply, { corrected, beyond });
  };
};

type Reading = Pick<Context, "catalog" | "playbooks"> & { readonly wishes: ReturnType<typeof createWishes> };

const replyToSpelled = (turn: PlannerInput, { catalog, playbooks, wishes }: Reading): PlannerReply => {
  const reply = (text: string, request: Request) =>
    replyTo(request, { catalog, turn, playbooks, wish: meantWish(wishes.in(text), request) });
  const context = contextOf(turn);
  const { requests, strange, conditional = [] } = readRequests(joinedNames(turn.message, turn.known), context);
  const left = [...strange.map(notUnderstood), ...conditional.map((message) => onCondition(message, turn))];
  const [first] = requests;
  const isOfData = first === undefined || asksMeaning(turn.message) || isAboutData(first.request);
  if (turn.attachment !== undefined && isOfData)
    return { kind: "answer", text: faultsIn(turn.attachment, turn.language) };
  if (first === undefined) return { kind: "not_understood" };
  if (first.request.considered !== undefined)
    return (
      beforeDrain(first.request, { catalog, turn, playbooks, wish: undefined }) ??
      aboutChange(first.request, { catalog, turn })
    );
  const all = requests.length === 1 ? ofAllShown(first.request, turn) : undefined;
  if (all !== undefined) return all;
  const again = comparedAgain(
    requests.map(({ request }) => request),
    turn,
  );
  if (again?.kind === "reply") return leaving(again.reply, left);
  if (again !== undefined)
    return leaving(
      together(again.requests.map((each) => ({ text: turn.message, reply: reply(turn.message, each) }))),
      left,
    );
  if (requests.length === 1) {
    const said = ofMany(
      withoutMereLook(left.length === 0 ? withSilent(first.request, context, turn) : first.request, turn),
      turn,
    );
    const request =
      leavingOut(turn) ?? turned(said, turn) ?? withLeftOut(said, turn, (text) => readRequest(text, context));
    const again = eachOnceMore(request, turn).map((each) => ({
      text: turn.message,
      reply: reply(turn.message, each),
    }));
    return leaving(together(again), left);
  }
  const parts = requests.map(({ text, request }) => ({ text, reply: reply(text, request) }));
  return leaving(together(parts), left);
};

/** With words that tables know and that went into nothing all the same. */
const withSilent = (request: Request, context: RequestContext, { message }: PlannerInput): Request => {
  const silent = silentWords(message, (text) => readRequest(text, context));
  return silent.length === 0 ? request : { ...request, unread: [...new Set([...(request.unread ?? []), ...silent])] };
};

const meantWish = (wish: Wish | undefined, request: Request): Wish | undefined =>
  wish && isMeant(wish, request) ? wish : undefined;

const notUnderstood = (message: string): LeftPart => ({ message, why: "" });

const onCondition = (message: string, { language }: PlannerInput): LeftPart => ({
  message,
  why: sayLeft(language, "onCondition"),
});

const replyTo = (request: Request, context: Context): PlannerReply => {
  const { language } = context.turn;
  if (request.keeps !== undefined && request.access === undefined)
    return { kind: "answer", text: keepsNote(language, request.keeps) };
  if (request.unread !== undefined && deletesSomeOf(request))
    return { kind: "answer", text: unappliedNote(language, request.unread) };
  const elsewhere = request.kind === "request" ? inOtherCluster(request, context) : undefined;
  if (elsewhere) return askedFor(request, elsewhere);
  // What changed is told by its own view, wherever a playbook has words for it too.
  const { wish } = context;
  const asked = wish && withoutItsWords(request, wish);
  if (wish && asked && asked.view !== "changes" && asked.beside === undefined && !isOfOne(asked, wish.playbook))
    return askedFor(asked, followPlaybook(asked, wish.playbook, context));
  switch (request.kind) {
    case "help":
      return { kind: "answer", ...helpFor(context.catalog, language) };
    case "about_assistant":
      return { kind: "answer", ...withQuickCommands(context.catalog, language, sayInTalk(language, "aboutAssistant")) };
    case "greeting":
      return { kind: "answer", ...withQuickCommands(context.catalog, language, say(language, "greeting")) };
    case "thanks":
      return { kind: "answer", text: say(language, "thanks") };
    case "out_of_scope":
      return { kind: "answer", ...withQuickCommands(context.catalog, language, say(language, "outOfScope")) };
    case "empty":
      return { kind: "answer", text: say(language, "empty") };
    case "request":
      if (request.access !== undefined) return aboutAccess(request, context);
      if (asksTheWay(request))
        return askedFor(
          request,
          fromOutside(request, (part) => planFor(part, context)),
        );
      if (request.beside !== undefined)
        return askedFor(
          request,
          heldBeside(request, (part) => planFor(part, context)),
        );
      if (request.usedThing !== undefined)
        return askedFor(
          request,
          usersOf(request, (part) => planFor(part, context)),
        );
      if (request.unused === true) return unusedThings(request, (part) => planFor(part, context));
      return askedFor(request, planFor(request, context));
    default:
      return { kind: "not_understood" };
  }
};

/** A delete of some of a kind, as they were described: of words that went into nothing, any may have been what spares others. */
const deletesSomeOf = ({ kind, verb, name, resource, refersBack, access }: Request): boolean =>
  kind === "request" &&
  verb === "delete" &&
  name === undefined &&
  resource !== undefined &&
  refersBack !== true &&
  access === undefined;

/** “Out of disk” names nothing “disk”, and leaves no word of it unread; “is prod ok” does say where. */
const withoutItsWords = (request: Request, wish: Wish): Request => {
  const unread = (request.unread ?? []).filter((word) => !saysWord(wish, word));
  const { name, resource, namespace, unread: _, ...rest } = request;
  const isNoPlace = namespace === undefined || (isWord(wish, namespace) && !isUsualNamespace(namespace));
  const place = isNoPlace ? {} : { namespace };
  const named = name === undefined || isWord(wish, name) ? {} : { name };
  const kind = resource === undefined || (name !== undefined && isWord(wish, name)) ? {} : { resource };
  return { ...rest, ...named, ...kind, ...place, ...(unread.length === 0 ? {} : { unread }) };
};

/** Why one thing that is called by a name fails is told by looking into it, and by no look at all places. */
const isOfOne = ({ verb, name = "" }: Request, { about }: Playbook): boolean =>
  about === "place" && verb === "diagnose" && /^[a-z\d]+(?:[-.][a-z\d]+)+$/iu.test(name);

/** Remembers what was asked, so that it can be asked once more in another place. */
const askedFor = (request: Request, reply: PlannerReply): PlannerReply =>
  reply.kind === "plan"
    ? { ...reply, asked: request }
    : reply.kind === "answer" && reply.about !== undefined
      ? { ...reply, about: { ...reply.about, asked: request } }
      : reply;
