import { describe, expect, inject, it } from "vitest";
import { emptyPlace, type Place, pause } from "./helpers/app.ts";
import { openTerminal, type Terminal } from "./helpers/terminal.ts";

const app = inject("scriptedApp");
const promptTail = "approve> ";

const answers = (place: Place) => place.sent().flatMap(({ answer }) => (typeof answer === "string" ? [answer] : []));

/** Everything that was sent after the request. */
const replies = (place: Place) =>
  place
    .sent()
    .slice(1)
    .flatMap(({ answer, send }) => answer ?? send ?? []);

const askFor = async (effect: "write" | "destructive") => {
  const place = emptyPlace();
  const terminal = openTerminal(process.execPath, [app, "ask", effect], { place });
  await terminal.waitFor(promptTail);
  return { place, terminal };
};

/** Longer than the time in which nothing counts. */
const read = () => pause(500);

describe("an approval at a terminal", () => {
  it("shows the exact call before it asks, and who proposes it in the model's place", async () => {
    const { terminal } = await askFor("destructive");
    const shown = terminal.shown();
    expect(shown).toMatch(/Note: Rules answer\.[\s\S]*Destructive: scale_thing/);
    expect(shown).toContain("Destructive: scale_thing on kubernetes\r\n  name: web\r\n  replicas: 3\r\n");
    expect(shown).toContain("note: evil\\x1b[2Jtext");
    terminal.type("\x03");
    expect(await terminal.ended).toBe(4);
  });

  it("leaves the talk at /exit, and what waited is refused", async () => {
    const place = emptyPlace();
    const terminal = openTerminal(process.execPath, [app, "chat"], { place });
    await terminal.waitFor("> ");
    terminal.type("write\r");
    await terminal.waitFor(promptTail);
    await read();
    terminal.type("/exit\r");
    expect(await terminal.ended).toBe(0);
    expect(answers(place)).toEqual(["deny"]);
  });

  it("breaks no word on a narrow screen", async () => {
    const terminal = openTerminal(process.execPath, [app, "ask", "destructive"], { place: emptyPlace(), columns: 40 });
    await terminal.waitFor(promptTail);
    expect(terminal.shown()).toContain(
      "Type the name of what will be affected\r\nto approve; nothing else runs it.\r\n",
    );
    terminal.type("\x1b[200~web\x1b[201~");
    await terminal.waitFor("(pasted or too early: ignored, please\r\ntype it)");
    terminal.type("\x03");
    expect(await terminal.ended).toBe(4);
  });

  it.each<{
    how: string;
    effect: "write" | "destructive";
    act: (terminal: Terminal) => Promise<void>;
    sent: string;
    code: number;
  }>([
    { how: "yes, typed", effect: "write", act: async (t) => t.type("yes\r"), sent: "approve", code: 0 },
    { how: "the name, typed", effect: "destructive", act: async (t) => t.type("web\r"), sent: "web", code: 0 },
    {
      how: "the name, with a slip of the finger put right",
      effect: "destructive",
      act: async (t) => {
        for (const key of ["w", "r", "\x7f", "e", "b", "\r"]) t.type(key);
      },
      sent: "web",
      code: 0,
    },
    { how: "Enter alone", effect: "write", act: async (t) => t.type("\r"), sent: "deny", code: 4 },
    { how: "y", effect: "write", act: async (t) => t.type("y\r"), sent: "approve", code: 0 },
    { how: "同意", effect: "write", act: async (t) => t.type("同意\r"), sent: "approve", code: 0 },
    {
      how: "好, which may only mean that it was read",
      effect: "write",
      act: async (t) => t.type("好\r"),
      sent: "好",
      code: 4,
    },
    {
      how: "yes where a name is asked for",
      effect: "destructive",
      act: async (t) => t.type("yes\r"),
      sent: "yes",
      code: 4,
    },
    {
      how: "the name in other letters",
      effect: "destructive",
      act: async (t) => t.type("Web\r"),
      sent: "Web",
      code: 4,
    },
    { how: "the word approve", effect: "destructive", act: async (t) => t.type("approve\r"), sent: "approve", code: 4 },
    { how: "Ctrl-C", effect: "write", act: async (t) => t.type("\x03"), sent: "deny", code: 4 },
    { how: "Ctrl-D", effect: "write", act: async (t) => t.type("\x04"), sent: "deny", code: 4 },
    { how: "Esc", effect: "write", act: async (t) => t.type("\x1b"), sent: "deny", code: 4 },
  ])("given $how sends $sent", async ({ effect, act, sent, code }) => {
    const { place, terminal } = await askFor(effect);
    await read();
    await act(terminal);
    expect(await terminal.ended).toBe(code);
    expect(replies(place)).toEqual([sent]);
  });

  it.each([
    ["typed at once", "yes\r"],
    ["pasted between marks", "\x1b[200~yes\r\x1b[201~\r"],
    ["at the end of a paste without marks", `${"x".repeat(5000)}\ryes\r`],
    ["at the end of a very long paste", `${"line\r".repeat(66_000)}yes\r`],
  ])("does not count a yes that was %s", async (how, keys) => {
    const { place, terminal } = await askFor("write");
    if (how !== "typed at once") await read();
    terminal.type(keys);
    await terminal.waitFor("ignored, please type it");
    await pause(1500);
    expect(answers(place)).toEqual([]);
    terminal.type("no\r");
    expect(await terminal.ended).toBe(4);
    expect(replies(place)).toEqual(["no"]);
  });

  it("does not count a yes that was typed before it was asked", async () => {
    const place = emptyPlace();
    const terminal = openTerminal(process.execPath, [app, "ask", "write later"], { place });
    await terminal.waitFor("working");
    terminal.type("yes\r");
    await terminal.waitFor(promptTail);
    await pause(1000);
    expect(answers(place)).toEqual([]);
    terminal.type("\x03");
    expect(await terminal.ended).toBe(4);
  });

  it("is the same in a talk, which goes on afterwards", async () => {
    const place = emptyPlace();
    const terminal = openTerminal(process.execPath, [app, "chat"], { place });
    await terminal.waitFor("> ");
    terminal.type("write\r");
    await terminal.waitFor(promptTail);
    await read();
    terminal.type("yes\r");
    await terminal.waitFor("changed");
    await terminal.waitFor("> ");
    terminal.type("destructive\r");
    await terminal.waitFor(promptTail);
    await read();
    terminal.type("\x03");
    await terminal.waitFor("not changed");
    await terminal.waitFor("> ");
    terminal.type("\x04");
    expect(await terminal.ended).toBe(0);
    expect(answers(place)).toEqual(["approve", "deny"]);
  });

  it.each(["ask", "chat"])("shows a call once that the answer holds already: %s", async (command) => {
    const terminal = openTerminal(process.execPath, [app, command, ...(command === "ask" ? ["said write"] : [])], {
      place: emptyPlace(),
    });
    if (command === "chat") {
      await terminal.waitFor("> ");
      terminal.type("said write\r");
    }
    await terminal.waitFor(promptTail);
    expect(terminal.shown().split("scale_thing")).toHaveLength(2);
    expect(terminal.shown().indexOf("scale_thing")).toBeLessThan(terminal.shown().indexOf(promptTail));
    await read();
    terminal.type("yes\r");
    await terminal.waitFor("changed");
    terminal.type("\x04");
    expect(await terminal.ended).toBe(0);
  });

  it("is not asked with --no-input", async () => {
    const place = emptyPlace();
    const terminal = openTerminal(process.execPath, [app, "ask", "write", "--no-input"], { place });
    expect(await terminal.ended).toBe(4);
    expect(terminal.shown()).toContain("Approval needed. Nothing was sent.");
    expect(answers(place)).toEqual([]);
  });
});

describe("a question of ask at a terminal", () => {
  it("is asked, and the reply goes into the same conversation", async () => {
    const place = emptyPlace();
    const terminal = openTerminal(process.execPath, [app, "ask", "question"], { place });
    await terminal.waitFor("2. production");
    terminal.type("dev\r");
    await terminal.waitFor("chosen: dev");
    expect(await terminal.ended).toBe(0);
  });

  it.each([
    ["Ctrl-D", "\x04", 3],
    ["Ctrl-C", "\x03", 130],
  ])("left with %s ends with its own exit code", async (...[, key, expected]) => {
    const terminal = openTerminal(process.execPath, [app, "ask", "question"], { place: emptyPlace() });
    await terminal.waitFor("> ");
    terminal.type(key);
    expect(await terminal.ended).toBe(expected);
  });
});
