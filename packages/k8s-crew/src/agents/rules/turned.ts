import type { Verb } from "../../catalog/types.ts";
import { goesOn, type Request, saysOnlyToLook, turnedIn } from "../../language/index.ts";
import { mostLines } from "../../report/log-answer.ts";
import type { LastRequest, PlannerInput } from "../types.ts";

/** Lines of a log that are read where nobody says how many. */
const usualLines = 100;

const listing: readonly Verb[] = ["list", "top"];
const lookingAtOne: readonly Verb[] = ["logs", "get", "describe"];

/** “List them”, “the other container”, “longer”: what was asked before, in this one respect otherwise. */
export const turned = (request: Request, turn: PlannerInput): Request | undefined => {
  const { last } = turn;
  const how = turnedIn(turn.message);
  if (how === undefined || last === undefined || last.view !== "call" || last.open === true) return undefined;
  if (how === "listed") return listed(request, turn, last);
  if (last.verb !== "logs") return undefined;
  const asked = ofTheLog(request, turn, last);
  if (how === "other_container") {
    const { container: _, ...others } = asked;
    const read = turn.entities.container?.value;
    return { ...others, ...(read === undefined ? {} : { otherThan: read }) };
  }
  const { sinceSeconds: _, ...rest } = asked;
  const tail = how === "whole" ? mostLines : Math.min(mostLines, (asked.tail ?? usualLines) * 5);
  return { ...rest, tail };
};

/** Which they are that were counted; after a look at one thing those of its kind around it. */
const listed = ({ language, hits }: Request, turn: PlannerInput, last: LastRequest): Request | undefined => {
  if (listing.includes(last.verb) && last.asked !== undefined) {
    const { counted: _, per: __, ...asked } = last.asked;
    return asked;
  }
  if (!lookingAtOne.includes(last.verb)) return undefined;
  const { cluster, namespace } = turn.entities;
  return {
    language,
    hits,
    kind: "request",
    view: "call",
    verb: "list",
    resource: turn.lastResource ?? last.resource,
    ...(cluster === undefined ? {} : { cluster: cluster.value }),
    ...(namespace === undefined ? {} : { namespace: namespace.value }),
  };
};

/** The log that was read, of the very thing that it was read of. */
const ofTheLog = ({ language, hits }: Request, { entities }: PlannerInput, { name, asked }: LastRequest): Request => {
  const said: Request = asked ?? { language, hits, kind: "request" };
  const { refersBack: _, corrects: __, ...before } = said;
  const namespace = said.namespace ?? entities.namespace?.value;
  return {
    ...before,
    kind: "request",
    view: "call",
    verb: "logs",
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
  };
};

/** “不对，我要看 dev 的”, “web-1 也看看”: to look is what was asked before, there or at that. */
export const withoutMereLook = (request: Request, { message, last }: PlannerInput): Request => {
  const goesFurther = request.corrects === true || goesOn(message);
  if (last === undefined || !goesFurther || !saysOnlyToLook(message)) return request;
  const { view: _, verb: __, ...rest } = request;
  return rest;
};
