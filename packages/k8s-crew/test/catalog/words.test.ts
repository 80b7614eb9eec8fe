import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createCatalog,
  effectOfVerb,
  isVerb,
  pluralOf,
  resourceOfKind,
  resourceOfWord,
  resources,
} from "../../src/catalog/index.ts";
import { tokensOfName } from "../../src/catalog/tokens.ts";
import { verbs } from "../../src/catalog/verbs.ts";
import { toolNamed } from "./tool-table.ts";

describe("the words of a name", () => {
  test.each([
    ["LIST_PODS", ["list", "pods"]],
    ["listK8sPods", ["list", "k8s", "pods"]],
    ["list-k8s-pods", ["list", "k8s", "pods"]],
    ["getAPIResources", ["get", "apiresources"]],
    ["listPVCs", ["list", "pvcs"]],
    ["list_persistent_volume_claims", ["list", "persistentvolumeclaims"]],
    ["getConfigMap", ["get", "configmap"]],
    ["list_network_policies", ["list", "networkpolicys"]],
    ["create_or_update", ["createorupdate"]],
    ["查询Pod日志", ["查询", "pod", "日志"]],
    ["重启有状态副本集", ["重启", "有状态副本集"]],
  ])("%s are %o", (name, words) => {
    expect(tokensOfName(name)).toEqual(words);
  });

  test("are the same in every style", () => {
    const word = fc.constantFrom("list", "pods", "deployments", "restart", "frobs", "node");
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const camel = words.map((one, at) => (at === 0 ? one : one[0]?.toUpperCase() + one.slice(1))).join("");
        const snake = tokensOfName(words.join("_"));
        expect(tokensOfName(words.join("-"))).toEqual(snake);
        expect(tokensOfName(words.join("_").toUpperCase())).toEqual(snake);
        expect(tokensOfName(camel)).toEqual(snake);
      }),
    );
  });
});

describe("the table of verbs", () => {
  test("has every word once", () => {
    const words = verbs.flatMap(({ verb: _, effect: __, ...lists }) => Object.values(lists).flat());
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });

  test("knows its verbs and their effects", () => {
    expect(isVerb("restart")).toBe(true);
    expect(isVerb("fly")).toBe(false);
    expect([effectOfVerb("list"), effectOfVerb("other"), effectOfVerb("multi")]).toEqual([
      "read",
      "write",
      "destructive",
    ]);
  });
});

describe("the table of resources", () => {
  test.each(resources.filter(({ kind }) => kind !== ""))("knows $kind by kind, plural and words", (resource) => {
    const spellings = [
      resource.kind,
      resource.kind.toLowerCase(),
      pluralOf(resource),
      ...resource.words.filter((word) => !/[ -]/.test(word)),
    ];
    expect(spellings.map((spelling) => resourceOfKind(spelling)?.key)).toEqual(spellings.map(() => resource.key));
  });

  test("makes the plurals that the API uses", () => {
    const plurals = ["Ingress", "NetworkPolicy", "Endpoints", "StorageClass", "Pod"].map((kind) => {
      const resource = resourceOfKind(kind);
      return resource === undefined ? kind : pluralOf(resource);
    });
    expect(plurals).toEqual(["ingresses", "networkpolicies", "endpoints", "storageclasses", "pods"]);
  });

  test("reads groups and short names, but no plain English", () => {
    expect(resourceOfKind("deployments.apps")?.key).toBe("deployment");
    expect(resourceOfKind("no")?.key).toBe("node");
    expect(resourceOfWord("no")).toBeUndefined();
  });
});

describe("any tool whatever", () => {
  const json = fc
    .jsonValue({ maxDepth: 3 })
    .map((value) =>
      typeof value === "object" && value !== null && !Array.isArray(value) ? value : { properties: value },
    );

  test("makes an entry and never an exception", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "grapheme" }),
        json,
        (name, description, inputSchema) => {
          const catalog = createCatalog([{ ...toolNamed(name, {}, { description }), inputSchema: { ...inputSchema } }]);
          expect(catalog.entries.length).toBe(1);
          expect(catalog.find({ verb: "list", resource: "pod" }).length).toBeLessThan(3);
        },
      ),
    );
  });

  test("is no read when its name is a word that changes things, whatever surrounds it", () => {
    const change = fc.constantFrom(...verbs.filter(({ effect }) => effect !== "read").flatMap(({ words }) => words));
    const noun = fc.constantFrom("pod", "deployment", "things", "frob", "nodes");
    fc.assert(
      fc.property(noun, change, noun, (before, word, after) => {
        for (const name of [
          `${word}_${after}`,
          `${before}_${word}`,
          `${before}_${word}_${after}`,
          `list_and_${word}_${after}`,
        ]) {
          const annotations = { readOnlyHint: true, destructiveHint: false };
          const catalog = createCatalog([toolNamed(name, {}, { annotations, description: "Lists pods" })]);
          expect(catalog.get(name)?.effect, name).not.toBe("read");
        }
      }),
    );
  });

  test("is no read when its name means nothing, whatever it hints", () => {
    const nonsense = fc.constantFrom("zorch", "frob", "gloop", "quux");
    fc.assert(
      fc.property(nonsense, nonsense, (one, other) => {
        const annotations = { readOnlyHint: true, destructiveHint: false, title: "List pods" };
        const catalog = createCatalog([toolNamed(`${one}_pod_${other}`, {}, { annotations })]);
        expect(catalog.entries[0]?.effect).toBe("write");
      }),
    );
  });

  test("with a long description is read in no time", () => {
    const description = `${"a, b|c or ".repeat(20_000)}${"(".repeat(20_000)}`;
    const start = performance.now();
    createCatalog([toolNamed("x", { operation: { type: "string", description } }, { description })]);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
