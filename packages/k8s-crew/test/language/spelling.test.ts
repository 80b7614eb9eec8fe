import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectOfVerb } from "../../src/catalog/verbs.ts";
import { writeWords } from "../../src/language/lexicon/intents.ts";
import { readRequest } from "../../src/language/requests/request.ts";
import { phrasesOf } from "../../src/language/text/phrase-index.ts";
import type { Request } from "../../src/language/types.ts";

const context = { clusters: ["eu", "us"], namespaces: ["shop", "billing"] };
const read = (message: string, names: readonly string[] = []): Request => readRequest(message, { ...context, names });

describe("a slip in a word that says what to do, or with what, is mended and said", () => {
  test.each([
    ["lgos of web-0", { verb: "logs", name: "web-0" }, "logs"],
    ["show me evnets in shop", { verb: "list", resource: "event", namespace: "shop" }, "events"],
    ["list delpoyments in shop", { verb: "list", resource: "deployment" }, "deployments"],
    ["how many namspaces are there", { verb: "list", resource: "namespace" }, "namespaces"],
    ["list podd in shop", { verb: "list", resource: "pod" }, "pod"],
    ["any unhelthy pods in billing", { verb: "list", resource: "pod", quality: "broken" }, "unhealthy"],
    ["list all statefullsets", { verb: "list", resource: "statefulset" }, "statefulsets"],
    ["kubectl get depolyments -n shop", { verb: "list", resource: "deployment", namespace: "shop" }, "deployments"],
    ["web-0 的日至", { verb: "logs", name: "web-0" }, "日志"],
    ["看下节电", { verb: "list", resource: "node" }, "节点"],
    ["shop 里的部暑有哪些", { verb: "list", resource: "deployment", namespace: "shop" }, "部署"],
    ["有哪些命名空见", { verb: "list", resource: "namespace" }, "命名空间"],
    ["shop 的负务", { verb: "list", resource: "service", namespace: "shop" }, "服务"],
    ["rizhi web-0", { verb: "logs", name: "web-0" }, "日志"],
  ])("“%s”", (message, request, meant) => {
    const { corrected, ...rest } = read(message);
    expect(rest).toMatchObject(request);
    expect(corrected).toMatchObject([{ meant }]);
  });
});

describe("what would change something is offered as it was meant, and is no request by itself", () => {
  test.each([
    ["restrat web in shop", "restart web in shop"],
    ["scael web to 3", "scale web to 3"],
    ["delte pod web-0", "delete pod web-0"],
    ["restart delpoyment web", "restart deployment web"],
    ["kubectl delete depolyment web", "kubectl delete deployment web"],
    ["重起 web", "重启 web"],
    ["把 web 从启一下", "把 web 重启一下"],
    ["shanchu web-0", "删除 web-0"],
  ])("“%s”", (message, offered) => {
    expect(read(message)).toMatchObject({ kind: "unknown", offered });
  });

  test("a slip in the verb of a change never makes that change a request", () => {
    const verbs = phrasesOf(writeWords, () => "").flatMap(([text]) => (/^[a-z]{6,}$/u.test(text) ? [text] : []));
    fc.assert(
      fc.property(fc.constantFrom(...verbs), fc.nat(20), fc.constantFrom("drop", "swap", "double"), (verb, at, how) => {
        const index = 1 + (at % (verb.length - 2));
        const [before, letter, next, after] = [
          verb.slice(0, index),
          verb[index],
          verb[index + 1],
          verb.slice(index + 2),
        ];
        const slips = {
          drop: `${before}${next}`,
          swap: `${before}${next}${letter}`,
          double: `${before}${letter}${letter}${next}`,
        };
        const slip = `${slips[how]}${after}`;
        fc.pre(!verbs.includes(slip) && slip !== verb);
        const { kind, verb: done } = read(`${slip} deployment web-api`);
        expect(kind === "request" && done !== undefined && effectOfVerb(done) !== "read").toBe(false);
      }),
    );
  });
});

describe("a word that is itself is left alone", () => {
  test.each([
    "list charge pods in shop",
    "list stage deployments",
    "logs of scaler",
    "logs of serach",
    "describe pod evnts",
    "最近的时间",
    "有哪些人物",
  ])("“%s”", (message) => {
    expect(read(message)).not.toHaveProperty("corrected");
    expect(read(message)).not.toHaveProperty("offered");
  });

  test("a word of a name that was shown is that name's", () => {
    expect(read("list evnets in shop", ["evnets-api"])).not.toHaveProperty("corrected");
  });
});

describe("words that went into nothing are told", () => {
  test.each([
    ["list pods in shop sorted by flavour", ["sorted", "flavour"]],
    ["how many kafka brokers are running", ["kafka", "brokers"]],
    ["shop 的 pod 按颜色排", ["按颜色排"]],
  ])("“%s”", (message, unread) => {
    expect(read(message).unread).toEqual(unread);
  });

  test.each([
    "list pods in shop",
    "u got any broken pods rn",
    "yo can u list the pods in shop pls thx",
    "hey team, idk tho: pods in shop asap",
    "麻烦亲看哈 shop 的 pod 嘞",
    "劳驾大佬，shop 的 pod 给看一眼呗",
  ])("chat says nothing: “%s”", (message) => {
    expect(read(message)).toMatchObject({ verb: "list", resource: "pod" });
    expect(read(message)).not.toHaveProperty("unread");
    expect(read(message)).not.toHaveProperty("name");
  });

  const plain = ["list pods in shop", "logs of web-0 in shop", "list deployments in billing", "list nodes"];
  const chat = ["pls", "thx", "asap", "rn", "btw", "tho", "u", "idk", "ugh", "bro", "kindly", "cheers"];
  test("a word of chat before or after a request changes nothing of it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...plain), fc.constantFrom(...chat), fc.boolean(), (request, filler, isFirst) => {
        const said = isFirst ? `${filler} ${request}` : `${request} ${filler}`;
        const { hits: _, ...chatted } = read(said);
        const { hits: __, ...quiet } = read(request);
        expect(chatted).toEqual(quiet);
      }),
    );
  });
});
