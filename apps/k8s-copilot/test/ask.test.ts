import { spawn } from "node:child_process";
import { once } from "node:events";
import { turnResultSchema } from "@k8s-copilot/k8s-crew";
import { describe, expect, inject, it } from "vitest";
import { emptyPlace, pause, runApp } from "./helpers/app.ts";

const app = inject("scriptedApp");
const escapes = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/;

describe("ask in a pipe", () => {
  it("puts the answer on stdout and nothing else there", async () => {
    const { code, stdout, stderr } = await runApp(app, ["ask", "how", "are", "you?"]);
    expect(stdout).toBe("answer to: how are you?\n");
    expect(stderr).toBe("k8s-copilot 0.1.0\n");
    expect(code).toBe(0);
  });

  it("says nothing but the answer with -q", async () => {
    const { stdout, stderr } = await runApp(app, ["ask", "-q", "events"], { environment: { SCRIPT_WARNING: "odd" } });
    expect(stdout).toBe("all of it\n");
    expect(stderr).toBe("");
  });

  it("says with -q who answers in the model's place, on stderr, and nothing else there", async () => {
    const { stdout, stderr } = await runApp(app, ["ask", "-q", "switched"]);
    expect(stdout).toBe("the answer\n");
    expect(stderr).toBe("Note: Rules answer.\n");
  });

  it("tells plan, calls, progress and costs with -v, on stderr, once each", async () => {
    const { stdout, stderr } = await runApp(app, ["ask", "-v", "events"]);
    expect(stdout).toBe("all of it\n");
    expect(stderr.split("\n").slice(1)).toEqual([
      "Plan:",
      "  1. list_things(namespace=dev) - to see",
      "  2. list_things(namespace=dev) - to see more",
      "  ✓ list_things(namespace=dev) (cached, 12 s old)",
      "first part",
      "Note: something is odd",
      expect.stringMatching(/^\d+\.\d s, 1 calls \(1 cached\), model calls 0, tokens 0 in 0 out$/),
      "",
    ]);
  });

  it("offers next steps and a tip after the answer", async () => {
    const { stdout, stderr } = await runApp(app, ["ask", "steps"]);
    expect(stdout).toBe("done\n");
    expect(stderr).toContain("Next:\n  1. see its logs\n  2. see its events\nTip: Events first.\n");
  });

  it("says once what the answer says already: an error on stderr, a question on stdout", async () => {
    const error = await runApp(app, ["ask", "said error"]);
    expect(error.stdout).toBe("");
    expect(error.stderr).toBe("k8s-copilot 0.1.0\n(sandbox)\nIt is gone.\nThere is: web\nWhat helps: List them.\n");
    const question = await runApp(app, ["ask", "said question"]);
    expect(question.stdout).toBe("Which namespace?\n  1. dev\n");
    expect(question.stderr).toBe(
      "k8s-copilot 0.1.0\nSay it in the question itself, or run this in a terminal to be asked.\n",
    );
    const talk = await runApp(app, ["chat"], { stdin: "said error\nsaid question\n" });
    expect(talk.stdout).toBe("(sandbox)\nIt is gone.\nThere is: web\nWhich namespace?\n  1. dev\n");
    expect(talk.stderr).toContain("What helps: List them.");
  });

  it("says no note beside an answer that holds it", async () => {
    const { stdout, stderr } = await runApp(app, ["ask", "said warning"]);
    expect(stdout).toContain("The time was not kept.");
    expect(stderr).not.toContain("The time was not kept.");
  });

  it.each(["ask", "chat"])("lets nothing through %s that a terminal would obey", async (command) => {
    const options = command === "chat" ? { stdin: "hostile\n" } : {};
    for (const output of ["text", "json", "jsonl"]) {
      const words = command === "chat" ? [] : ["hostile"];
      const { stdout } = await runApp(app, [command, ...words, "-o", output], options);
      expect(stdout).toContain("done");
      expect(stdout).not.toMatch(escapes);
      expect(stdout).not.toContain("\u202e");
    }
  });

  it("prints one object with -o json, whose value is exact", async () => {
    const { stdout, code } = await runApp(app, ["ask", "hostile", "-o", "json"]);
    const result = turnResultSchema.parse(JSON.parse(stdout));
    expect(result.answer).toBe("log: \x1b]0;owned\x07 \u202e done");
    expect(code).toBe(0);
  });

  it("prints one event a line with -o jsonl, the result last", async () => {
    const { stdout } = await runApp(app, ["ask", "events", "-o", "jsonl"]);
    const types = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).type);
    expect(types).toEqual([
      "turn.started",
      "planning",
      "plan",
      "call.started",
      "call.finished",
      "progress",
      "warning",
      "result",
    ]);
  });

  it("prints the facts of an answer as soon as they are known, and then only what was not printed yet", async () => {
    const pieces: string[] = [];
    const { stdout } = await runApp(app, ["ask", "facts"], {
      onStart: ({ stdout: pipe }) => pipe?.on("data", (piece) => pieces.push(String(piece))),
    });
    const facts = "web-1  Running\nweb-2  Running\n";
    expect(pieces[0]).toBe(facts);
    expect(stdout).toBe(`${facts}What this suggests:\nAll is well.\n`);
    const asJson = await runApp(app, ["ask", "facts", "-o", "json"]);
    expect(JSON.parse(asJson.stdout).answer).toBe(stdout.trimEnd());
  });

  it("prints the whole answer where it is not the one that was begun, and in each turn of a talk", async () => {
    const { stdout } = await runApp(app, ["ask", "other facts"]);
    expect(stdout).toBe("web-1  Runn\nweb-1  Running\n");
    const talk = await runApp(app, ["chat"], { stdin: "facts\nfacts\n" });
    expect(talk.stdout.match(/web-2/g)).toHaveLength(2);
  });

  it.each(["text", "json"])("brings an answer of a megabyte whole through a pipe as %s", async (output) => {
    const { stdout } = await runApp(app, ["ask", "big", "-o", output]);
    expect(output === "text" ? stdout.length : JSON.parse(stdout).answer.length).toBe(
      1_000_004 + (output === "text" ? 1 : 0),
    );
  });

  it("ends quietly when its reader has gone", async () => {
    const place = emptyPlace();
    const shell = spawn("bash", ["-c", `set -o pipefail; "${process.execPath}" "${app}" ask big -q | head -c 10`], {
      cwd: place.folder,
      env: place.environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stderr = "";
    shell.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    const [code] = await once(shell, "close");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("speaks the language of the question, or the one that was set", async () => {
    const chinese = await runApp(app, ["ask", "question", "--lang", "zh"]);
    expect(chinese.stderr).toContain("问题：Which namespace?");
    const own = await runApp(app, ["ask", "看一下"], { environment: { SCRIPT_OPEN: "dead" } });
    expect(own.stderr).toContain("错误：Nobody listens.\n解决办法：Start it.");
  });

  it("leaves no stack trace when something unexpected is thrown", async () => {
    for (const options of [{}, { environment: { SCRIPT_OPEN: "throw" } }]) {
      const { code, stderr } = await runApp(app, ["ask", "throw"], options);
      expect(stderr).toContain("Error: This did not work: kaputt.");
      expect(stderr).not.toMatch(/\bat .*\(/);
      expect(code).toBe(1);
    }
  });
});

describe("exit codes", () => {
  it.each([
    ["hi", 0],
    ["fail failed", 1],
    ["question", 3],
    ["write", 4],
    ["destructive", 4],
    ["fail model_key_rejected", 5],
    ["fail model_key_limit", 5],
    ["fail model_unavailable", 6],
    ["fail model_no_credit", 6],
    ["fail mcp_unavailable", 7],
    ["fail limit_calls", 8],
    ["fail unavailable", 7],
    ["fail timeout", 7],
    ["fail too_big", 8],
    ["fail budget_exceeded", 8],
    ["fail read_only", 4],
  ])("after %j: %i, as text and as json", async (words, expected) => {
    for (const output of ["text", "json"]) {
      const { code, stdout } = await runApp(app, ["ask", words, "-o", output]);
      if (output === "json") expect(turnResultSchema.safeParse(JSON.parse(stdout)).success).toBe(true);
      expect(code).toBe(expected);
    }
  });

  it("is 7 when no server can be had, also said as json", async () => {
    const { code, stdout, stderr } = await runApp(app, ["ask", "hi", "-o", "json"], {
      environment: { SCRIPT_OPEN: "dead" },
    });
    expect(turnResultSchema.parse(JSON.parse(stdout)).error?.code).toBe("mcp_unavailable");
    expect(stderr).toContain("Error: Nobody listens.");
    expect(code).toBe(7);
  });

  it.each<{ signal: NodeJS.Signals; expected: number; words: string; environment: Record<string, string> }>([
    { signal: "SIGINT", expected: 130, words: "slow", environment: {} },
    { signal: "SIGTERM", expected: 143, words: "slow", environment: {} },
    { signal: "SIGINT", expected: 130, words: "deaf", environment: {} },
    { signal: "SIGTERM", expected: 143, words: "hi", environment: { SCRIPT_OPEN: "deaf" } },
  ])("after $signal is $expected, also when the work does not listen: $words $environment", async (row) => {
    const place = emptyPlace();
    const { code, stderr } = await runApp(app, ["ask", row.words], {
      place,
      environment: row.environment,
      onStart: async (child) => {
        while (place.sent().length === 0) await pause(20);
        child.kill(row.signal);
      },
    });
    expect(stderr).not.toContain("Error");
    expect(stderr).toMatch(/Stopped\..*\n$/);
    expect(code).toBe(row.expected);
  });
});

describe("a question or an approval where nobody can be asked", () => {
  it("says the question, the choices and the flag that answers it, all on stderr", async () => {
    const { stdout, stderr } = await runApp(app, ["ask", "question"]);
    expect(stdout).toBe("");
    expect(stderr).toContain(
      "Question: Which namespace?\n  1. dev (last used)\n  2. production\nSay it with --namespace, or in the question itself.\n",
    );
  });

  it("shows the exact call that waits for approval, and sends nothing", async () => {
    const place = emptyPlace();
    const { stderr } = await runApp(app, ["ask", "write"], { place, stdin: "yes\napprove\n" });
    expect(stderr).toContain("Approval needed. Nothing was sent.");
    expect(stderr).toContain(
      "Change: scale_thing on kubernetes\n  name: web\n  replicas: 3\n  note: evil\\x1b[2Jtext\nfrom 2 to 3\n",
    );
    expect(place.sent().filter((entry) => "answer" in entry)).toEqual([]);
  });
});

describe("standard input of ask", () => {
  const attachment = async (stdin: string | Buffer) => {
    const place = emptyPlace();
    const ended = await runApp(app, ["ask", "why?"], { place, stdin });
    return { ...ended, attached: place.sent().find((entry) => entry.send === "why?")?.attachment };
  };

  it("is data that goes with the question", async () => {
    const { attached } = await attachment("line 1\r\nline 2\n");
    expect(attached).toBe("line 1\r\nline 2\n");
  });

  it("is nothing when it is empty", async () => {
    const { attached, code } = await attachment("");
    expect(attached).toBeUndefined();
    expect(code).toBe(0);
  });

  it("does not hold up the answer when it is open and silent", async () => {
    const { stdout, code, ms } = await runApp(app, ["ask", "why?"], { stdin: "open" });
    expect(stdout).toBe("answer to: why?\n");
    expect(code).toBe(0);
    expect(ms).toBeLessThan(4000);
  });

  it("is cut at 8 MB, at the edge of a character, and says so", async () => {
    const { attached, stderr } = await attachment(`a${"中".repeat(3_000_000)}`);
    expect(Buffer.byteLength(String(attached))).toBeLessThanOrEqual(8_000_000);
    expect(attached).toBe(`a${"中".repeat(2_666_666)}`);
    expect(stderr).toContain("Only the first 8 MB of standard input were read.");
  });

  it("may hold bytes that are no UTF-8; they are replaced, and that is said", async () => {
    const { attached, stderr } = await attachment(Buffer.from([0x61, 0xff, 0x00, 0x62]));
    expect(attached).toBe("a\ufffd\0b");
    expect(stderr).toContain("Standard input is not all UTF-8");
  });
});
