import { resourceByKey } from "../catalog/resources.ts";
import type { Fact } from "../language/condition.ts";
import { withNamespace } from "../overview/list-everywhere.ts";
import { formatAge, parseTimestamp } from "../results/age.ts";
import { fieldReaders } from "../results/fields.ts";
import { podFacts } from "../results/pod-facts.ts";
import type { Row } from "../results/types.ts";
import { textAt } from "../results/values.ts";
import { conditionNote, factText, fieldWords } from "../words/condition-words.ts";
import { scheduleText } from "../words/cron-words.ts";
import { afterVerdict, sayFact } from "../words/fact-words.ts";
import { allOf } from "../words/fill.ts";
import { namedThing, nounOf } from "../words/nouns.ts";
import { sayTurn } from "../words/turn-words.ts";
import type { AnswerContext } from "./answer-context.ts";
import { factSentence } from "./fact-sentences.ts";
import { placeOf } from "./place.ts";
import { verdictOfAll } from "./yes-no.ts";

/** Things whose fact is told in a sentence of its own; of more the table tells. */
const mostSentences = 5;

/** Facts that are told in sentences of whatever they are asked. */
const toldAlone: ReadonlySet<Fact> = new Set<Fact>([
  "quota",
  "limitDefaults",
  "backend",
  "host",
  "role",
  "address",
  "traffic",
]);

/** One line for each thing that was asked about, unless they are too many. */
export function factLines(rows: readonly Row[], context: AnswerContext): readonly string[] {
  const { fact } = context;
  const named = context.name ?? context.nameContains;
  const few = named !== undefined || (fact !== undefined && toldAlone.has(fact));
  if (fact === undefined || !few || rows.length > mostSentences) return [];
  const { yesNo: _, ...plain } = context;
  const judged = verdictOfAll(rows, (row) => valueTold(row, fact, context), context);
  return alike(judged.rows, context).map(([row, ...others], index) => {
    // Said once for all of them.
    const verdict = index === 0 ? judged.verdict : undefined;
    const line = factLine(row, verdict, rows.length === 1 || verdict !== undefined ? context : plain);
    if (others.length === 0) return line;
    const names = others.map(({ name }) => namedThing(context.language, context.resource, name));
    return `${line}${sayFact(context.language, "sameFor", { things: allOf(context.language, names) })}`;
  });
}

/** Rows of one namespace of which the very same is told, in the order of the first ones. */
function alike(rows: readonly Row[], context: AnswerContext): readonly [Row, ...Row[]][] {
  const { fact = "existence" } = context;
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const value = valueTold(row, fact, context);
    const key = JSON.stringify([row.namespace, told({ row, fact, value, thing: "" }, context)]);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

function factLine(bare: Row, verdict: boolean | undefined, context: AnswerContext): string {
  const { language, namespace, yesNo, fact = "existence" } = context;
  const row = withNamespace(bare, namespace);
  const value = valueTold(row, fact, context);
  // The endpoints of a service have its name.
  const named = thingOf(row, fact === "endpoints" ? { ...context, resource: "service" } : context);
  const judged = yesNo && { verdict, asks: yesNo.asks, fact };
  return afterVerdict(language, judged, told({ row, fact, value, thing: named }, context));
}

function valueTold(row: Row, fact: Fact, context: AnswerContext): string | undefined {
  if (fact === "existence") return undefined;
  return fact === "state" ? stateOf(row, context) : fieldReaders[fact].text(row, context.now)?.replaceAll("\n", ", ");
}

type Asked = { readonly row: Row; readonly fact: Fact; readonly value: string | undefined; readonly thing: string };

function told({ row, fact, value, thing }: Asked, context: AnswerContext): string {
  const { language, now } = context;
  if (fact === "existence") return factText(language, fact, { thing });
  const field = fact === "state" ? "status" : fact;
  const slots = { thing, field: fieldWords[field][language] };
  if (value === undefined) return conditionNote(language, "unknown", slots);
  const sentence = factSentence(fact, { row, thing, value, context });
  if (sentence !== undefined) return sentence;
  if (value === "" && fact !== "limits")
    return context.yesNo === undefined ? conditionNote(language, "none", slots) : sayFact(language, "none", slots);
  const { restarts, lastRestartSeconds } = podFacts(row, now);
  const requests = fact === "limits" ? fieldReaders.requests.text(row, now) : "";
  const none = conditionNote(language, "nothing");
  const open = fact === "quota" && value.includes("?/") ? conditionNote(language, "usedUntold") : "";
  const text = factText(language, fact, {
    ...slots,
    value:
      (fact === "restarts" ? restarts : fact === "schedule" ? scheduleText(value, language) : value) ||
      (fact === "restarts" ? 0 : none),
    requests: requests || none,
    since: fact === "age" ? sinceOf(row, context) : "",
    last:
      lastRestartSeconds === undefined ? "" : conditionNote(language, "last", { age: formatAge(lastRestartSeconds) }),
  });
  return `${text}${open}${fact === "schedule" ? lastRun(row, context) : ""}`;
}

/** When it was started last, as a list or the whole of it tells. */
function lastRun({ fields, object }: Row, { language, now }: AnswerContext): string {
  const said = fields["last schedule"] ?? textAt(object, "status", "lastScheduleTime");
  const time = parseTimestamp(said);
  const age = time === undefined ? said : formatAge(Math.max(0, Math.round((now - time) / 1_000)));
  return /^\d/u.test(age) ? sayTurn(language, "lastRun", { age }) : sayTurn(language, "noRunYet");
}

function thingOf(row: Row, { language, resource, namespace: looked, cluster }: AnswerContext): string {
  const thing = namedThing(language, resource, row.name);
  const namespace = row.namespace ?? (resourceByKey.get(resource)?.namespaced === false ? undefined : looked);
  const slots = {
    thing,
    ...(namespace === undefined ? {} : { namespace }),
    ...(cluster === undefined ? {} : { cluster }),
  };
  if (cluster !== undefined) return conditionNote(language, namespace === undefined ? "thingOf" : "thingInOf", slots);
  return namespace === undefined ? thing : conditionNote(language, "thingIn", slots);
}

/** The status word, and how much of it is ready. */
function stateOf({ fields }: Row, { language }: AnswerContext): string | undefined {
  const status = fields.status ?? fields.phase;
  const ready = /^\d+\/\d+$/.test(fields.ready ?? "") ? fields.ready : undefined;
  if (ready === undefined) return status;
  return status === undefined
    ? conditionNote(language, "readyAlone", { ready })
    : conditionNote(language, "readyOf", { status, ready });
}

/** When it was created, to the minute, where the server tells the time itself. */
function sinceOf({ fields, object }: Row, { language }: AnswerContext): string {
  const time = parseTimestamp(fields.created ?? textAt(object, "metadata", "creationTimestamp"));
  if (time === undefined) return "";
  const text = new Date(time).toISOString().slice(0, 16).replace("T", " ");
  return conditionNote(language, "since", { time: `${text} UTC` });
}

/** There is none of that name: the answer to whether there is one. */
export function nowhereText({ language, resource, nameContains = "", ...context }: AnswerContext): string {
  const place = placeOf({ ...context, language, resource });
  return conditionNote(language, "nowhere", { noun: nounOf(resource, 1, language), name: nameContains, place });
}
