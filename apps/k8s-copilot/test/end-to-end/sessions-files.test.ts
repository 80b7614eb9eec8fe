import { mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { emptyPlace, type Place, runApp } from "../helpers/app.ts";
import { keptBytes, keptFiles, keptIds, modeOf, sessionsFolderOf } from "../helpers/kept-files.ts";
import { type ShopServer, startShopServer } from "../helpers/shop-server.ts";
import { openTerminal } from "../helpers/terminal.ts";

const bin = inject("installedApp");
let server: ShopServer;
beforeAll(async () => {
  server = await startShopServer();
});
afterAll(() => server.close());

const app = (place: Place, args: readonly string[], environment: Record<string, string> = {}) =>
  runApp(bin, args, { place, environment: { ...server.environment, ...environment } });

const configure = (place: Place, yaml: string) => {
  const folder = join(place.home, ".config", "k8s-copilot");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "config.yaml"), yaml);
};

const token = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";

/** A talk at a terminal, still open, in a shell that would let everybody read what is written. */
const openTalk = async (place: Place, message: string) => {
  const command = `umask 000; exec '${process.execPath}' '${bin}' chat`;
  const terminal = openTerminal("/bin/sh", ["-c", command], { place, columns: 120, environment: server.environment });
  await terminal.waitFor("> ");
  terminal.type(`${message}\r`);
  await terminal.waitFor("web-2");
  await terminal.waitFor("> ");
  return terminal;
};

describe("the files of a conversation", () => {
  it("are the owner's alone, whatever the umask, while it is open and afterwards", async () => {
    const place = emptyPlace();
    const terminal = await openTalk(place, "list pods in shop");
    const folder = sessionsFolderOf(place);
    const [id] = keptIds(place);
    expect(keptFiles(place)).toEqual(expect.arrayContaining([`${id}.db`, `${id}.db-shm`, `${id}.db-wal`, "last"]));
    expect(modeOf(folder)).toBe(0o700);
    for (const name of keptFiles(place)) expect([name, modeOf(join(folder, name))]).toEqual([name, 0o600]);
    terminal.type("\x04");
    await terminal.ended;
    expect(keptFiles(place).filter((name) => /-(?:wal|shm)$/.test(name))).toEqual([]);
    for (const name of keptFiles(place)) expect([name, modeOf(join(folder, name))]).toEqual([name, 0o600]);
  }, 30_000);

  it("hold no secret that was typed, neither while it is open nor afterwards", async () => {
    const place = emptyPlace();
    const terminal = await openTalk(place, "list pods in shop");
    terminal.type(`logs of a pod with token ${token} and password=hunter2horse\r`);
    await terminal.waitFor("\n\x1b[1G");
    await terminal.waitFor("> ");
    expect(keptBytes(place)).toContain("<masked:");
    for (const secret of [token, "hunter2horse"]) expect(keptBytes(place)).not.toContain(secret);
    terminal.type("\x04");
    await terminal.ended;
    for (const secret of [token, "hunter2horse"]) expect(keptBytes(place)).not.toContain(secret);
  }, 30_000);

  it("stand where XDG_STATE_HOME says", async () => {
    const place = emptyPlace();
    const base = join(place.folder, "state");
    await app(place, ["ask", "list pods in shop"], { XDG_STATE_HOME: base });
    expect(readFileSync(join(base, "k8s-copilot", "sessions", "last"), "utf8")).toMatch(/^\w{8}\n$/);
    expect(keptFiles(place)).toEqual([]);
  });

  it.each([
    ["--no-session", ["ask", "list pods in shop", "--no-session"], ""],
    ["the config file", ["ask", "list pods in shop"], "sessions: {keep: false}"],
    ["a look at the tools", ["tools"], ""],
  ])("are not made: %s", async (_, args, config) => {
    const place = emptyPlace();
    configure(place, config);
    expect((await app(place, args)).code).toBe(0);
    expect(keptFiles(place)).toEqual([]);
  });

  it("of a talk in which nothing was said are not left", async () => {
    const place = emptyPlace();
    expect((await app(place, ["chat"])).code).toBe(0);
    expect(keptFiles(place)).toEqual([]);
  });

  it("leave when they are too many or too old, but for those that somebody is in", async () => {
    const place = emptyPlace();
    configure(place, "sessions: {count: 2, days: 3}");
    const ask = () => app(place, ["ask", "list pods in shop"]);
    await ask();
    const [first] = keptIds(place);
    await ask();
    await ask();
    expect(keptIds(place)).toHaveLength(2);
    expect(keptIds(place)).not.toContain(first);
    const terminal = await openTalk(place, "list pods in shop");
    const old = (Date.now() - 4 * 24 * 60 * 60_000) / 1000;
    const open = keptFiles(place).filter((name) => name.endsWith("-wal"));
    for (const name of keptFiles(place)) utimesSync(join(sessionsFolderOf(place), name), old, old);
    await ask();
    expect(keptIds(place)).toHaveLength(2);
    expect(open).toEqual(keptFiles(place).filter((name) => name.endsWith("-wal")));
    terminal.type("\x04");
    await terminal.ended;
  }, 60_000);
});

