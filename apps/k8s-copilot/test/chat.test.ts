import { execFileSync } from "node:child_process";
import { describe, expect, inject, it } from "vitest";
import { emptyPlace, runApp } from "./helpers/app.ts";

const app = inject("scriptedApp");

describe("chat in a pipe", () => {
  it("takes one message a line, and opens with who answers about what", async () => {
    const place = emptyPlace();
    const { code, stdout, stderr } = await runApp(app, ["chat", "--context", "east", "--sandbox", "--read-only"], {
      place,
      stdin: "one\n\n  two  \n/exit\nthree\n",
    });
    expect(stdout).toBe("answer to: one\nanswer to: two\n");
    expect(stderr).toContain("kubernetes (1 tools) · model google/gemini-2.5-flash · cluster east\n");
    expect(stderr).toContain("Sandbox: these clusters are made up.\n");
    expect(stderr).toContain("Read-only: nothing will be changed.\n");
    expect(stderr).toContain("  1. list clusters\n");
    expect(place.sent().at(-1)).toEqual({ closed: true });
    expect(code).toBe(0);
  });

  it.each(["/exit", "/quit", "exit", "bye", "再见", "退出", "/退出"])("ends at “%s”", async (word) => {
    const { code, stdout } = await runApp(app, ["chat"], { stdin: `one\n${word}\nthree\n` });
    expect(stdout).toBe("answer to: one\n");
    expect(code).toBe(0);
  });

  it("takes no word about the screen for a question", async () => {
    const { stdout } = await runApp(app, ["chat"], { stdin: "clear\n清屏\none\n" });
    expect(stdout).toBe("answer to: one\n");
  });

  it("says that rules answer when there is no model", async () => {
    const { stderr } = await runApp(app, ["chat", "--offline"], { stdin: "" });
    expect(stderr).toContain("no model: built-in language rules");
  });

  it("survives turns that fail", async () => {
    const { code, stdout, stderr } = await runApp(app, ["chat"], { stdin: "throw\nfail model_unavailable\nafter\n" });
    expect(stderr).toContain("Error: This did not work: kaputt.");
    expect(stderr).toContain("Error: It failed.");
    expect(stdout).toBe("answer to: after\n");
    expect(code).toBe(0);
  });

  it("runs what a number stands for: a quick command first, a next step after an answer that has some", async () => {
    const place = emptyPlace();
    await runApp(app, ["chat"], { place, stdin: "1\nsteps\n2\n2\n" });
    expect(place.sent().map((entry) => entry.send ?? "closed")).toEqual([
      "list clusters",
      "steps",
      "events please",
      "2",
      "closed",
    ]);
  });

  it("lists next steps once while they stay the same, and goes on taking their numbers", async () => {
    const place = emptyPlace();
    const { stderr } = await runApp(app, ["chat"], { place, stdin: "steps\nsteps\n2\nsteps\n" });
    expect(stderr.match(/2\. see its events/g)).toHaveLength(2);
    expect(place.sent().map((entry) => entry.send)).toContain("events please");
  });

  it("does not tell a warning beside an answer that says it", async () => {
    const { stdout, stderr } = await runApp(app, ["chat"], { stdin: "said warning\nevents\n" });
    expect((stdout + stderr).match(/The time was not kept/g)).toHaveLength(1);
    expect(stderr).toContain("Note: something is odd");
  });

  it("makes the question part of the talk, and the next line its answer", async () => {
    const { stdout } = await runApp(app, ["chat"], { stdin: "question\n1\n" });
    expect(stdout).toBe("Which namespace?\n  1. dev (last used)\n  2. production\nchosen: 1\n");
  });

  it("never takes a line for an approval", async () => {
    for (const effect of ["write", "destructive"]) {
      const place = emptyPlace();
      const { stderr } = await runApp(app, ["chat"], { place, stdin: `${effect}\nyes\nweb\napprove\n` });
      expect(stderr).toContain("Refused: an approval needs a person at a terminal.");
      expect(place.sent().flatMap((entry) => (entry.answer === undefined ? [] : [entry.answer]))).toEqual(["deny"]);
    }
  });

  it("says that an approval is refused below the question, and shows the call once", () => {
    const { environment, folder } = emptyPlace();
    const command = `printf 'said write\\n' | "${process.execPath}" "${app}" chat -q 2>&1`;
    const shown = execFileSync("bash", ["-c", command], { cwd: folder, env: environment }).toString();
    expect(shown).toBe(
      [
        "This changes the cluster:",
        '  scale_thing {"name":"web","replicas":3}',
        "Approval needed. Nothing was sent.",
        "Refused: an approval needs a person at a terminal.",
        "",
      ].join("\n"),
    );
  });

  it("sends an empty line where it agrees to a plan, and nowhere else", async () => {
    const place = emptyPlace();
    const { stdout, stderr } = await runApp(app, ["chat"], { place, stdin: "question\n\n1\nplan\n\n\n" });
    expect(place.sent().flatMap(({ send }) => send ?? [])).toEqual(["question", "1", "plan", ""]);
    expect(stdout).toContain("went on");
    expect(stderr.match(/Nothing was sent\. Reply with a number/g)).toHaveLength(1);
  });

  it("prints each result as a line with -o json", async () => {
    const { stdout } = await runApp(app, ["chat", "-o", "json"], { stdin: "one\nquestion\n" });
    const lines = stdout.trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).status)).toEqual(["ok", "needs_input"]);
  });

  it("ends with 7 when no server can be had", async () => {
    const { code, stderr } = await runApp(app, ["chat"], { stdin: "hi\n", environment: { SCRIPT_OPEN: "dead" } });
    expect(stderr).toContain("Error: Nobody listens.\nWhat helps: Start it.\n");
    expect(code).toBe(7);
  });

  it("ends with 143 on SIGTERM while it waits for a line", async () => {
    const { code } = await runApp(app, ["chat"], {
      stdin: "open",
      onStart: (child) => {
        let shown = "";
        child.stderr?.on("data", (chunk) => {
          shown += chunk;
          if (shown.includes("/exit or Ctrl-D leaves")) child.kill("SIGTERM");
        });
      },
    });
    expect(code).toBe(143);
  });
});
