import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultWorldFolder, loadWorlds } from "@k8s-copilot/sandbox";
import { folders } from "../format/load.ts";
import type { Conversation } from "../format/schema.ts";
import { isReadVerb } from "../format/texts.ts";
import { openStage, type ServerKind, type Stage } from "../stage/stage.ts";
import { type Mind, type Report, runConversation } from "./run-conversation.ts";

/**
 * Plays conversations on one kind of server, at the same time as many as there are minds; those that change their world
 * get one of their own. The reports stand in the order of the conversations. Each mind has its own server, because the
 * bundled one lets only so many requests a second through.
 */
export const runAll = async (
  conversations: readonly Conversation[],
  kind: ServerKind,
  minds: readonly Mind[],
): Promise<readonly Report[]> => {
  const reports: Report[] = [];
  const waiting = [...conversations.entries()];
  const playOn = async (mind: Mind): Promise<void> => {
    const stages = new Map<string, Stage>();
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, conversation] = next;
        const isChanging = changes(conversation);
        const known = isChanging ? undefined : stages.get(conversation.world);
        const stage = known ?? (await stageOf(conversation.world, kind, mind));
        if (!isChanging) stages.set(conversation.world, stage);
        reports[index] = await runConversation(stage, conversation, mind);
        if (isChanging) await stage.close();
      }
    } finally {
      for (const stage of stages.values()) await stage.close();
    }
  };
  await Promise.all(minds.map(playOn));
  return reports;
};

const stageOf = async (world: string, kind: ServerKind, mind: Mind): Promise<Stage> => {
  const worlds = await loadWorlds(
    world === "default" ? fileURLToPath(defaultWorldFolder) : join(folders.worlds, world),
  );
  return openStage(kind, { worlds: mind.kind === "scripted" ? mind.scripted.stage(worlds) : worlds });
};

const changes = ({ turns }: Conversation): boolean =>
  turns.some(({ calls = [] }) => calls.some(({ verbs }) => verbs.some((verb) => !isReadVerb(verb))));
