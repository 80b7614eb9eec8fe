import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEnvFile } from "../../src/settings/env-file.ts";
import { createSay } from "../../src/words.ts";

const say = createSay("en");
const parse = (text: string) => parseEnvFile(text, "/here/.env", say);
const key = "OPENROUTER_API_KEY";

describe(".env", () => {
  it.each([
    ["plain", `${key}=sk-1`, "sk-1"],
    ["quoted", `${key}="sk-1"`, "sk-1"],
    ["exported, with blanks around", `export ${key} = sk-1 `, "sk-1"],
    ["with Windows line ends", `A=b\r\n${key}=sk-1\r\n`, "sk-1"],
    ["with a comment behind", `${key}=sk-1 # mine`, "sk-1"],
    ["given twice: the last counts", `${key}=old\n${key}=sk-1`, "sk-1"],
    ["with a reference that is not resolved", `${key}=\${HOME}`, `$${"{HOME}"}`],
    ["empty: as if it were not there", `${key}=`, undefined],
    ["after lines of other programs, however odd", `oops\nB='open\n${key}=sk-1`, "sk-1"],
    ["commented out", `# ${key}=sk-1`, undefined],
  ])("gives a key that is %s", (...[, text, expected]) => {
    expect(parse(text)).toMatchObject({
      kind: "ok",
      value: { values: expected === undefined ? {} : { [key]: expected } },
    });
  });

  it("gives only our keys", () => {
    const parsed = parse("NODE_OPTIONS=--inspect\nPATH=/evil\nK8S_MCP_URL=http://x\nOPENROUTER_API_KEYS=no");
    expect(parsed).toMatchObject({ kind: "ok", value: { values: { K8S_MCP_URL: "http://x" } } });
  });

  it.each([
    ["without an equals sign", `A=1\n${key} sk-secret`, "line 2: OPENROUTER_API_KEY is not written as KEY=value."],
    ["with a quote left open", `\n\n${key}="sk-secret`, "line 3: the quote after OPENROUTER_API_KEY= is not closed."],
    ["in a file with NUL bytes", `${key}=sk-secret\0`, "is not UTF-8 text."],
  ])("names file and line of a key %s, and not its value", (...[, text, sentence]) => {
    const parsed = parse(text);
    expect(parsed).toMatchObject({ kind: "problem", problem: { message: expect.stringContaining(sentence) } });
    expect(JSON.stringify(parsed)).toContain("/here/.env");
    expect(JSON.stringify(parsed)).not.toContain("secret");
  });

  it("never throws, and never tells a key in a message", () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(`${key}=`, `${key}`, `export ${key}:`, '"', "'", "`", "\r", "\0", "\ufeff", "sk-secret"),
    );
    fc.assert(
      fc.property(
        fc.array(line).map((parts) => parts.join("")),
        (text) => {
          const parsed = parse(`${text}\n${key} sk-secret`);
          if (parsed.kind === "problem") expect(parsed.problem.message).not.toContain("secret");
        },
      ),
    );
  });
});
