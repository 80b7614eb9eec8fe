import { join } from "node:path";
import { loadWorlds } from "@k8s-copilot/sandbox";
import { folders } from "../format/load.ts";
import type { Conversation } from "../format/schema.ts";
import { isReadVerb } from "../format/texts.ts";
import { openStage, type ServerKind, type Stage } from "../stage/stage.ts";
import { type Mind, type Report, runConversation } from "./run-conversation.ts";

/** Plays conversations one after the other on one kind of server; those that change their world get one of their own. */
export const runAll = async (
  conversations: readonly Conversation[],
  kind: ServerKind,
  mind: Mind,
): Promise<readonly Report[]> => {
  const stages = new Map<string, Stage>();
  const reports: Report[] = [];
  try {
    for (const conversation of conversations) {
      if (changes(conversation)) {
        const own = await stageOf(conversation.world, kind);
        reports.push(await runConversation(own, conversation, mind).finally(own.close));
        continue;
      }
      const stage = stages.get(conversation.world) ?? (await stageOf(conversation.world, kind));
      stages.set(conversation.world, stage);
      reports.push(await runConversation(stage, conversation, mind));
    }
  } finally {
    for (const stage of stages.values()) await stage.close();
  }
  return reports;
};

const stageOf = async (world: string, kind: ServerKind): Promise<Stage> =>
  openStage(kind, world === "default" ? {} : { worlds: await loadWorlds(join(folders.worlds, world)) });

const changes = ({ turns }: Conversation): boolean =>
  turns.some(({ calls = [] }) => calls.some(({ verbs }) => verbs.some((verb) => !isReadVerb(verb))));
