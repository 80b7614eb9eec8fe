import { SqliteSaver } from "@langchain/langgraph-checkpoint-sqlite";
import type { SessionFile } from "./session-file.ts";

/** LangGraph's checkpoints in a session's file: the newest, since nobody travels back in time. */
export const checkpointsIn = ({ database }: Pick<SessionFile, "database">): SqliteSaver => {
  const saver = new SqliteSaver(database);
  const put = saver.put.bind(saver);
  const forgetBefore = (id: string) => {
    for (const table of ["checkpoints", "writes"])
      database.prepare(`DELETE FROM ${table} WHERE checkpoint_id < ?`).run(id);
  };
  return Object.assign(saver, {
    put: async (...given: Parameters<SqliteSaver["put"]>) => {
      const saved = await put(...given);
      forgetBefore(given[1].id);
      return saved;
    },
  });
};
