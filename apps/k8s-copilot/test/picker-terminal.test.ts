import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { displayWidth } from "@k8s-copilot/k8s-crew/display-width";
import { afterEach, describe, expect, inject, it } from "vitest";
import { emptyPlace, pause } from "./helpers/app.ts";
import { hasTmux, openScreen, type Screen } from "./helpers/screen.ts";
import { openTerminal } from "./helpers/terminal.ts";

const app = inject("scriptedApp");
let opened: Screen | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
});

type Opening = {
  readonly columns?: number;
  readonly command?: string;
  readonly environment?: Readonly<Record<string, string>>;
};

const open = async ({ columns = 80, command = "chat", environment = {} }: Opening = {}) => {
  const place = emptyPlace();
  const screen = openScreen(`"${process.execPath}" "${app}" ${command}; sleep 60`, { place, columns, environment });
  opened = screen;
  if (command.startsWith("chat")) await screen.showing(/^>$/m);
  const said = () => place.sent().flatMap(({ send, answer }) => (send === undefined ? (answer ?? []) : send));
  return { screen, said };
};

/** Longer than the time in which an Enter was meant for something else. */
const read = () => pause(400);

const ask = async (words: string, opening: Opening = {}) => {
  const talk = await open(opening);
  await talk.screen.type(words);
  await talk.screen.press("Enter");
  await talk.screen.showing("❯");
  await read();
  return talk;
};

