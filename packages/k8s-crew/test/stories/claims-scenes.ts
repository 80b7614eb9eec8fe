import { answer, call, executor, planner, planOf } from "./model-replies.ts";
import type { useModelStage } from "./model-stage.ts";

const pod = { namespace: "dev", name: "payment-worker" };
const get = (kind: string, apiVersion: string, place: Readonly<Record<string, string>>) =>
  planOf(call("resources_get", { kind, apiVersion, ...place }));

/** What is asked in each language, and what the model plans for it. */
const scenes = {
  list: {
    en: "list pods in dev and show the logs of redis-0 in dev",
    zh: "列出 dev 的 pod 和 redis-0 的日志",
    plan: planOf(
      call("pods_list_in_namespace", { namespace: "dev" }),
      call("pods_log", { namespace: "dev", name: "redis-0" }),
    ),
  },
  pod: {
    en: "show the details and the logs of pod payment-worker in dev",
    zh: "看看 dev 的 pod payment-worker 的详情和日志",
    plan: planOf(call("pods_get", pod), call("pods_log", pod)),
  },
  deployment: {
    en: "why does deployment payment-worker in dev fail",
    zh: "dev 的 deployment payment-worker 为什么有问题",
    plan: get("Deployment", "apps/v1", pod),
  },
  node: {
    en: "why is node dev-worker-3 not ready",
    zh: "节点 dev-worker-3 为什么有问题",
    plan: get("Node", "v1", { name: "dev-worker-3" }),
  },
  service: {
    en: "why is service inventory in dev not reachable",
    zh: "dev 的 service inventory 为什么有问题",
    plan: get("Service", "v1", { namespace: "dev", name: "inventory" }),
  },
  pvc: {
    en: "why is pvc analytics-data in dev pending",
    zh: "dev 的 pvc analytics-data 为什么有问题",
    plan: get("PersistentVolumeClaim", "v1", { namespace: "dev", name: "analytics-data" }),
  },
  clusters: { en: "status of all clusters", zh: "所有集群的状态", plan: answer({ view: "status", calls: [] }) },
  namespace: {
    en: "status of namespace production in dev-cluster",
    zh: "dev-cluster 里命名空间 production 的状态",
    plan: answer({ view: "status", calls: [], namespace: "production", cluster: "dev-cluster" }),
  },
};

export type Scene = keyof typeof scenes;
export const sceneNames = [
  "list",
  "pod",
  "deployment",
  "node",
  "service",
  "pvc",
  "clusters",
  "namespace",
] as const satisfies readonly Scene[];
/** What may be said after each scene: what it showed otherwise, and what is so. */
export type Claims = {
  readonly [scene in Scene]: { readonly false: readonly string[]; readonly true: readonly string[] };
};

type Stages = ReturnType<typeof useModelStage>;

/** Pieces of evidence that are shown of a round, on each side. */
const shownOnEachSide = 4;

/** What stands of each claim under the facts of a scene, in their order. Several are told in one turn. */
export const toldIn = async (stages: Stages, scene: Scene, claims: readonly string[]): Promise<readonly string[]> => {
  const told: string[] = [];
  for (let start = 0; start < claims.length; start += 2 * shownOnEachSide)
    told.push(...(await tellAtOnce(stages, scene, claims.slice(start, start + 2 * shownOnEachSide))));
  return told;
};

const tellAtOnce = async ({ openRouter, stage, model }: Stages, scene: Scene, claims: readonly string[]) => {
  const isChinese = claims.every((claim) => /\p{Script=Han}/u.test(claim));
  openRouter().enqueue(
    { match: planner, reply: scenes[scene].plan },
    {
      match: executor,
      reply: answer({
        hypothesis: isChinese ? "见下。" : "See below.",
        evidence_for: claims.slice(0, shownOnEachSide),
        evidence_against: claims.slice(shownOnEachSide),
      }),
    },
  );
  const place = scene === "clusters" ? {} : { cluster: "dev-cluster" };
  const conversation = stage().conversation({ model: model(), ...place });
  const { answer: text } = await conversation.send(isChinese ? scenes[scene].zh : scenes[scene].en);
  await conversation.close();
  const { explanation } = /\n(?:What this suggests:|分析：)\n(?<explanation>[\s\S]*)$/u.exec(text)?.groups ?? {};
  const sign = /^ {3}(?:For|Against|支持|反对)[:：]\s?/mu;
  return (explanation ?? "")
    .split(sign)
    .slice(1)
    .map((told) => told.trim());
};
