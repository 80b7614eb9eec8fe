import { once } from "node:events";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { startSandbox } from "@k8s-copilot/sandbox";
import { afterAll, describe, expect, inject, it } from "vitest";
import { stringify } from "yaml";
import { emptyPlace, runApp } from "../helpers/app.ts";
import { certificateFile, startHttpsFront } from "../helpers/https-front.ts";

const bin = inject("installedApp");
const sandbox = await startSandbox({ contexts: [{ name: "dev-cluster" }] });
const [{ server } = { server: "" }] = sandbox.contexts;
const secure = await startHttpsFront(server, "valid");
const outdated = await startHttpsFront(server, "expired");
/** Takes connections and says nothing, as a network does that is off. */
const silent = createServer(() => {});
await once(silent.listen(0, "127.0.0.1"), "listening");
const silentAddress = silent.address();
const silentServer = `http://127.0.0.1:${typeof silentAddress === "object" ? silentAddress?.port : ""}`;
afterAll(async () => {
  for (const each of [secure, outdated, silent]) each.close();
  await sandbox.close();
});

type Context = {
  readonly server: string;
  readonly certificate?: "valid" | "expired";
  /** A shell script that logs in. */
  readonly plugin?: string;
};

/** A kubeconfig of these contexts in a new place, the first one current. */
const kubeconfig = (contexts: Readonly<Record<string, Context>>) => {
  const place = emptyPlace();
  const entries = Object.entries(contexts);
  const exec = (name: string, plugin: string) => {
    const command = join(place.folder, `login-${name}.sh`);
    writeFileSync(command, `#!/bin/sh\n${plugin}\n`);
    chmodSync(command, 0o755);
    return { apiVersion: "client.authentication.k8s.io/v1", command, interactiveMode: "IfAvailable" };
  };
  const file = join(place.folder, "kubeconfig.yaml");
  const content = {
    apiVersion: "v1",
    kind: "Config",
    "current-context": entries[0]?.[0],
    contexts: entries.map(([name]) => ({ name, context: { cluster: name, user: name } })),
    clusters: entries.map(([name, { server: address, certificate }]) => ({
      name,
      cluster: {
        server: address,
        ...(certificate === undefined ? {} : { "certificate-authority": certificateFile(certificate) }),
      },
    })),
    users: entries.map(([name, { plugin }]) => ({ name, user: plugin ? { exec: exec(name, plugin) } : {} })),
  };
  writeFileSync(file, stringify(content));
  return { place, file };
};

const ask = async (contexts: Readonly<Record<string, Context>>, words: string, variables = {}) => {
  const { place, file } = kubeconfig(contexts);
  const ended = await runApp(bin, ["ask", words], { place, environment: { KUBECONFIG: file, ...variables } });
  return { ...ended, place, shown: ended.stdout + ended.stderr };
};

const credential = JSON.stringify({
  kind: "ExecCredential",
  apiVersion: "client.authentication.k8s.io/v1",
  status: { token: "t" },
});

