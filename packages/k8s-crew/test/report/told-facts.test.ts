import { describe, expect, test } from "vitest";
import type { Fact, YesNo } from "../../src/language/condition.ts";
import { answerFor } from "../../src/report/answer.ts";

type Object = { readonly [key: string]: unknown };
type Asked = {
  readonly resource: string;
  readonly fact: Fact;
  readonly yesNo?: YesNo;
  readonly commands?: false;
  readonly language?: "zh" | "en";
};

/** What is told of one thing called web in shop. */
const told = (object: Object, asked: Asked): string => {
  const item = {
    apiVersion: "v1",
    ...object,
    metadata: { name: "web", namespace: "shop", annotations: {}, ...annotated(object) },
  };
  const context = { verb: "list", nameContains: "web", namespace: "shop", language: "en", width: 200, now: 0 } as const;
  return answerFor(
    { outcome: "ok", text: JSON.stringify({ kind: "List", items: [item] }), message: "" },
    { ...context, ...asked },
  ).text;
};

const annotated = ({ annotations }: Object): Object => (annotations === undefined ? {} : { annotations });

const deployment = {
  kind: "Deployment",
  spec: { replicas: 2, template: { spec: { containers: [{ name: "web", image: "web:1" }] } } },
  status: { replicas: 2, readyReplicas: 2 },
};

describe("whether a Deployment is paused", () => {
  const asked = { resource: "deployment", fact: "suspended", yesNo: { asks: "is" } } as const;

  test("is told from its spec, and that its pods run on", () => {
    const paused = { ...deployment, spec: { ...deployment.spec, paused: true } };
    expect(told(paused, asked)).toMatch(/^Yes, .*is paused .*run on \(2 of 2 ready\)/);
    expect(told(paused, { ...asked, language: "zh" })).toMatch(/^是的，.*已暂停.*照常运行/);
  });

  test("is no where it is not", () => expect(told(deployment, asked)).toMatch(/^No, .*is not stopped: 2 of 2/));

  test("is not told from a list that has no word of it", () => {
    const text = "NAMESPACE  NAME  READY  UP-TO-DATE  AVAILABLE\nshop  web  2/2  2  2\n";
    const context = { verb: "list", nameContains: "web", language: "en", width: 200, now: 0 } as const;
    expect(answerFor({ outcome: "ok", text, message: "" }, { ...context, ...asked }).text).not.toMatch(/^No/);
  });
});

describe("the keys of a Secret", () => {
  const secret = { kind: "Secret", type: "kubernetes.io/tls", data: { "tls.crt": "YQ==" } };

  test("come with the command that reads one, its dots escaped", () =>
    expect(told(secret, { resource: "secret", fact: "data" })).toContain(
      "kubectl get secret web -o 'jsonpath={.data.tls\\.crt}' -n shop | base64 -d",
    ));

  test("come without it where commands are not wanted", () => {
    const answer = told(secret, { resource: "secret", fact: "data", commands: false });
    expect(answer).toContain("only its keys: tls.crt");
    expect(answer).not.toContain("kubectl");
  });
});

test("annotations are told without the copy that kubectl keeps of the whole", () => {
  const annotations = { team: "till", "kubectl.kubernetes.io/last-applied-configuration": '{"kind":"Deployment"}' };
  const answer = told({ ...deployment, annotations }, { resource: "deployment", fact: "annotations" });
  expect(answer).toContain("team=till");
  expect(answer).not.toContain("last-applied");
});

describe("a no, in Chinese", () => {
  const asked = { language: "zh", yesNo: { asks: "is" } } as const;

  test.each<[string, Object, Fact, RegExp]>([
    ["storageclass", { kind: "StorageClass", allowVolumeExpansion: false }, "expansion", /^不，.*不允许扩容/],
    ["deployment", deployment, "suspended", /^没有，.*没有停/],
    ["deployment", deployment, "hostNetwork", /^没有，.*没有用主机网络/],
  ])("takes up the word of its sentence: %s", (resource, object, fact, holds) =>
    expect(told(object, { ...asked, resource, fact })).toMatch(holds),
  );

  test("of what there is none is 没有", () =>
    expect(
      told(deployment, { resource: "deployment", fact: "livenessProbe", language: "zh", yesNo: { asks: "has" } }),
    ).toMatch(/^没有，.*Deployment web 没有存活探针。/));
});

describe("a namespace without policies", () => {
  const place = {
    verb: "list",
    resource: "networkpolicy",
    namespace: "shop",
    language: "en",
    width: 200,
    now: 0,
  } as const;
  const none = { outcome: "ok", text: JSON.stringify({ kind: "List", items: [] }), message: "" } as const;

  test("is a no where a yes or no is wanted, and none where nobody asked for one", () => {
    expect(answerFor(none, { ...place, fact: "traffic", yesNo: { asks: "is" } }).text).toMatch(
      /^No, there is no NetworkPolicy in namespace shop/,
    );
    expect(answerFor(none, { ...place, fact: "traffic" }).text).toMatch(/^There is no NetworkPolicy in namespace shop/);
  });
});

describe("what several things have in common", () => {
  const pod = (name: string, image: string) => ({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name, namespace: "shop" },
    spec: { containers: [{ name: "web", image }] },
    status: { phase: "Running" },
  });
  const lines = (items: readonly Object[]): readonly string[] =>
    answerFor(
      { outcome: "ok", text: JSON.stringify({ kind: "List", items }), message: "" },
      {
        verb: "list",
        resource: "pod",
        nameContains: "web",
        namespace: "shop",
        fact: "image",
        language: "en",
        width: 200,
        now: 0,
      },
    )
      .text.split("\n\n")[0]
      ?.split("\n") ?? [];

  test("is told once, and of whom else it is so", () => {
    const told = lines([pod("web-0", "web:2"), pod("web-1", "web:2"), pod("web-2", "web:1")]);
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(/web-0 .*web:2.* So it is for pod web-1\.$/);
    expect(told[1]).toMatch(/web-2 .*web:1/);
  });
});
