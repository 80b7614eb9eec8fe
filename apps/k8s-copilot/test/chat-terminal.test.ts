import { describe, expect, inject, it } from "vitest";
import { emptyPlace, type Place, pause } from "./helpers/app.ts";
import { openTerminal, type TerminalOptions } from "./helpers/terminal.ts";

const app = inject("scriptedApp");

const openChat = async (options: Partial<TerminalOptions> & { readonly args?: readonly string[] } = {}) => {
  const place = options.place ?? emptyPlace();
  const terminal = openTerminal(process.execPath, [app, ...(options.args ?? ["chat"])], { ...options, place });
  await terminal.waitFor("> ");
  return { place, terminal };
};

const messages = (place: Place) => place.sent().flatMap(({ send }) => (typeof send === "string" ? [send] : []));

describe("chat at a terminal", () => {
  it("is what happens without a command", async () => {
    const { terminal } = await openChat({ args: [] });
    expect(terminal.shown()).toContain("kubernetes (1 tools)");
    terminal.type("\x04");
    expect(await terminal.ended).toBe(0);
  });

  it("answers, offers, and takes the number of what it offered", async () => {
    const { place, terminal } = await openChat();
    terminal.type("steps\r");
    await terminal.waitFor("2. see its events");
    await terminal.waitFor("> ");
    terminal.type("1\r");
    await terminal.waitFor("answer to: logs please");
    terminal.type("/exit\r");
    expect(await terminal.ended).toBe(0);
    expect(messages(place)).toEqual(["steps", "logs please"]);
  });

  it("shows what is happening, and for how long", async () => {
    const { terminal } = await openChat();
    terminal.type("pause\r");
    await terminal.waitFor(/⠋ working 0s/);
    await terminal.waitFor("paused");
    terminal.type("\x04");
    await terminal.ended;
  });

  it("gives the terminal back as it was", async () => {
    const place = emptyPlace();
    // What is written just before the end may never arrive: the shell stays until its words have been seen.
    const script = `"${process.execPath}" "${app}" chat; stty -a; echo finished; read -r`;
    const terminal = openTerminal("bash", ["-c", script], { place });
    await terminal.waitFor("> ");
    terminal.type("\x04");
    await terminal.waitFor("finished");
    terminal.type("\r");
    await terminal.ended;
    expect(terminal.shown()).toContain("\x1b[?2004l");
    expect(terminal.shown()).toMatch(/ icanon /);
    expect(terminal.shown()).toMatch(/ echo /);
  });
});

describe("editing a line", () => {
  it("puts Chinese that comes in one piece where the cursor is", async () => {
    const { place, terminal } = await openChat();
    terminal.type("查看日志");
    await terminal.waitFor("志");
    terminal.type("\x1b[D");
    terminal.type("\x1b[D");
    await pause(100);
    terminal.type("容器组");
    await pause(100);
    terminal.type("\r");
    await terminal.waitFor("answer to:");
    expect(messages(place)).toEqual(["查看容器组日志"]);
    terminal.type("\x04");
    await terminal.ended;
  });

  it("puts together a character whose bytes come one by one", async () => {
    const { place, terminal } = await openChat();
    for (const byte of Buffer.from("查看日志")) {
      Reflect.apply(terminal.pty.write, terminal.pty, [Buffer.from([byte])]);
      await pause(40);
    }
    await terminal.waitFor("志");
    terminal.type("\r");
    await terminal.waitFor("answer to:");
    expect(messages(place)).toEqual(["查看日志"]);
    terminal.type("\x04");
    await terminal.ended;
  });

  it("puts together a key whose bytes come one by one", async () => {
    const { place, terminal } = await openChat();
    terminal.type("查日志");
    await terminal.waitFor("志");
    for (const byte of "\x1b[D\x1b[D") terminal.type(byte);
    terminal.type("看");
    await pause(100);
    terminal.type("\r");
    await terminal.waitFor("answer to:");
    expect(messages(place)).toEqual(["查看日志"]);
    terminal.type("\x04");
    await terminal.ended;
  });

  it("recalls what was said before", async () => {
    const { place, terminal } = await openChat();
    terminal.type("first\r");
    await terminal.waitFor("answer to: first");
    await terminal.waitFor("> ");
    terminal.type("\x1b[A");
    await pause(100);
    terminal.type("\r");
    await terminal.waitFor("answer to: first");
    expect(messages(place)).toEqual(["first", "first"]);
    terminal.type("\x04");
    await terminal.ended;
  });

  it("takes what is typed during a turn for the next message", async () => {
    const { place, terminal } = await openChat();
    terminal.type("pause\r");
    await terminal.waitFor("working");
    terminal.type("next\r");
    await terminal.waitFor("answer to: next");
    expect(messages(place)).toEqual(["pause", "next"]);
    terminal.type("\x04");
    await terminal.ended;
  });

  it("does not take what is typed during a turn for the answer to its question", async () => {
    const { place, terminal } = await openChat();
    terminal.type("question later\r");
    await terminal.waitFor("working");
    terminal.type("2\r");
    await terminal.waitFor("Which namespace?");
    await terminal.waitFor("> ");
    terminal.type("1\r");
    await terminal.waitFor("chosen: dev");
    expect(messages(place)).toEqual(["question later"]);
    terminal.type("\x04");
    await terminal.ended;
  });
});

