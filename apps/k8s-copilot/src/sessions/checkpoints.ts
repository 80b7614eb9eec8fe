import { SqliteSaver } from "@langchain/langgraph-checkpoint-sqlite";
import type { SessionFile } from "./session-file.ts";

/** LangGraph's checkpoints in a session's file: the newest, since nobody travels back in time. */
export const checkpointsIn = ({ database }: Pick<SessionFile, "database">): SqliteSaver => {
  const saver = new SqliteSaver(database);
  const put = saver.put.bind(saver);
  const forget = (id: string) => {
    database.prepare("DELETE FROM checkpoints WHERE checkpoint_id < ?").run(id);
    database.prepare("DELETE FROM writes WHERE checkpoint_id < ?").run(id);
  };
  return Object.assign(saver, {
    put: async (...given: Parameters<SqliteSaver["put"]>) => {
      const saved = await put(...given);
      const [, { id }, { source }] = given;
      // Once a turn is soon enough: it begins with what came in.
      if (source === "input") forget(id);
      return saved;
    },
  });
};
