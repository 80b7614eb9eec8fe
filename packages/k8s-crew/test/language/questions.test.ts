import { describe, expect, test } from "vitest";
import { readRequest } from "../../src/language/requests/request.ts";
import { readRequests } from "../../src/language/requests/requests.ts";

const context = { clusters: ["prod-eu", "lab"], namespaces: ["billing", "shop", "qa"] };

describe("a question for rights is never taken for the thing itself", () => {
  test.each([
    ["can I delete pods in shop", "self", "delete"],
    ["am I allowed to scale deployments in shop", "self", "scale"],
    ["我有权限删除 shop 的 pod 吗", "self", "delete"],
    ["我能重启 shop 的 web 吗", "self", "restart"],
    ["who can delete pods in shop", "who", "delete"],
    ["谁可以删除 shop 的 deployment", "who", "delete"],
    ["what permissions does the service account build-bot have", "list", "get"],
    ["build-bot 有什么权限", "list", "get"],
  ])("%s", (message, access, verb) => {
    expect(readRequest(message, context)).toMatchObject({ kind: "request", access, verb });
  });

  test("but “can I see” asks politely", () => {
    expect(readRequest("can I see the pods in shop", context)).not.toHaveProperty("access");
    expect(readRequest("what clusters do I have access to?", context)).not.toHaveProperty("access");
  });
});

test.each(["who deleted my pod web-0", "谁删了 web-0", "谁重启了 web-0"])(
  "who did it asks for what happened: %s",
  (message) => {
    expect(readRequest(message, context)).toMatchObject({
      verb: "list",
      resource: "event",
      name: "web-0",
      whoDid: true,
    });
  },
);

test.each(["logs from around the restart", "show me the update of web-0", "logs of web-0 from befor the rollback"])(
  "where something is looked at, a change with an article is no wish: %s",
  (message) => {
    expect(readRequest(message, context).verb).toBeOneOf(["logs", "get", "describe"]);
  },
);

test.each(["do the restart of web-0", "can you do a restart of web-0 in shop"])(
  "it is one elsewhere: %s",
  (message) => {
    expect(readRequest(message, context).verb).toBe("restart");
  },
);

test.each(["scale web to 0 and also to 5", "把 web 扩到 3 个副本，再扩到 5 个副本"])(
  "of two numbers none is taken for the replicas: %s",
  (message) => {
    expect(readRequest(message, context)).not.toHaveProperty("replicas");
  },
);

test.each(["scale web from 2 replicas to 5", "把 web 从 2 个副本扩到 5 个副本", "scale web from 12 to 5 replicas"])(
  "what there is now is not what is wished: %s",
  (message) => {
    expect(readRequest(message, context)).toMatchObject({ verb: "scale", name: "web", replicas: 5 });
  },
);

