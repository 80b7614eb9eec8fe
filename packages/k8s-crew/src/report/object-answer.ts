import { stringify } from "yaml";
import { withoutBookkeeping } from "../results/bookkeeping.ts";
import { badConditions } from "../results/conditions.ts";
import { rowOf } from "../results/rows.ts";
import { containersOf } from "../results/templates.ts";
import { isRecord, listAt, textAt, type UnknownRecord } from "../results/values.ts";
import { redactText, redactValue } from "../safety/redact.ts";
import { say } from "../words/report-words.ts";
import type { AnswerContext } from "./answer-context.ts";
import { cellsFor, columnsFor } from "./columns.ts";
import { detailFacts } from "./detail-facts.ts";
import { displayWidth, fitEnd, padTo } from "./display-width.ts";
import { excerptLog } from "./log-excerpt.ts";
import { placeOf, thingOf } from "./place.ts";

/** One thing: what counts about it, then the whole as YAML without the API server's bookkeeping. Secrets stay hidden. */
export function objectAnswer(object: UnknownRecord, context: AnswerContext): string {
  const redacted = redactValue(object);
  const shown = isRecord(redacted) ? redacted : {};
  const heading = headingOf({ ...context, ...nameIn(shown) });
  const hidden = textAt(object, "kind") === "Secret" ? [say(context.language, "secretHidden")] : [];
  const facts = keyFacts(shown, context);
  if (context.card === true) return [heading, ...hidden, ...facts].join("\n");
  const body = excerptLog(stringify(withoutBookkeeping(shown), { lineWidth: 0 }).trimEnd(), context).text;
  return [heading, ...hidden, ...facts, "", body].join("\n");
}

const headingOf = (context: AnswerContext): string =>
  say(context.language, "details", { thing: thingOf(context), place: placeOf(context) });

/** Text as a server wrote it (describe output and the like), under a heading. */
export function textAnswer(text: string, context: AnswerContext): string {
  if (text.trim() === "") return say(context.language, "noContent");
  const heading = context.name === undefined ? [] : [headingOf(context), ""];
  return [...heading, excerptLog(redactText(text), context).text.trimEnd()].join("\n");
}

/** The cells that a list would show of it, and its containers, as aligned lines. */
function keyFacts(object: UnknownRecord, context: AnswerContext): readonly string[] {
  const row = rowOf(object, context.resource);
  if (row === undefined) return [];
  const columns = columnsFor(context.resource, [row], { now: context.now }).filter(({ key }) => key !== "name");
  const cells = cellsFor(row, columns, context.now);
  const facts: readonly (readonly [string, string])[] = [
    ["NAMESPACE", row.namespace ?? ""],
    ...columns.map(({ key, title }) => [title, cells[key] ?? ""] as const),
    ...containersIn(object).map((text) => ["CONTAINER", text] as const),
    ...detailFacts(row, context),
    ...lastExits(object).map((text) => ["LAST EXIT", text] as const),
    ...badConditions(object).map((text) => ["CONDITION", text] as const),
  ];
  const known = facts.filter(([, value]) => value !== "");
  const widest = Math.max(0, ...known.map(([title]) => displayWidth(title)));
  return known.map(([title, value]) => fitEnd(`  ${padTo(title, widest)}  ${value}`, context.width));
}

function containersIn(object: UnknownRecord): readonly string[] {
  return containersOf(object).map((container) => `${textAt(container, "name")}  ${textAt(container, "image")}`.trim());
}

/** How the containers that were restarted ended before: `app  OOMKilled, exit code 137`. */
function lastExits(object: UnknownRecord): readonly string[] {
  return listAt(object, "status", "containerStatuses").flatMap((status) => {
    const reason = textAt(status, "lastState", "terminated", "reason");
    const code = textAt(status, "lastState", "terminated", "exitCode");
    const exit = [reason, code === "" ? "" : `exit code ${code}`].filter((part) => part !== "").join(", ");
    return exit === "" ? [] : [`${textAt(status, "name")}  ${exit}`.trim()];
  });
}

function nameIn(object: UnknownRecord): { readonly name?: string; readonly namespace?: string } {
  const name = textAt(object, "metadata", "name") || textAt(object, "name");
  const namespace = textAt(object, "metadata", "namespace");
  return { ...(name === "" ? {} : { name }), ...(namespace === "" ? {} : { namespace }) };
}