describe("a paste", () => {
  const lines = Array.from({ length: 1500 }, (_, index) => `line ${index}`);

  it("of 1,500 lines between marks is one message, sent when Enter is pressed", async () => {
    const { place, terminal } = await openChat();
    terminal.type(`look: \x1b[200~${lines.join("\r")}\r\x1b[201~`);
    await terminal.waitFor("[pasted 1500 lines #1]");
    expect(messages(place)).toEqual([]);
    terminal.type(" why?\r");
    await terminal.waitFor("answer to:");
    expect(messages(place)).toEqual([`look: ${lines.join("\n")} why?`]);
    terminal.type("\x04");
    await terminal.ended;
  });

  it("of 1,500 lines without marks is one message", async () => {
    const { place, terminal } = await openChat();
    terminal.type(`${lines.join("\r")}\r`);
    await terminal.waitFor("answer to:");
    expect(messages(place)).toEqual([lines.join("\n")]);
    terminal.type("\x04");
    await terminal.ended;
  });

  it("of one line is edited as if typed, without what a terminal would obey", async () => {
    const { place, terminal } = await openChat();
    terminal.type("\x1b[200~get\tpods\x1b[31m\x1b[201~");
    await terminal.waitFor("get pods");
    terminal.type("\r");
    await terminal.waitFor("answer to:");
    expect(messages(place)).toEqual(["get pods[31m"]);
    terminal.type("\x04");
    await terminal.ended;
  });
});

describe("Ctrl-C", () => {
  it("stops a turn, and the talk goes on", async () => {
    const { place, terminal } = await openChat();
    terminal.type("slow\r");
    await terminal.waitFor("working");
    terminal.type("\x03");
    await terminal.waitFor("Stopped.");
    await terminal.waitFor("> ");
    terminal.type("hi\r");
    await terminal.waitFor("answer to: hi");
    expect(messages(place)).toEqual(["slow", "hi"]);
    terminal.type("\x04");
    expect(await terminal.ended).toBe(0);
  });

  it("pressed twice in a turn that does not listen leaves", async () => {
    const { terminal } = await openChat();
    terminal.type("deaf\r");
    await terminal.waitFor("working");
    terminal.type("\x03");
    await terminal.waitFor("stopping");
    terminal.type("\x03");
    expect(await terminal.ended).toBe(130);
  });

  it("clears a line, and leaves only when pressed twice on an empty one", async () => {
    const { place, terminal } = await openChat();
    terminal.type("half");
    await terminal.waitFor("half");
    terminal.type("\x03");
    await pause(100);
    terminal.type("whole\r");
    await terminal.waitFor("answer to: whole");
    await terminal.waitFor("> ");
    terminal.type("\x03");
    await terminal.waitFor("Press Ctrl-C again to leave.");
    await terminal.waitFor("> ");
    terminal.type("\x03");
    expect(await terminal.ended).toBe(130);
    expect(messages(place)).toEqual(["whole"]);
  });
});
