import type { RequestFields } from "../types.ts";
import { readNarrowed, type Situation } from "./read-sentence.ts";

/** “Who's hogging the gpu”: nothing measures that; which pods may use one, their limits tell. */
export const readAccelerators = (text: string, situation: Situation): RequestFields | undefined => {
  if (!asked.test(text)) return undefined;
  const look = situation.language === "zh" ? "查看" : "list";
  const { namespace, cluster, allClusters } = readNarrowed(`${look} pods ${text.replace(asked, " ")}`, situation);
  return {
    kind: "request",
    view: "call",
    verb: "list",
    resource: "pod",
    ...(namespace === undefined ? { allNamespaces: true } : { namespace }),
    ...(cluster === undefined ? {} : { cluster }),
    ...(allClusters === undefined ? {} : { allClusters }),
    conditions: [{ field: "limits", comparison: "contains", value: "gpu" }],
  };
};

const asked =
  /\b(?:who|what|which (?:pods?|workloads?|apps?|jobs?|teams?))(?:'s|s| is| are| has| have)? (?:all )?(?:currently |now |still )?(?:hogg?(?:s|ing)?|us(?:e|es|ing)|tak(?:e|es|ing)(?: up)?|occup(?:y|ies|ying)|got|holding|holds?|eat(?:s|ing)?(?: up)?|sitting on|request(?:s|ing)?|need(?:s|ing)?|block(?:s|ing)?)(?: all| up)?(?: the| a| our| my)? gpus?\b|(?:谁|哪个|哪些|什么)\s?(?:pod|应用|服务|任务|job)?\s?(?:把|在|正在|都|还|现在)*\s?(?:占|用|使用|霸占|吃|申请|要)(?:着|了|用|掉)*\s?(?:的)?\s?(?:gpu|显卡)|(?:gpu|显卡)\s?(?:都|被|给|现在|到底)*\s?(?:谁|哪个|哪些)\s?(?:pod|应用|服务)?\s?(?:在|给)?(?:占|用|霸占|吃)(?:着|了|用|掉)*/iu;