describe.runIf(hasTmux)("the choices of a question on a screen", () => {
  it.each([
    {
      words: "many choices",
      columns: 80,
      shown: [
        "Which pod?",
        ">",
        "❯  1. checkout-service-primary-1-7d9f8b6c5-x2x40  Running · 4d",
        "   2. checkout-service-primary-2-7d9f8b6c5-x2x41  Running · 4d",
        "   7. checkout-service-primary-7-7d9f8b6c5-x2x46  CrashLoopBackOff · 12 resta..",
        "  15. checkout-service-primary-15-7d9f8b6c5-x2x414  Running · 4d",
        "15 of 20  Up/Down, Enter  type to narrow or reply  Esc: reply in words",
      ],
    },
    {
      words: "many choices",
      columns: 40,
      shown: [
        "❯  1. checkout-ser..-x2x40  Running ·..",
        "   7. checkout-ser..-x2x46  CrashLoop..",
        "15 of 20  Up/Down, Enter",
      ],
    },
    {
      words: "说中文",
      columns: 80,
      shown: [
        "要看哪个 Pod 的日志？",
        ">",
        "❯ 1. 购物车服务-后端-支付网关-主-7d9f8b6c5-x2x4z  运行中 · 3 天",
        "  2. 支付-27  反复崩溃 · 重启 12 次",
        "  3. cart-service-v2  运行中",
        "上下键、回车选择  输入可筛选或回答  Esc 改用文字回答",
      ],
    },
    {
      words: "说中文",
      columns: 40,
      shown: [
        "❯ 1. 购物车服务-后..-x2x4z  运行中 · ..",
        "  2. 支付-27  反复崩溃 · 重启 12 次",
        "上下键、回车选择  输入可筛选或回答",
      ],
    },
  ])("stand below the line, cut to $columns columns: $words", async ({ words, columns, shown }) => {
    const { screen } = await ask(words, { columns });
    const missing = () => shown.filter((line) => !screen.lines().includes(line));
    await expect.poll(missing, { timeout: 5_000 }).toEqual([]);
    const lines = screen.lines();
    const places = shown.map((line) => lines.indexOf(line));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(lines.filter((line) => / 2\. /.test(line))).toHaveLength(1);
    expect(screen.cursor()).toEqual({ row: lines.lastIndexOf(">"), column: 2 });
  });

  it.each<{ how: string; words?: string; act: (screen: Screen) => Promise<void>; sent: string }>([
    { how: "Enter takes the first", act: (s) => s.press("Enter"), sent: "a" },
    { how: "↓ goes to the next", act: (s) => s.press("Down", "Enter"), sent: "b" },
    { how: "↑ goes round to the last", act: (s) => s.press("Up", "Enter"), sent: "c" },
    { how: "a number goes to its choice", act: (s) => s.type("3").then(() => s.press("Enter")), sent: "c" },
    { how: "so does a full-width one", act: (s) => s.type("２").then(() => s.press("Enter")), sent: "b" },
    { how: "a part of a name narrows", act: (s) => s.type("cart").then(() => s.press("Enter")), sent: "c" },
    { how: "a part of a Chinese name narrows", act: (s) => s.type("支付-").then(() => s.press("Enter")), sent: "b" },
    { how: "a part of the reason narrows", act: (s) => s.type("崩溃").then(() => s.press("Enter")), sent: "b" },
    {
      how: "what was narrowed too far is widened",
      act: (s) =>
        s
          .type("支付-9")
          .then(() => s.press("BSpace"))
          .then(() => s.press("Enter")),
      sent: "b",
    },
    {
      how: "a reply in words is sent",
      act: (s) => s.type("重启最多的那个").then(() => s.press("Enter")),
      sent: "重启最多的那个",
    },
    { how: "a request is sent", act: (s) => s.type("list nodes").then(() => s.press("Enter")), sent: "list nodes" },
    {
      how: "“no” looks for nothing",
      words: "many choices",
      act: (s) => s.type("no").then(() => s.press("Enter")),
      sent: "no",
    },
    {
      how: "what would narrow is sent as it is from its own row",
      act: (s) => s.type("支付").then(() => s.press("Up", "Enter")),
      sent: "支付",
    },
    {
      how: "after Esc the line is free",
      act: async (s) => {
        await s.press("Escape");
        await s.type("cart");
        await s.showing("Tab 回到列表");
        await s.press("Enter");
      },
      sent: "cart",
    },
    {
      how: "after Esc, Tab leads back",
      act: async (s) => {
        await s.press("Escape");
        await s.showing("Tab 回到列表");
        await s.press("Tab", "Down", "Enter");
      },
      sent: "b",
    },
    {
      how: "a paste narrows and sends nothing by itself",
      act: async (s) => {
        await s.paste("cart\n");
        await s.showing("> cart");
        await pause(200);
        await s.press("Enter");
      },
      sent: "c",
    },
    {
      how: "a pasted text of several lines is one reply",
      act: (s) => s.paste("one\ntwo").then(() => s.press("Enter")),
      sent: "one\ntwo",
    },
    {
      how: "Ctrl-C empties the line first",
      act: async (s) => {
        await s.type("cart");
        await s.press("C-c", "Enter");
      },
      sent: "a",
    },
  ])("$how", async ({ words = "说中文", act, sent }) => {
    const { screen, said } = await ask(words);
    await act(screen);
    await screen.showing("chosen:");
    expect(said()).toEqual([words, sent]);
    expect(screen.lines().filter((line) => line.includes("❯") || line.includes("Esc"))).toEqual([]);
  });

  it.each<{ how: string; act: (screen: Screen) => Promise<void>; line: string; answer: string }>([
    { how: "picked", act: (s) => s.press("Down", "Enter"), line: "> 支付-27", answer: "chosen: b" },
    {
      how: "said",
      act: async (s) => {
        await s.type("那个反复崩溃的");
        await s.press("Left", "Left", "Enter");
      },
      line: "> 那个反复崩溃的",
      answer: "chosen: 那个反复崩溃的",
    },
  ])("stay above what was $how, as a list with numbers", async ({ act, line, answer }) => {
    const { screen } = await ask("说中文", { columns: 40 });
    await act(screen);
    const lines = await screen.showing("chosen:");
    const at = lines.indexOf("要看哪个 Pod 的日志？");
    expect(lines.slice(at, at + 7)).toEqual([
      "要看哪个 Pod 的日志？",
      "  1. 购物车服务-后..-x2x4z  运行中 · ..",
      "  2. 支付-27  反复崩溃 · 重启 12 次",
      "  3. cart-service-v2  运行中",
      line,
      answer,
      ">",
    ]);
  });

  it("do not take an Enter that was pressed before they could be read, unless the marker was moved", async () => {
    const place = emptyPlace();
    const terminal = openTerminal(process.execPath, [app, "chat"], { place });
    await terminal.waitFor("> ");
    terminal.type("question\r");
    await terminal.waitFor("❯ 1. dev");
    terminal.type("\r");
    await pause(100);
    expect(place.sent().some(({ answer }) => answer !== undefined)).toBe(false);
    terminal.type("\x1b[B");
    await pause(50);
    terminal.type("\r");
    await terminal.waitFor("chosen: production");
    terminal.type("\x04");
    expect(await terminal.ended).toBe(0);
  });

  it.each([30, 60])("are drawn anew when the screen becomes %i columns wide", async (columns) => {
    const { screen } = await ask("many choices", { columns: 40 });
    await screen.type("checkout");
    await screen.resize(columns);
    const drawn = () => {
      const lines = screen.lines();
      const count = (isSo: (line: string) => boolean) => lines.filter(isSo).length;
      return {
        line: count((line) => line === "> checkout"),
        marker: count((line) => line.includes("❯")),
        second: count((line) => / 2\. checkout/.test(line)),
        count: count((line) => line.includes("15 of 20")),
        asItIs: count((line) => line.includes("send “checkout”")),
        widest: Math.max(...lines.map(displayWidth)) < columns,
        cursor: screen.cursor().row - lines.indexOf("> checkout"),
      };
    };
    await expect
      .poll(drawn, { timeout: 5_000 })
      .toEqual({ line: 1, marker: 1, second: 1, count: 1, asItIs: 1, widest: true, cursor: 0 });
  });

  it("move past what fits on a low screen", async () => {
    const place = emptyPlace();
    const screen = openScreen(`"${process.execPath}" "${app}" chat`, { place, columns: 80, rows: 10 });
    opened = screen;
    await screen.showing(/^>$/m);
    await screen.type("many choices");
    await screen.press("Enter");
    await screen.showing("6 of 20");
    await screen.press("PPage", "NPage", "Down");
    const lines = await screen.showing("❯ 12. ");
    expect(lines.filter((line) => line === ">")).toHaveLength(1);
  });

  it("wait behind a Ctrl-C, and a second one leaves", async () => {
    const { screen } = await ask("说中文");
    await screen.press("C-c");
    await screen.showing("再按一次 Ctrl-C 退出");
    await screen.showing("❯ 1. 购物车");
    await screen.press("C-c");
    await expect.poll(() => screen.lines().join("\n"), { timeout: 5_000 }).not.toContain("❯");
  });

  it("end with Ctrl-D as a line does", async () => {
    const { screen, said } = await ask("说中文");
    await screen.press("C-d");
    await expect.poll(() => screen.lines().join("\n"), { timeout: 5_000 }).not.toContain("❯");
    expect(said().length).toBe(1);
  });

  it("are the same in ask", async () => {
    const { screen, said } = await open({ command: "ask question" });
    await screen.showing("❯ 1. dev  last used");
    expect(screen.lines().filter((line) => line.includes("production"))).toHaveLength(1);
    await screen.press("Down", "Enter");
    await screen.showing("chosen: production");
    expect(said()).toEqual(["question", "production"]);
  });
});

