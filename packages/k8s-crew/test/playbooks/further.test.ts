import { describe, expect, test } from "vitest";
import { resourceByKey } from "../../src/catalog/resources.ts";
import type { Diagnosis, Finding } from "../../src/diagnosis/types.ts";
import { isWithin } from "../../src/graph/investigation/approved-scope.ts";
import { furtherOf, nameOfInterest } from "../../src/playbooks/further/further.ts";
import { furtherRows } from "../../src/playbooks/further/table.ts";

const pod = (name: string, namespace = "shop") => ({ resource: "pod", namespace, name });

const finding = (cause: Finding["cause"], name: string, alike: readonly string[] = []): Finding => ({
  object: pod(name),
  cause,
  slots: {},
  evidence: [],
  alike: alike.map((each) => pod(each)),
});

const diagnosis = (findings: readonly Finding[], target = "order-worker"): Diagnosis => ({
  cluster: "east",
  target: { resource: "deployment", namespace: "shop", name: target },
  reach: "ok",
  state: "",
  findings,
  seen: [],
  unseen: [],
});

const asked = { language: "en", namespace: "shop" } as const;

describe("what a finding leads to next", () => {
  test("is told with how many are so, and of what", () => {
    const names = ["order-worker-7d9c5b6f8-x2x4v", "order-worker-7d9c5b6f8-k8s2p", "order-worker-7d9c5b6f8-9v5mj"];
    const [first = "", ...others] = names;
    const [further] = furtherOf([diagnosis([finding("oom_killed", first, others)])], asked);
    expect(further?.because).toBe("3 pods of order-worker were OOMKilled");
    expect(further).toMatchObject({ cluster: "east", namespace: "shop", row: { verb: "top", resource: "pod" } });
    expect(further && nameOfInterest(further)).toBe("order-worker");
  });

  test("of one pod names the pod, in Chinese as well", () => {
    const found = [diagnosis([finding("oom_killed", "web-0")], "web")];
    expect(furtherOf(found, asked)[0]?.because).toBe("pod web-0 was OOMKilled");
    expect(furtherOf(found, { language: "zh", namespace: "shop" })[0]?.because).toBe(
      "Pod web-0 因内存被杀死（OOMKilled）",
    );
  });

  test("is read once, though several things call for it", () => {
    const found = [
      diagnosis([finding("oom_killed", "web-0")], "web"),
      diagnosis([finding("oom_killed", "api-0")], "api"),
    ];
    const further = furtherOf(found, asked);
    expect(further).toHaveLength(1);
    expect(further[0]?.because).toBe("pod web-0, pod api-0 were OOMKilled");
    expect(further[0] && nameOfInterest(further[0])).toBeUndefined();
  });

  test("of several claims is not narrowed to those that are called like the first", () => {
    const claim = (name: string) => ({ resource: "pvc", namespace: "shop", name });
    const found = { ...finding("oom_killed", "web-0"), object: claim("data-1"), alike: [claim("data-2")] };
    const [further] = furtherOf([diagnosis([found])], asked);
    expect(further && nameOfInterest(further)).toBeUndefined();
  });

  test("is nothing for a cause that the diagnosis has told to its end", () => {
    expect(furtherOf([diagnosis([finding("selector_mismatch", "web-0")])], asked)).toEqual([]);
  });

  test("reaches as far as the plan for the pods of a node, and elsewhere where the answer stands elsewhere", () => {
    const silent = finding("node_silent", "node-1");
    expect(furtherOf([diagnosis([silent])], { language: "en", namespace: undefined })[0]?.namespace).toBeUndefined();
    expect(furtherOf([diagnosis([silent])], asked)[0]?.namespace).toBe("shop");
    expect(furtherOf([diagnosis([finding("hpa_no_metrics", "web")])], asked)[0]?.namespace).toBe("kube-system");
  });

  test.each(furtherRows.map((row) => [row.causes.join(), row] as const))(
    "%s names known kinds and both languages",
    (_, row) => {
      expect(resourceByKey.has(row.resource)).toBe(true);
      for (const said of [row.because, row.look]) {
        expect(said.zh).toMatch(/[\u4e00-\u9fff]/);
        expect(said.en).toMatch(/[a-z]/);
      }
      expect(row.because.zh).toContain("{things}");
      expect(row.because.en).toContain("{things}");
    },
  );

  test("stays inside of what was agreed to: its cluster, its namespace, and what stands in no namespace", () => {
    const scope = { clusters: ["east"], namespaces: ["shop"] };
    expect(isWithin(scope, { cluster: "east", namespace: "shop", resource: "pod" })).toBe(true);
    expect(isWithin(scope, { cluster: "east", namespace: undefined, resource: "node" })).toBe(true);
    expect(isWithin(scope, { cluster: "east", namespace: "kube-system", resource: "pod" })).toBe(false);
    expect(isWithin(scope, { cluster: "east", namespace: undefined, resource: "pod" })).toBe(false);
    expect(isWithin(scope, { cluster: "west", namespace: "shop", resource: "pod" })).toBe(false);
    expect(isWithin({ ...scope, namespaces: undefined }, { cluster: "east", namespace: "any", resource: "pod" })).toBe(
      true,
    );
  });
});