describe("a kubeconfig", () => {
  it.each([
    ["list pods in dev", "There is no kubeconfig at", "--sandbox"],
    ["列出 dev 的 pod", "处没有 kubeconfig", "--sandbox"],
  ])("that is missing is said, with what helps: %s", async (words, ...parts) => {
    const { stderr, code } = await runApp(bin, ["ask", words]);
    for (const part of parts) expect(stderr).toContain(part);
    expect(code).toBe(7);
  });

  it.each([
    ["list pods in dev", "is a folder, not a kubeconfig"],
    ["列出 dev 的 pod", "是文件夹，不是 kubeconfig"],
  ])("that is a folder is called one: %s", async (words, part) => {
    const place = emptyPlace();
    const { stderr, code } = await runApp(bin, ["ask", words], { place, environment: { KUBECONFIG: place.folder } });
    expect(stderr).toContain(part);
    expect(code).toBe(7);
  });

  it.each([
    ["list pods in dev", "is broken, line 2"],
    ["列出 dev 的 pod", "第 2 行"],
  ])("that is broken is said, with the line: %s", async (words, part) => {
    const place = emptyPlace();
    const file = join(place.folder, "kubeconfig.yaml");
    writeFileSync(file, "contexts: [\n");
    const { stderr, code } = await runApp(bin, ["ask", words], { place, environment: { KUBECONFIG: file } });
    expect(stderr).toContain(part);
    expect(code).toBe(7);
  });

  it.each([
    ["list pods in dev", "cannot be reached"],
    ["列出 dev 的 pod", "无法连接集群"],
    ["how is my cluster?", "unreachable"],
    ["集群状态", "连接不上"],
  ])("that points nowhere is said: %s", async (words, part) => {
    const { shown } = await ask({ gone: { server: "http://127.0.0.1:1" } }, words);
    expect(shown).toContain(part);
  });

  it.each([
    ["list pods in dev", "certificate"],
    ["集群状态", "证书有问题"],
  ])("whose cluster shows an expired certificate is said: %s", async (words, part) => {
    const { shown } = await ask({ old: { server: outdated.server, certificate: "expired" } }, words);
    expect(shown).toContain(part);
  });

  it("has no context of a name that was asked for, and the nearest is offered", async () => {
    const { place, file } = kubeconfig({ east: { server }, west: { server } });
    const flags = ["--kubeconfig", file, "--context", "wset"];
    const { stderr, code } = await runApp(bin, ["ask", "list pods", ...flags], { place });
    expect(stderr).toContain("There is no context wset");
    expect(stderr).toContain("--context west");
    expect(code).toBe(7);
  });

  it("may be two files: a context of the second is found", async () => {
    const [one, two] = [kubeconfig({ gone: { server: "http://127.0.0.1:1" } }), kubeconfig({ here: { server } })];
    const environment = { KUBECONFIG: [one.file, two.file].join(delimiter) };
    const { stdout, code } = await runApp(bin, ["ask", "list pods in dev", "--context", "here"], { environment });
    expect(stdout).toContain("cart-service-v2-ghijk");
    expect(code).toBe(0);
  });
});

describe("a credential plugin", () => {
  const needsProfile = `[ -n "$AWS_PROFILE" ] || exit 3\necho "$AWS_PROFILE $OPENROUTER_API_KEY." > ran\necho '${credential}'`;
  const context = { eks: { server: secure.server, certificate: "valid", plugin: needsProfile } } as const;

  it("gets the variables that it needs, and no key of ours", async () => {
    const { stdout, place } = await ask(context, "list pods in dev", { AWS_PROFILE: "team" });
    expect(stdout).toContain("cart-service-v2-ghijk");
    const ran = join(place.folder, "ran");
    expect(existsSync(ran) && readFileSync(ran, "utf8")).toBe("team .\n");
  });

  it.each([
    ["list pods in dev", "Log in again"],
    ["集群状态", "请重新登录该集群后再试"],
  ])("that fails is told with what helps: %s", async (words, part) => {
    const { shown } = await ask(context, words);
    expect(shown).toContain(part);
  });
});

describe("a current cluster that says nothing", () => {
  // The shell ends when nobody reads what it writes, so that the test leaves nothing behind.
  const waitsForBrowser = "while echo Opening a browser >&2; do sleep 1; done";

  it.each<[string, Context, string, string, string]>([
    [
      "because a login waits in a browser",
      { server: secure.server, certificate: "valid", plugin: waitsForBrowser },
      "集群状态",
      "超时",
      "在 10 秒内没有回应",
    ],
    [
      "because the network is off",
      { server: silentServer },
      "how are my clusters?",
      "timed out",
      "said nothing for 10 s",
    ],
  ])(
    "%s is a row, and the others are read",
    async (_, context, words, row, warning) => {
      const { stdout, stderr, code } = await ask({ quiet: context, well: { server } }, words);
      expect(stdout).toMatch(new RegExp(`^quiet.*${row}`, "m"));
      expect(stdout).toMatch(/^well .*v1\.\d+/m);
      expect(stderr).toContain(warning);
      expect(stderr).toContain("kubectl --context quiet version");
      expect(code).toBe(0);
    },
    60_000,
  );
});
