import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Place, pause } from "./app.ts";

export const hasTmux = (() => {
  try {
    execFileSync("tmux", ["-V"]);
    return true;
  } catch {
    console.log("Skipped: what a screen shows needs tmux.");
    return false;
  }
})();

export type Screen = {
  /** What is on it now, without blanks at the ends of lines. */
  readonly lines: () => readonly string[];
  /** What is on it once it shows the text, or what fits. */
  showing(text: string | RegExp): Promise<readonly string[]>;
  type(text: string): Promise<void>;
  /** Keys by tmux's names: `Left`, `C-c`, `Escape`. */
  press(...keys: readonly string[]): Promise<void>;
  /** Pastes as a terminal does, between marks where the program asked for them. */
  paste(text: string): Promise<void>;
  resize(columns: number): Promise<void>;
  /** Where the cursor stands: row from the top, column from the left. */
  readonly cursor: () => { readonly row: number; readonly column: number };
  close(): void;
};

export type ScreenOptions = {
  readonly place: Place;
  readonly columns: number;
  readonly rows?: number;
  readonly environment?: Readonly<Record<string, string>>;
};

/** Runs a command on a screen that can be read: a tmux of its own, as one that is just ending would still be spoken to. */
export const openScreen = (command: string, options: ScreenOptions): Screen => {
  const { place, columns, rows = 24 } = options;
  const socket = join(mkdtempSync(join(tmpdir(), "k8s-copilot-tmux-")), "socket");
  // Its programs get what the place has, not what the tests run in: `CI` would make every list a plain one.
  const tmux = (...args: readonly string[]) =>
    execFileSync("tmux", ["-S", socket, "-f", "/dev/null", "-u", ...args], { env: place.environment }).toString();
  const environment = Object.entries({ ...place.environment, ...options.environment });
  const variables = environment.flatMap(([name, value]) => ["-e", `${name}=${value}`]);
  const size = ["-x", String(columns), "-y", String(rows)];
  tmux("new-session", "-d", ...size, "-c", place.folder, ...variables, command);
  const lines = () =>
    tmux("capture-pane", "-p")
      .split("\n")
      .map((line) => line.trimEnd());
  /** Longer than the time in which keys that follow each other count as one paste. */
  const settle = () => pause(80);
  return {
    lines,
    showing: async (text) => {
      const until = performance.now() + 15_000;
      for (;;) {
        const screen = lines();
        const whole = screen.join("\n");
        if (typeof text === "string" ? whole.includes(text) : text.test(whole)) return screen;
        if (performance.now() > until) throw new Error(`Not on the screen: ${text}\n${whole}`);
        await pause(50);
      }
    },
    type: async (text) => {
      tmux("send-keys", "-l", text);
      await settle();
    },
    press: async (...keys) => {
      for (const key of keys) {
        tmux("send-keys", key);
        await settle();
      }
    },
    paste: async (text) => {
      tmux("set-buffer", text);
      tmux("paste-buffer", "-p", "-r");
      await settle();
    },
    resize: async (wide) => {
      tmux("resize-window", "-x", String(wide));
      await pause(200);
    },
    cursor: () => {
      const [row = 0, column = 0] = tmux("display-message", "-p", "#{cursor_y} #{cursor_x}")
        .trim()
        .split(" ")
        .map(Number);
      return { row, column };
    },
    close: () => void tmux("kill-server"),
  };
};
