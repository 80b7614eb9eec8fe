import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { describeFailure, failureIn } from "../../src/results/failures.ts";
import { parseResult } from "../../src/results/parse-result.ts";

const folder = process.env.K8S_COPILOT_FIELD_DATA;
const recorded = z.object({
  n: z.string(),
  a: z.record(z.string(), z.unknown()),
  text: z.string().optional(),
  thrown: z.string().optional(),
  structured: z.unknown().optional(),
  isError: z.boolean().optional(),
});
type Recorded = z.infer<typeof recorded>;

if (folder === undefined)
  console.log(
    "skipped: results of real servers (set K8S_COPILOT_FIELD_DATA to a folder with mcp-observed-results.json)",
  );

/** Calls of which the recording is a failure, whatever channel the server took. */
function isFailure({ thrown, isError, text }: Recorded): boolean {
  return thrown !== undefined || isError === true || text?.includes('"success":false') === true;
}

test.skipIf(folder === undefined)("results recorded from two real servers are read, and their failures named", () => {
  // One recorded text has a quote that is not escaped.
  const text = readFileSync(join(folder ?? "", "mcp-observed-results.json"), "utf8").replace(
    /manifest\.yaml": error/,
    'manifest.yaml\\": error',
  );
  const calls = Object.values(z.record(z.string(), z.array(recorded)).parse(JSON.parse(text))).flat();
  expect(calls.length).toBeGreaterThan(50);
  for (const call of calls) {
    const output = { text: call.text ?? "", structured: call.structured, isError: call.isError ?? false };
    const failure = call.thrown === undefined ? failureIn(output, { name: call.n }) : describeFailure(call.thrown);
    expect(failure !== undefined, `${call.n} ${JSON.stringify(call.a)}`).toBe(isFailure(call));
    if (failure !== undefined) expect(failure.cause, failure.message).not.toBe("unknown");
    else if (/list/.test(call.n)) expect(parseResult({ ...output, verb: "list" }).form, call.n).toBe("rows");
  }
});
