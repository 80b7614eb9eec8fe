import { randomInt } from "node:crypto";
import { hostname } from "node:os";
import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { type Attempt, causeOf, failed, ok } from "../problem.ts";
import type { OpenRequest } from "../session.ts";
import { version } from "../version.ts";
import { checkpointsIn } from "./checkpoints.ts";
import { chooseKept } from "./choose.ts";
import { accountName, fileOf, makeFolder, removeFiles, sessionsFolder, setLast } from "./folder.ts";
import { heldWith } from "./held-with.ts";
import { type Kept, unkept } from "./kept.ts";
import { lockSession } from "./lock.ts";
import { removeOld } from "./retention.ts";
import { fileFormat, openSessionFile, type SessionFile } from "./session-file.ts";
import { withRecord } from "./with-record.ts";

type Open = { readonly id: string; readonly file: SessionFile; readonly close: () => void };

/**
 * Opens what a conversation is kept in: a new file, or that of the one that goes on. Where nothing can be written, a new
 * conversation goes on unsaved and says so; one that was asked for and cannot be had is a problem.
 */
export const keepSession = async (request: OpenRequest): Promise<Attempt<Kept<BaseCheckpointSaver>>> => {
  const { io, settings, say } = request;
  const folder = sessionsFolder(io);
  const chosen = chooseKept(request, folder);
  if (chosen.kind === "problem") return chosen;
  try {
    if (chosen.value.id !== undefined) return goOn(request, folder, chosen.value.id);
    makeFolder(folder);
    const opened = begin(request, folder);
    removeOld(folder, opened.id, settings.sessions.value);
    return ok(keptIn(opened, folder, { warnings: chosen.value.warnings, isBegun: false }));
  } catch (thrown) {
    if (chosen.value.id !== undefined) return unreadable(request, chosen.value.id, thrown);
    return ok(unkept([...chosen.value.warnings, say("sessionUnsaved", { folder, cause: causeOf(thrown) })]));
  }
};

const begin = (request: OpenRequest, folder: string): Open => {
  const id = newId();
  const opened = openLocked(folder, id);
  // Nobody else can be in a file that was not there.
  if (opened === undefined) throw new Error(`${id} is in use`);
  try {
    opened.file.setAbout({
      format: fileFormat,
      begun: Date.now(),
      heldWith: placeOf(request),
      user: accountName(),
      host: hostname(),
      version: version(),
    });
    return opened;
  } catch (thrown) {
    opened.close();
    removeFiles(fileOf(folder, id));
    throw thrown;
  }
};

/** A place that cannot be told is told of when it is reached for; nothing comes of such a conversation. */
const placeOf = (request: OpenRequest): string => {
  const held = heldWith(request);
  return held.kind === "ok" ? held.value : "";
};

const goOn = (request: OpenRequest, folder: string, id: string): Attempt<Kept<BaseCheckpointSaver>> => {
  const { say, io } = request;
  const opened = openLocked(folder, id);
  if (opened === undefined)
    return failed("settings_session_locked", say("sessionLocked", { id }), say("sessionLockedRemedy"));
  const about = opened.file.about();
  const held = heldWith(request);
  if (about?.format === fileFormat && held.kind === "ok" && held.value === about.heldWith)
    return ok(keptIn(opened, folder, { warnings: [], isBegun: true }));
  opened.close();
  if (about?.format !== fileFormat)
    return failed("settings_session_version", say("sessionOtherVersion", { id }), say("sessionAnew"));
  const slots = { id, before: about.heldWith, now: held.kind === "ok" ? held.value : held.problem.message };
  return failed(
    "settings_session_server",
    say(held.kind === "ok" ? "sessionOtherServer" : "sessionNoServer", slots),
    say("sessionOtherServerRemedy", { program: io.program }),
  );
};

const unreadable = ({ say, io }: OpenRequest, id: string, thrown: unknown) =>
  failed(
    "settings_session_unreadable",
    say("sessionUnreadable", { id, cause: causeOf(thrown) }),
    say("sessionUnreadableRemedy", { program: io.program, id }),
  );

const openLocked = (folder: string, id: string): Open | undefined => {
  const path = fileOf(folder, id);
  const unlock = lockSession(path);
  if (unlock === undefined) return undefined;
  try {
    const file = openSessionFile(path);
    const close = () => {
      file.close();
      unlock();
    };
    return { id, file, close };
  } catch (thrown) {
    unlock();
    throw thrown;
  }
};

type Before = Pick<Kept<never>, "warnings" | "isBegun">;

const keptIn = ({ id, file, close }: Open, folder: string, before: Before): Kept<BaseCheckpointSaver> => ({
  id,
  store: checkpointsIn(file),
  ...before,
  recorded: (conversation) => withRecord(conversation, { file, onFirst: () => setLast(folder, id) }),
  close: async () => {
    const isEmpty = !before.isBegun && file.turns().length === 0;
    if (isEmpty) removeFiles(fileOf(folder, id));
    close();
  },
});

/** Short enough to type, without letters that look like figures. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";
const newId = (): string => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("");
