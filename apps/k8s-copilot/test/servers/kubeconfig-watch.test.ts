import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readKubeconfig } from "../../src/servers/kubeconfig.ts";
import { createKubeconfigWatch } from "../../src/servers/kubeconfig-watch.ts";
import { createSay } from "../../src/words.ts";
import { emptyPlace } from "../helpers/app.ts";

const contexts = (...names: readonly string[]) =>
  `contexts:\n${names.map((name) => `- name: ${name}\n  context: {cluster: ${name}, user: me}\n`).join("")}`;
const ab = `${contexts("a", "b")}current-context: a\n`;

/** Looks at files that hold these texts. */
const watching = (texts: readonly string[], context?: string) => {
  const { home } = emptyPlace();
  const files = texts.map((_, index) => join(home, `config-${index}`));
  const write = (text: string, index = 0) => writeFileSync(files[index] ?? "", text);
  texts.forEach(write);
  const options = { home, say: createSay("en") };
  const read = readKubeconfig({ ...options, path: files.join(":"), isExplicit: false, context });
  if (read.kind === "problem") throw new Error(read.problem.message);
  return { watch: createKubeconfigWatch(read.value, options), write, remove: () => rmSync(files[0] ?? "") };
};

describe("a look at a kubeconfig", () => {
  it("finds the same where nothing was written, or the same once more", () => {
    const { watch, write } = watching([ab]);
    expect(watch.look()).toEqual({ kind: "same" });
    write(ab);
    expect(watch.look()).toEqual({ kind: "same" });
  });

  it.each([
    ["a context that is gone", contexts("a") + "current-context: a\n", ["a"], "a"],
    ["one that is new", contexts("a", "b", "c") + "current-context: a\n", ["a", "b", "c"], "a"],
    ["another name", contexts("a", "beta") + "current-context: a\n", ["a", "beta"], "a"],
    ["another current one", contexts("a", "b") + "current-context: b\n", ["a", "b"], "b"],
    ["other credentials", `${ab}users: [{name: me, user: {token: other}}]\n`, ["a", "b"], "a"],
  ])("finds %s, once, and another fingerprint", (_, text, clusters, current) => {
    const { watch, write } = watching([ab]);
    const fingerprint = watch.fingerprint();
    write(text);
    const before = { clusters: ["a", "b"], current: "a", addresses: {} };
    expect(watch.look()).toEqual({ kind: "changed", before, now: { clusters, current, addresses: {} } });
    expect(watch.look()).toEqual({ kind: "same" });
    expect(watch.fingerprint()).not.toBe(fingerprint);
    expect(watch.fingerprint()).not.toContain("other");
  });

  it("takes nothing of one that is broken, says so once, and finds the same when it is whole again", () => {
    const { watch, write } = watching([ab]);
    const fingerprint = watch.fingerprint();
    write("contexts: [");
    expect(watch.look()).toMatchObject({ kind: "broken", problem: { code: "kubeconfig_broken" } });
    expect(watch.look()).toEqual({ kind: "same" });
    expect(watch.fingerprint()).toBe(fingerprint);
    write(ab);
    expect(watch.look()).toEqual({ kind: "same" });
    write("contexts: [");
    expect(watch.look()).toMatchObject({ kind: "broken" });
  });

  it("takes one that was deleted for broken", () => {
    const { watch, remove } = watching([ab]);
    remove();
    expect(watch.look()).toMatchObject({ kind: "broken", problem: { code: "kubeconfig_missing" } });
  });

  it("looks at every file of several", () => {
    const { watch, write } = watching([contexts("a"), `${contexts("b")}current-context: b\n`]);
    write(`${contexts("b", "c")}current-context: b\n`, 1);
    expect(watch.look()).toMatchObject({ now: { clusters: ["a", "b", "c"], current: "b" } });
  });

  it("needs no current context where there was none, and one was asked for", () => {
    const { watch, write } = watching([contexts("a", "b")], "b");
    write(contexts("b"));
    expect(watch.look()).toMatchObject({ kind: "changed", now: { clusters: ["b"], current: undefined } });
  });

  it("tells which contexts lead to one API server, however its address is written", () => {
    const { watch, write } = watching([ab]);
    expect(watch.sameServer("a")).toEqual([]);
    const clusters = (c: string) =>
      `clusters: [${[
        ["a", "https://one.test:6443"],
        ["b", "https://ONE.test:6443/"],
        ["c", c],
      ]
        .map(([name, server]) => `{name: ${name}, cluster: {server: "${server}"}}`)
        .join(", ")}]\n`;
    const abc = `${contexts("a", "b", "c")}current-context: a\n`;
    write(`${abc}${clusters("https://two.test:6443")}`);
    watch.look();
    expect([watch.sameServer("a"), watch.sameServer("c"), watch.sameServer("z")]).toEqual([["b"], [], []]);
    write(`${abc}${clusters("https://one.test:6443")}`);
    watch.look();
    expect(watch.sameServer("a")).toEqual(["b", "c"]);
  });
});