describe.runIf(hasTmux)("an empty line", () => {
  it("is no answer to a question, and says how to reply", async () => {
    const { screen, said } = await ask("说中文");
    await screen.press("Escape", "Enter");
    await screen.showing("没有发送任何内容");
    expect(said()).toEqual(["说中文"]);
  });

  it("agrees to a plan", async () => {
    const { screen, said } = await ask("plan");
    await screen.press("Escape", "Enter");
    await screen.showing("went on");
    expect(said()).toEqual(["plan", ""]);
  });
});

describe.runIf(hasTmux)("where a list that moves is of no use", () => {
  const config = "plain: true\n";
  it.each<{ where: string; variables?: string } & Opening & { readonly config?: string }>([
    { where: "with --plain", command: "chat --plain" },
    { where: "with plain in the config file", config },
    { where: "with NO_COLOR", environment: { NO_COLOR: "1" } },
    { where: "in CI", environment: { CI: "true" } },
    { where: "on a dumb terminal", variables: "TERM=dumb" },
  ])("choices are a numbered list: $where", async ({ command = "chat", variables = "", config, environment = {} }) => {
    const place = emptyPlace();
    const folder = join(place.home, ".config", "k8s-copilot");
    mkdirSync(folder, { recursive: true });
    if (config !== undefined) writeFileSync(join(folder, "config.yaml"), config);
    const screen = openScreen(`${variables} "${process.execPath}" "${app}" ${command}`, {
      place,
      columns: 80,
      environment,
    });
    opened = screen;
    await screen.showing(/^>$/m);
    await screen.type("说中文");
    await screen.press("Enter");
    const lines = await screen.showing("  3. cart-service-v2  运行中");
    expect(lines.join("\n")).not.toContain("❯");
    await screen.type("2");
    await screen.press("Enter");
    await screen.showing("chosen: 2");
  });
});

describe.runIf(hasTmux)("what was offered", () => {
  it("is told once how to pick, and picked from an empty line with ↓", async () => {
    const { screen, said } = await open();
    expect(screen.lines().join("\n")).toContain("press Down or Tab to pick");
    await screen.press("Down");
    await screen.showing("❯ 1. list clusters");
    await screen.press("Enter");
    await screen.showing("answer to: list clusters");
    expect(said()).toEqual(["list clusters"]);
  });

  it("is the next steps first, then what can always be done", async () => {
    const { screen, said } = await open();
    await screen.type("steps");
    await screen.press("Enter");
    await screen.showing("2. see its events");
    await screen.press("Tab");
    const lines = await screen.showing("❯ 1. see its logs");
    const at = lines.findIndex((line) => line.startsWith("❯"));
    expect(lines.slice(at, at + 3)).toEqual(["❯ 1. see its logs", "  2. see its events", "  3. list clusters"]);
    await screen.press("Down", "Enter");
    await screen.showing("answer to: events please");
    expect(said()).toEqual(["steps", "events please"]);
  });

  it.each([40, 80])("goes away with Esc, on a screen of %i columns", async (columns) => {
    const { screen, said } = await open({ columns });
    await screen.press("Tab");
    await screen.showing("❯");
    await screen.press("Escape");
    await screen.type("hello");
    await expect.poll(() => screen.lines().join("\n"), { timeout: 5_000 }).not.toContain("❯");
    await screen.press("Enter");
    await screen.showing("answer to: hello");
    expect(said()).toEqual(["hello"]);
  });
});
