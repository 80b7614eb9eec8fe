import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundle, emptyPlace, pause } from "./helpers/app.ts";

const hasTmux = (() => {
  try {
    execFileSync("tmux", ["-V"]);
    return true;
  } catch {
    console.log("Skipped: what a screen shows of a long line needs tmux.");
    return false;
  }
})();

const app = await bundle(new URL("./fixtures/app.ts", import.meta.url));
/** A tmux of its own for each test: one that is just ending would still be spoken to by the next. */
let socket = "";
const tmux = (...args: readonly string[]) =>
  execFileSync("tmux", ["-S", socket, "-f", "/dev/null", ...args]).toString();

/** What the screen shows once a text is on it. */
const screenWith = async (text: string): Promise<string> => {
  for (let tries = 0; tries < 100; tries++) {
    const screen = tmux("capture-pane", "-p");
    if (screen.includes(text)) return screen;
    await pause(50);
  }
  throw new Error(`Not on the screen: ${text}`);
};

describe.runIf(hasTmux)("a line longer than the screen is wide", () => {
  beforeEach(() => {
    socket = join(mkdtempSync(join(tmpdir(), "k8s-copilot-tmux-")), "socket");
  });
  afterEach(() => void tmux("kill-server"));

  it.each([
    ["English", "abcdefghij".repeat(6)],
    ["Chinese", "查看购物车服务的日志".repeat(3)],
  ])("shows its first row once after it came in one piece and was edited: %s", async (_language, text) => {
    const place = emptyPlace();
    const environment = Object.entries(place.environment).flatMap(([name, value]) => ["-e", `${name}=${value}`]);
    const command = `"${process.execPath}" "${app}" chat`;
    tmux("-u", "new-session", "-d", "-x", "40", "-y", "20", "-c", place.folder, ...environment, command);
    await screenWith("/exit or Ctrl-D");
    await screenWith("\n>");
    tmux("send-keys", "-l", text);
    await pause(200);
    for (const key of ["Left", "BSpace", "Home", "End"]) {
      tmux("send-keys", key);
      await pause(100);
    }
    const screen = tmux("capture-pane", "-p");
    expect(screen.split(`> ${text.slice(0, 10)}`).length - 1).toBe(1);
  });
});
