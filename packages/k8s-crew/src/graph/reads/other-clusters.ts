import { Command } from "@langchain/langgraph";
import type { Request } from "../../language/index.ts";
import { sayOfRequest } from "../../words/request-words.ts";
import type { Parts } from "../parts.ts";
import type { State, Update } from "../state.ts";

/** Where something is was asked, and it is not where the conversation is: the other clusters are looked into. */
export const inOtherClusters = (parts: Parts, state: State, update: Update): Command | undefined => {
  const { plan, known, entities, language, otherClusters } = state;
  const step = plan?.steps.find(({ ready }) => !ready);
  const here = entities.cluster?.value ?? known.currentCluster?.[0];
  const others = (known.cluster ?? []).filter((cluster) => cluster !== here);
  const said = step?.mentions.name ?? step?.only;
  const isOpen = step?.effect === "read" && step.mentions.cluster === undefined && otherClusters.length === 0;
  if (!isOpen || !asksWhere(plan?.asked) || said === undefined || here === undefined || others.length === 0)
    return undefined;
  parts.turn().record.notes.push(sayOfRequest(language, "otherClusters", { said, cluster: here }));
  return new Command({ goto: "planner", update: { ...update, plan: null, otherClusters: others, byRules: true } });
};

const asksWhere = (asked: Request | undefined): boolean =>
  asked !== undefined && (asked.fact === "node" || asked.fact === "existence" || asked.verb === "search");
