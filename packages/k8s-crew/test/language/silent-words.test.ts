import { describe, expect, test } from "vitest";
import { readRequest, readRequests, silentWords } from "../../src/language/index.ts";

const context = { clusters: ["north", "lab"], namespaces: ["default", "billing"] };

/** All that a message came to: what is asked for, and what is told as left out. */
const cameTo = (message: string): string => {
  const { requests, strange } = readRequests(message, context);
  const silent = silentWords(message, (text) => readRequest(text, context));
  const asked = requests.map(({ request: { hits: _, ...request } }) => request);
  return JSON.stringify([asked, strange, silent]).toLowerCase();
};

const isAsked = (message: string): boolean =>
  readRequests(message, context).requests.every(({ request }) => request.kind !== "request");

const lists = [
  "list the pods",
  "show me pods in billing",
  "which deployments are there in billing",
  "get all services on north",
  "how many jobs are in billing",
  "top pods in billing",
];
const hanLists = [
  "列出 billing 的 pod",
  "billing 有哪些 deployment",
  "看看 billing 的 job",
  "查一下 north 上的 service",
];

describe("no word that says which things are meant vanishes without a sound", () => {
  test.each(lists.flatMap((list) => ["purple", "blinking", "frobnicated", "unsigned"].map((word) => [list, word])))(
    "%s, with a word that no table knows: %s",
    (list, word) => {
      const message = list.replace(/(?=pods|deployments|services|jobs)/u, `${word} `);
      expect(cameTo(message)).toContain(word);
    },
  );

  test.each(
    lists.flatMap((list) =>
      ["behind a configmap", "with secrets", "without a pvc", "not hello", "of the weather"].map((said) => [
        list,
        said,
      ]),
    ),
  )("%s, with words that mean something else as well: %s", (list, said) => {
    const message = `${list} ${said}`;
    const word = said.split(" ").at(-1) ?? "";
    const told = cameTo(message).includes(word.replace(/s$/u, "")) || isAsked(message);
    expect({ message, told }).toEqual({ message, told: true });
  });

  test.each(hanLists.flatMap((list) => ["紫色的", "用到 secret 的", "没有 pvc 的"].map((said) => [list, said])))(
    "%s, %s",
    (list, said) => {
      const message = list.replace(/(?=pod|deployment|job|service)/u, said);
      const word = /[a-z]+/u.exec(said)?.[0] ?? "紫色";
      const told = cameTo(message).includes(word) || isAsked(message);
      expect({ message, told }).toEqual({ message, told: true });
    },
  );
});

describe("what went into the request is not told as left out", () => {
  test.each([
    "list failing pods in billing",
    "which pods restarted the most",
    "services without endpoints",
    "top pods in billing by memory",
    "pods that are not ready",
    "crashing pods that keep restarting",
    "which pods use the most cpu",
    "how many pods are running in billing",
    "any released volumes?",
    "哪些 pod 没就绪",
    "billing 里哪个 pod 最吃内存",
    "已经跑完的 job 有哪些",
    "没绑定的 pvc 全列出来",
  ])("%s", (message) => {
    expect(silentWords(message, (text) => readRequest(text, context))).toEqual([]);
  });

  test.each([
    ["pods that dont belong to a deployment", ["deployment"]],
    ["newest failing pods", ["failing"]],
    ["list pods not of statefulset web", ["not of"]],
    ["pods in search", ["search"]],
    ["用到 pvc 的 pod", ["pvc"]],
  ])("and what did not, is: %s", (message, words) => {
    expect(silentWords(message, (text) => readRequest(text, context))).toEqual(words);
  });
});
