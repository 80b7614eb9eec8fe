import { terminalSafe } from "@k8s-copilot/k8s-crew/terminal-safe";
import type { CommandOptions } from "../command.ts";
import { exitCodeOfError, exitCodes } from "../exit-codes.ts";
import { columns } from "../output/columns.ts";
import { jsonLine } from "../output/json.ts";
import { showProblem } from "../output/result.ts";
import { failed, type Problem } from "../problem.ts";
import type { SessionsRequest } from "../program.ts";
import { prepare } from "../start.ts";
import type { Say, WordKey } from "../words.ts";
import { findKept } from "./choose.ts";
import { fileOf, idsIn, removeFiles, sessionsFolder } from "./folder.ts";
import { lockSession } from "./lock.ts";
import { dateTime, reportOf } from "./report.ts";
import { isFree, readSession, type SessionState, type Summary, summariesIn } from "./summary.ts";

type Options = Omit<CommandOptions, "open">;

/** Lists, shows or removes conversations that are kept. Comes back with the exit code. */
export const sessions = async (options: Options, request: SessionsRequest): Promise<number> => {
  const { io, flags, console } = options;
  const prepared = await prepare({ flags, io, message: "" });
  const { say, language } = prepared;
  const problem =
    prepared.kind === "problem" ? prepared.problem : run(request, { ...options, say, folder: sessionsFolder(io) });
  if (problem === undefined) return exitCodes.ok;
  showProblem(problem, language, { console, flags, say });
  return exitCodeOfError(problem.code);
};

type Running = Options & { readonly say: Say; readonly folder: string };

const run = (request: SessionsRequest, running: Running): Problem | undefined => {
  switch (request.kind) {
    case "list":
      return list(running);
    case "show":
      return show(request, running);
    case "rm":
      return remove(request, running);
  }
};

const list = ({ console, flags, say, folder }: Running): undefined => {
  const summaries = summariesIn(folder);
  if (flags.output === "json") console.print(jsonLine(summaries));
  else if (flags.output === "jsonl") for (const summary of summaries) console.print(jsonLine(summary));
  else if (summaries.length === 0) console.note(say("sessionsNone", { folder }));
  else
    for (const line of columns([titles.map((title) => say(title)), ...summaries.map((each) => row(each, say))]))
      console.print(line);
};

const titles: readonly WordKey[] = [
  "columnSession",
  "columnLast",
  "columnTurns",
  "columnState",
  "columnAbout",
  "columnFirst",
];

const stateWords = {
  inUse: "stateInUse",
  waits: "stateWaits",
  cut: "stateCut",
  ended: "stateEnded",
  broken: "stateBroken",
} as const satisfies Record<SessionState, WordKey>;

const row = ({ id, last, turns, state, about, beganWith }: Summary, say: Say): readonly string[] => {
  const short = (text: string, length: number) =>
    [...terminalSafe(text.replaceAll(/\s+/g, " "), { unsafe: "drop" })].slice(0, length).join("");
  const when = last === null ? "" : dateTime(last);
  return [id, when, String(turns), say(stateWords[state]), short(about, 60), short(beganWith, 60)];
};

const show = (
  { id: wanted, format }: Extract<SessionsRequest, { kind: "show" }>,
  { console, io, say, folder }: Running,
): Problem | undefined => {
  const found = findKept(folder, wanted);
  if (found.kind !== "one") return unknown(wanted, { say, folder, program: io.program });
  const read = readSession(folder, found.id);
  const { id } = found;
  if (read === undefined)
    return failed(
      "session_unreadable",
      say("sessionUnreadable", { id, cause: say("stateBroken") }),
      say("sessionUnreadableRemedy", { id, program: io.program }),
    ).problem;
  if (format === "json") console.print(jsonLine({ id, ...read.about, turns: read.turns }));
  else console.answer(reportOf(id, read, say));
  return undefined;
};

type At = { readonly say: Say; readonly folder: string; readonly program: string };

const unknown = (wanted: string, { say, folder, program }: At): Problem => {
  const found = findKept(folder, wanted);
  const message =
    found.kind === "several"
      ? say("sessionSeveral", { id: wanted, ids: found.ids.join(", ") })
      : wanted === ""
        ? say("sessionsNone", { folder })
        : say("sessionUnknown", { id: wanted });
  return failed("session_unknown", message, say("sessionUnknownRemedy", { program })).problem;
};

/** Removes all or none: what is unknown or in use is told first. */
const remove = (
  { ids, all }: Extract<SessionsRequest, { kind: "rm" }>,
  { console, flags, io, say, folder }: Running,
): Problem | undefined => {
  const chosen: string[] = [];
  for (const wanted of all ? idsIn(folder).map(({ id }) => id) : ids) {
    const found = findKept(folder, wanted);
    if (found.kind !== "one" || wanted === "") return unknown(wanted, { say, folder, program: io.program });
    if (!all && !isFree(folder, found.id))
      return failed("session_locked", say("sessionLocked", { id: found.id }), say("sessionLockedRemedy")).problem;
    chosen.push(found.id);
  }
  const removed = chosen.filter((id) => removeOne(folder, id));
  if (flags.output !== "text") console.print(jsonLine({ removed }));
  else for (const id of removed) console.print(say("sessionRemoved", { id }));
  return undefined;
};

const removeOne = (folder: string, id: string): boolean => {
  const file = fileOf(folder, id);
  const unlock = lockSession(file);
  if (unlock === undefined) return false;
  removeFiles(file);
  unlock();
  return true;
};