describe("where nothing can be kept", () => {
  it.each([
    ["list pods in shop", "This conversation is not saved: "],
    ["列出命名空间 shop 的 pod", "本次对话不会保存："],
  ])("a conversation goes on, and says so once: %s", async (words, said) => {
    const place = emptyPlace();
    writeFileSync(join(place.home, ".local"), "in the way");
    const { code, stdout, stderr } = await runApp(
      bin,
      ["chat", ...(words === "list pods in shop" ? [] : ["--lang", "zh"])],
      {
        place,
        environment: server.environment,
        stdin: `${words}\n${words}\n`,
      },
    );
    expect(code).toBe(0);
    expect(stdout.match(/web-2/g)).toHaveLength(2);
    expect(stderr.split(said)).toHaveLength(2);
  });

  it("a file that is none of ours is told of, and a new conversation begins beside it", async () => {
    const place = emptyPlace();
    await app(place, ["ask", "list pods in shop"]);
    const [id] = keptIds(place);
    writeFileSync(join(sessionsFolderOf(place), `${id}.db`), "not a database, whatever its name may be. ".repeat(200));
    const { code, stderr } = await app(place, ["ask", "--continue", "list pods in shop"]);
    expect(stderr).toContain(`What was saved of conversation ${id} cannot be read (SQLITE_NOTADB).`);
    expect(code).toBe(2);
    expect((await app(place, ["ask", "list pods in shop"])).code).toBe(0);
    expect((await app(place, ["sessions", "list"])).stdout).toContain("unreadable");
    expect((await app(place, ["sessions", "rm", id ?? ""])).stdout).toBe(`Removed: ${id}\n`);
  });

  it("what breaks in the middle of a talk is told of once, and the talk goes on", async () => {
    const place = emptyPlace();
    const terminal = await openTalk(place, "list pods in shop");
    const [id] = keptIds(place);
    const other = new Database(join(sessionsFolderOf(place), `${id}.db`));
    other.exec("DROP TABLE checkpoints");
    other.close();
    terminal.type("logs of the second one\r");
    await terminal.waitFor("started web-2");
    await terminal.waitFor("can no longer be saved");
    await terminal.waitFor("> ");
    terminal.type("list pods in shop\r");
    await terminal.waitFor("web-1");
    await terminal.waitFor("> ");
    terminal.type("\x04");
    expect(await terminal.ended).toBe(0);
    expect(terminal.shown().split("can no longer be saved")).toHaveLength(2);
  }, 30_000);
});

describe("sessions", () => {
  it("lists, reports and removes", async () => {
    const place = emptyPlace();
    await app(place, ["ask", "logs in shop"]);
    await app(place, ["ask", "--continue", "2"]);
    await app(place, ["ask", "--continue", `logs in shop with token ${token}`]);
    const [id = ""] = keptIds(place);
    const { stdout: list } = await app(place, ["sessions"]);
    expect(list).toMatch(new RegExp(`^ID .*\\n${id}  \\S+ \\S+  3 +- +${server.url}  logs in shop\\n`));
    const { stdout: report } = await app(place, ["sessions", "show", id.slice(0, 4), "--format", "md"]);
    expect(report).toContain(`# Conversation ${id}\n`);
    expect(report).toMatch(/- Time: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d – /);
    expect(report).toMatch(/### 2\. \d\d:\d\d:\d\d 2\n\n.*\n- `get_pod_logs\(name=web-2, namespace=shop\)` → ok/);
    expect(report).toContain("started web-2");
    expect(report).toContain("logs in shop with token <masked:");
    expect(report).toContain("kubectl logs web-2 -n shop");
    expect(report).toContain("Nothing was changed.");
    expect(report).not.toContain(token);
    const found = (text: string) => text.split(/^## /m)[1] ?? "";
    expect(found(report)).toContain("web-2");
    await app(place, ["ask", "--continue", "what is a PDB"]);
    const { stdout: later } = await app(place, ["sessions", "show", "--format", "md"]);
    expect(later).toContain("what is a PDB");
    expect(found(later)).toBe(found(report));
    const { stdout: json } = await app(place, ["sessions", "show", "-o", "json"]);
    expect(JSON.parse(json)).toMatchObject({ id, heldWith: server.url, turns: [{}, { message: "2" }, {}, {}] });
    expect(json).not.toContain(token);
    expect((await app(place, ["--lang", "zh", "sessions", "show"])).stdout).toContain("没有做任何修改。");
    expect((await app(place, ["sessions", "rm", id])).stdout).toBe(`Removed: ${id}\n`);
    expect(keptIds(place)).toEqual([]);
    expect(keptFiles(place)).toEqual(["last"]);
  }, 30_000);

  it("reports object and cause of what was diagnosed, and every call whole", async () => {
    const place = emptyPlace();
    await runApp(bin, ["ask", "--sandbox", "why does payment-worker crash in dev"], { place });
    const { stdout: report } = await runApp(bin, ["sessions", "show", "--format", "md"], { place });
    const found = report.split(/^## /m)[1] ?? "";
    expect(found).toMatch(/^ {2}- pod payment-worker-\S+: container worker exits/m);
    expect(found).toMatch(/^ {4}Likely cause: .*ENOTFOUND payments-db/m);
    expect(found).not.toContain("kubectl");
    expect(report).toMatch(/`pods_log\(.*tail=20, previous=true\)` → ok/);
  }, 30_000);

  it("says what is not there, and what somebody is in", async () => {
    const place = emptyPlace();
    expect((await app(place, ["sessions", "list"])).stderr).toContain("No conversation is kept in");
    expect(await app(place, ["sessions", "show", "nope"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("There is no conversation nope."),
    });
    expect(await app(place, ["ask", "--resume", "nope", "list pods in shop"])).toMatchObject({ code: 2 });
    expect(await app(place, ["sessions", "rm"])).toMatchObject({ code: 2 });
    const terminal = await openTalk(place, "list pods in shop");
    const [id = ""] = keptIds(place);
    expect((await app(place, ["sessions", "list"])).stdout).toContain("in use");
    expect(await app(place, ["sessions", "rm", id])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("is open in another process"),
    });
    expect((await app(place, ["sessions", "show", id])).stdout).toContain("list pods in shop");
    terminal.type("\x04");
    await terminal.ended;
  }, 30_000);
});
