import { afterEach, describe, expect, inject, it } from "vitest";
import { emptyPlace } from "./helpers/app.ts";
import { hasTmux, openScreen, type Screen } from "./helpers/screen.ts";

const app = inject("scriptedApp");
let screen: Screen | undefined;
afterEach(() => {
  screen?.close();
  screen = undefined;
});

const openChat = async (columns: number) => {
  const place = emptyPlace();
  screen = openScreen(`"${process.execPath}" "${app}" chat`, { place, columns });
  await screen.showing("/exit or Ctrl-D");
  await screen.showing(/^>$/m);
  const messages = () => place.sent().flatMap(({ send }) => (typeof send === "string" ? [send] : []));
  return { screen, messages };
};

describe.runIf(hasTmux)("a line longer than the screen is wide", () => {
  it.each([
    ["English", "abcdefghij".repeat(6)],
    ["Chinese", "查看购物车服务的日志".repeat(3)],
  ])("shows its first row once after it came in one piece and was edited: %s", async (_language, text) => {
    const { screen } = await openChat(40);
    await screen.type(text);
    await screen.press("Left", "BSpace", "Home", "End");
    expect(screen.lines().filter((line) => line.startsWith(`> ${text.slice(0, 10)}`))).toHaveLength(1);
  });

  it.each([20, 60])("shows its first row once after the screen became %i columns wide", async (columns) => {
    const { screen } = await openChat(40);
    await screen.type("查看购物车服务的日志".repeat(3));
    await screen.resize(columns);
    await screen.press("Left");
    expect(screen.lines().filter((line) => line.includes("> 查看购物"))).toHaveLength(1);
  });
});

describe.runIf(hasTmux)("an answer wider than the screen", () => {
  it("breaks at words", async () => {
    const { screen } = await openChat(40);
    await screen.type("long\n");
    await screen.showing("To find the log of the cart I need to\nknow its namespace.");
  });
});

describe.runIf(hasTmux)("Chinese edited in the middle of a line", () => {
  const typed = "查看购物车服务的日志";
  it.each<{ how: string; keys: readonly (string | { readonly type: string })[]; sent: string }>([
    { how: "inserted", keys: ["Left", "Left", { type: "容器组" }], sent: "查看购物车服务的容器组日志" },
    { how: "deleted backwards", keys: ["Left", "Left", "BSpace", "BSpace"], sent: "查看购物车服日志" },
    { how: "deleted forwards", keys: ["Home", "DC", "DC"], sent: "购物车服务的日志" },
    { how: "put before all", keys: ["Home", { type: "请" }], sent: "请查看购物车服务的日志" },
    { how: "put behind all", keys: ["Home", "End", { type: "吧" }], sent: "查看购物车服务的日志吧" },
    { how: "cut to the end", keys: ["Left", "Left", "C-k", { type: "事件" }], sent: "查看购物车服务的事件" },
    {
      how: "moved in by words",
      keys: [{ type: " cart-v2 最近" }, "M-b", { type: "的" }],
      sent: "查看购物车服务的日志 cart-v2 的最近",
    },
    {
      how: "filled to the very edge and over it",
      keys: [{ type: "一二三四五六七八九十" }, "Left", { type: "满" }],
      sent: "查看购物车服务的日志一二三四五六七八九满十",
    },
  ])("is sent as it stands on a screen of 40 columns: $how", async ({ keys, sent }) => {
    const { screen, messages } = await openChat(40);
    await screen.type(typed);
    for (const key of keys) await (typeof key === "string" ? screen.press(key) : screen.type(key.type));
    const lineShown = () => {
      const lines = screen.lines();
      return lines
        .slice(lines.findIndex((line) => line.startsWith("> ")))
        .join("")
        .trimEnd();
    };
    await expect.poll(lineShown, { timeout: 5_000 }).toBe(`> ${sent}`);
    await screen.press("Enter");
    await screen.showing("answer to:");
    expect(messages()).toEqual([sent]);
  });

  it("comes back from the history, and is edited anew", async () => {
    const { screen, messages } = await openChat(40);
    await screen.type("第一句话");
    await screen.press("Enter");
    await screen.showing("answer to: 第一句话");
    await screen.press("Up", "Left", "Left");
    await screen.type("条");
    await screen.press("Enter");
    await screen.showing("answer to: 第一条句话");
    expect(messages()).toEqual(["第一句话", "第一条句话"]);
  });
});
