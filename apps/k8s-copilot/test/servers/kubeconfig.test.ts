import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type KubeconfigOptions, readKubeconfig } from "../../src/servers/kubeconfig.ts";
import { createSay } from "../../src/words.ts";
import { emptyPlace } from "../helpers/app.ts";

const contexts = (...names: readonly string[]) =>
  [
    "contexts:",
    ...names.map(
      (name) => `- name: ${name}\n  context: {cluster: ${name}-cluster, user: me, namespace: ${name}-space}`,
    ),
  ].join("\n");

const place = (files: Readonly<Record<string, string>>) => {
  const { home } = emptyPlace();
  mkdirSync(join(home, ".kube"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text);
  const read = (options: Partial<KubeconfigOptions> = {}) =>
    readKubeconfig({ path: undefined, isExplicit: false, context: undefined, home, say: createSay("en"), ...options });
  return { home, read, at: (...names: readonly string[]) => names.map((name) => join(home, name)).join(":") };
};

describe("a kubeconfig", () => {
  it("is ~/.kube/config unless another is named", () => {
    const { read } = place({ ".kube/config": `${contexts("a", "b")}\ncurrent-context: b\n` });
    expect(read()).toMatchObject({
      kind: "ok",
      value: { current: "b", contexts: [{ name: "a", namespace: "a-space" }, { name: "b" }] },
    });
  });

  it("may be several files: the first to set a value wins, and absent ones are passed over", () => {
    const { read, at } = place({
      one: `${contexts("a")}\n`,
      two: `current-context: b\n${contexts("b").replace("contexts:", "contexts:\n- name: a\n  context: {cluster: other}")}`,
    });
    const path = at("one", "absent", "two");
    expect(read({ path })).toMatchObject({
      kind: "ok",
      value: { path, current: "b", contexts: [{ name: "a", cluster: "a-cluster" }, { name: "b" }] },
    });
  });

  it("gives the context that was asked for", () => {
    const { read } = place({ ".kube/config": `${contexts("a", "b")}\ncurrent-context: b\n` });
    expect(read({ context: "a" })).toMatchObject({ value: { current: "a" } });
  });

  it.each([
    ["is not there", {}, {}, "kubeconfig_missing", "There is no kubeconfig at"],
    ["is broken", { ".kube/config": "contexts: [\n" }, {}, "kubeconfig_broken", "is broken, line 2"],
    ["is something else", { ".kube/config": "contexts: 5" }, {}, "kubeconfig_broken", "contexts"],
    ["is no mapping", { ".kube/config": "just text" }, {}, "kubeconfig_broken", "is broken, line 1"],
    ["is empty", { ".kube/config": "" }, {}, "kubeconfig_no_context", "has no context"],
    ["has no current context", { ".kube/config": contexts("a", "b") }, {}, "kubeconfig_no_current", "it has a, b"],
    [
      "has a current context that is gone",
      { ".kube/config": `${contexts("a")}\ncurrent-context: z` },
      {},
      "kubeconfig_no_current",
      "The current context z",
    ],
    [
      "lacks the context asked for",
      { ".kube/config": `${contexts("dev-east", "prod")}\ncurrent-context: prod` },
      { context: "dev-est" },
      "kubeconfig_unknown_context",
      "There is no context dev-est",
    ],
  ])("that %s is answered in clear words, and the sandbox is offered", (...[, files, options, code, sentence]) => {
    const { read } = place(files);
    expect(read(options)).toMatchObject({
      kind: "problem",
      problem: { code, message: expect.stringContaining(sentence), remedy: expect.stringContaining("--sandbox") },
    });
  });

  it("suggests the context that was probably meant", () => {
    const { read } = place({ ".kube/config": contexts("dev-east", "prod") });
    expect(read({ context: "prd" })).toMatchObject({ problem: { remedy: expect.stringContaining("--context prod") } });
  });

  it("named by flag has to be there", () => {
    const { read, at } = place({ ".kube/config": contexts("a") });
    expect(read({ path: at("absent"), isExplicit: true })).toMatchObject({ problem: { code: "kubeconfig_missing" } });
  });

  it("says nothing of what stands in it beyond names", () => {
    const { read } = place({ ".kube/config": "users:\n- name: me\n  user: {token: secret-token}\ncontexts: 5\n" });
    expect(JSON.stringify(read())).not.toContain("secret-token");
  });
});
