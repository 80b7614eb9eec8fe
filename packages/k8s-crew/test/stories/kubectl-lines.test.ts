import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

const requests: readonly string[] = [
  "list pods",
  "which pods are broken",
  "哪些 pod 有问题",
  "how many deployments are there",
  "list services in dev",
  "dev 里有哪些 configmap",
  "list nodes",
  "top nodes",
  "top pods in dev",
  "show the logs of redis-0 in dev",
  "看一下 redis-0 的日志",
  "describe pod redis-0 in dev",
  "events in dev",
  "recent warnings",
  "events of payment-worker",
  "why does payment-worker crash",
  "inventory 为什么连不上",
  "cluster status",
  "give me an overview",
  "is namespace dev healthy",
  "list ingresses",
  "list pvcs and their storage classes",
  "who may delete pods",
  "unused configmaps",
  "compare cart-service in dev and production",
  "describe node dev-worker-1",
  "restart history of web-frontend",
  "drain dev-worker-3",
  "cordon node dev-worker-1",
  "roll back web-frontend in dev",
  "what happens if I drain dev-worker-1",
  "what changed in dev",
  "which images run in dev",
];

/** Commands beside an answer and in it, as they are printed: after `$`, or alone in their line. */
const commandsIn = (answer: string): readonly string[] =>
  [...answer.matchAll(/^\s*(?:\$ |With kubectl: |用 kubectl 的话：)?(kubectl .*)$/gm)].map(
    ([, command = ""]) => command,
  );

/** What stands in no namespace, or is no object at all. */
const placeless =
  /^kubectl (?:(?:get|describe|explain) (?:nodes?|namespaces?|clusterroles?|clusterrolebindings?|persistentvolumes?|storageclasses?|ingressclasses?)\b|top node|cordon|uncordon|drain|config|auth whoami|api-resources)/;

const namesPlace = (command: string): boolean => placeless.test(command) || / (?:-A|-n \S+)(?: |$)/.test(command);

const choosesNoCluster = /^kubectl config/;

describe.each(serverKinds)("kubectl commands on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  test.each(requests)("name the place of what they do: %s", async (message) => {
    const conversation = stage.conversation({
      guidance: "direct",
      ...(kind === "clusters" ? { cluster: "dev-cluster" } : {}),
    });
    const first = await conversation.send(message, { width: 160 });
    const { question } = first;
    const isPlan = question?.parameter === "plan";
    const { answer, kubectl } = isPlan ? await conversation.answer({ id: question.id, value: "run" }) : first;
    const commands = [...kubectl, ...commandsIn(answer)];
    expect(commands.filter((command) => !namesPlace(command))).toEqual([]);
    // The server with the small tool list does not say which cluster it speaks of.
    const bare = commands.filter((command) => !/ --context \S+/.test(command) && !choosesNoCluster.test(command));
    expect(kind === "plain" ? [] : bare).toEqual([]);
  });
});