describe("places side by side", () => {
  test("of which one name is also a namespace are clusters where both have to be", () => {
    const both = { clusters: ["qa-east", "lab-west"], namespaces: ["qa", "shop"] };
    const sides = (message: string) => readRequests(message, both).requests.map(({ request }) => request);
    for (const { namespace, cluster } of sides("compare qa and lab")) {
      expect(namespace).toBeUndefined();
      expect(cluster).toBeOneOf(["qa-east", "lab-west"]);
    }
    expect(sides("compare qa and shop")).toMatchObject([{ namespace: "qa" }, { namespace: "shop" }, {}, {}]);
    expect(sides("compare qa of qa-east and lab-west")[0]).toMatchObject({ namespace: "qa" });
  });

  test.each([
    ["compare shop and qa", [{ namespace: "shop" }, { namespace: "qa" }]],
    ["shop 和 qa 有什么区别", [{ namespace: "shop" }, { namespace: "qa" }]],
    ["diff prod-eu vs lab", [{ cluster: "prod-eu" }, { cluster: "lab" }]],
    ["prod-eu 有而 lab 没有的", [{ cluster: "prod-eu" }, { cluster: "lab" }]],
    ["what does prod-eu have that lab doesnt", [{ cluster: "prod-eu" }, { cluster: "lab" }]],
  ])("are compared by all that people run: %s", (message, sides) => {
    const { requests } = readRequests(message, context);
    expect(requests.map(({ request }) => request)).toMatchObject(
      ["deployment", "statefulset"].flatMap((resource) =>
        sides.map((side) => ({ ...side, compare: true, verb: "list", resource })),
      ),
    );
  });

  test.each([
    ["compare the deployments of prod-eu with lab", { resource: "deployment" }],
    ["which deployments have other images in prod-eu than in lab, differences please", { comparedBy: ["image"] }],
    ["how many nodes prod-eu vs lab", { resource: "node", counted: true }],
    ["is web-app in prod-eu the same version as lab?", { name: "web-app", comparedBy: ["image"] }],
    ["prod-eu 和 lab 的 web-app 环境变量一样吗", { name: "web-app", comparedBy: ["env"] }],
    ["web-config 这个 configmap 两边集群有什么不同", { name: "web-config", resource: "configmap" }],
  ])("are compared by what was said: %s", (message, said) => {
    const { requests } = readRequests(message, context);
    expect(requests.map(({ request }) => request)).toMatchObject([
      { compare: true, verb: "list", cluster: "prod-eu", ...said },
      { compare: true, verb: "list", cluster: "lab", ...said },
    ]);
  });

  test.each(["does web-app here match lab", "web-app 和 lab 上的一样吗"])(
    "one place is held against where the conversation is: %s",
    (message) => {
      const { requests } = readRequests(message, { ...context, cluster: "prod-eu" });
      expect(requests.map(({ request }) => request)).toMatchObject([
        { compare: true, cluster: "prod-eu", name: "web-app" },
        { compare: true, cluster: "lab", name: "web-app" },
      ]);
    },
  );

  test.each([
    "scale web-app to the same replicas as cart-app",
    "把 shop 的 web-app 更新成和 qa 一样的版本",
    "show me the pods with the same label as web-app",
    "pods in shop without limits",
    "the same for lab",
  ])("nothing is compared: %s", (message) => {
    const { requests } = readRequests(message, { ...context, cluster: "prod-eu" });
    expect(requests.filter(({ request }) => request.compare === true)).toEqual([]);
  });

  test.each([
    ["which has more replicas, web-app or cart-app", { comparedBy: ["replicas"] }],
    ["web-app 跟 cart-app 哪个副本多", { comparedBy: ["replicas"] }],
    ["whats older web-app or cart-app", { comparedBy: ["age"] }],
    ["compare limits of web-app with cart-app pls", { comparedBy: ["limits"] }],
  ])("things are compared by their names: %s", (message, said) => {
    const { requests } = readRequests(message, context);
    expect(requests.map(({ request }) => request)).toMatchObject([
      { compare: true, name: "web-app", ...said },
      { compare: true, name: "cart-app", ...said },
    ]);
  });

  test.each([
    ["is web the same in qa and billing", "web"],
    ["is qa ahead of billing with web", "web"],
    ["is web in qa newer than in billing", "web"],
    ["has qa the same web-app version as billing", "web-app"],
    ["qa 的 web 比 billing 的新吗", "web"],
    ["qa 的 web 是不是落后于 billing", "web"],
  ])("are compared by what they run: %s", (message, name) => {
    const { requests } = readRequests(message, context);
    expect(requests.map(({ request }) => request)).toMatchObject([
      { compare: true, name, namespace: "qa" },
      { compare: true, name, namespace: "billing" },
    ]);
  });

  test.each([
    ["compare memory of web v1 and v2", ["web-v1", "web-v2"]],
    ["对比一下 web 的 v1 和 v2 占用的内存", ["web-v1", "web-v2"]],
    ["which uses more memory, web-a or web-b", ["web-a", "web-b"]],
    ["does web-a use more cpu than web-b", ["web-a", "web-b"]],
    ["web-a 和 web-b 谁更占内存", ["web-a", "web-b"]],
  ])("names are compared by what they use: %s", (message, names) => {
    const { requests } = readRequests(message, context);
    expect(requests.map(({ request }) => request)).toMatchObject(names.map((name) => ({ verb: "top", name })));
  });

  test("kinds of things are explained, not compared", () => {
    const { requests } = readRequests("what is the difference between a deployment and a statefulset", context);
    expect(requests.map(({ request }) => request.verb)).toEqual(["explain"]);
  });

  test.each(["what is wrong in shop on prod-eu and qa on lab", "prod-eu 的 shop 和 lab 的 qa 有什么问题"])(
    "each with its own cluster and namespace: %s",
    (message) => {
      const { requests } = readRequests(message, context);
      expect(requests.map(({ request }) => request)).toMatchObject([
        { view: "health", cluster: "prod-eu", namespace: "shop" },
        { view: "health", cluster: "lab", namespace: "qa" },
      ]);
    },
  );

  test.each(["compare the two clusters", "两个集群有什么区别"])("all clusters are an overview: %s", (message) => {
    const { requests } = readRequests(message, context);
    expect(requests.map(({ request }) => request)).toMatchObject([{ view: "overview", allClusters: true }]);
  });

  test.each(["which cluster has more pods", "两个集群各有几个节点"])("are counted by cluster: %s", (message) => {
    expect(readRequest(message, context)).toMatchObject({ view: "status", allClusters: true });
  });
});

describe("what something says, and what leads to it", () => {
  test.each(["what did web-0 say before it died", "web-0 崩溃前打印了什么"])(
    "its log before the crash: %s",
    (message) => {
      expect(readRequest(message, context)).toMatchObject({ verb: "logs", name: "web-0", previous: true });
    },
  );
  test.each([
    ["what is the url of web", "ingress", { field: "backend", value: "web" }],
    ["web 怎么访问", "ingress", { field: "backend", value: "web" }],
    ["what serves pay.example.com", "ingress", { field: "host", value: "pay.example.com" }],
    ["pay.example.com 转到哪个服务", "ingress", { field: "host", value: "pay.example.com" }],
  ])("%s", (message, resource, condition) => {
    expect(readRequest(message, context)).toMatchObject({ verb: "list", resource, conditions: [condition] });
  });
});

describe("a slip of the pen", () => {
  test.each([
    ["lgos of web-0", "logs", "lgos"],
    ["decribe web-0", "describe", "decribe"],
    ["shwo pods in shop", "list", "shwo"],
    ["lst pods in shop", "list", "lst"],
    ["shw services in shop", "list", "shw"],
  ])("is read as what it is near to, and said: %s", (message, verb, said) => {
    expect(readRequest(message, context)).toMatchObject({ verb, corrected: [{ said }] });
  });

  test.each(["crm pods in shop", "lis pods in shop", "pos pods in shop"])("is seen in no short name: %s", (message) =>
    expect(readRequest(message, context).corrected).toBeUndefined(),
  );

  test("is never read as a change", () => {
    for (const message of ["delte pod web-0", "restrat web-0", "scael web-0 to 3"])
      expect(readRequest(message, context)).not.toMatchObject({ verb: expect.stringMatching(/delete|restart|scale/) });
  });
});
