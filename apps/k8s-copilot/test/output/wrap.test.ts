import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { wrapped } from "../../src/output/wrap.ts";

describe("a line longer than the screen is wide", () => {
  it("breaks between words", () => {
    expect(wrapped("To find `cart-service` I need to know its namespace.", 24)).toBe(
      "To find `cart-service` I\nneed to know its\nnamespace.",
    );
  });

  it("breaks between Chinese characters, but not before what ends a phrase or behind what opens one", () => {
    expect(wrapped("为了找到日志，我需要知道它的名字（Name）吗？", 14)).toBe(
      "为了找到日志，\n我需要知道它的\n名字（Name）\n吗？",
    );
  });

  it("keeps a name whole in a Chinese sentence", () => {
    expect(wrapped("你觉得 `cart-service` 的日志可能在哪个里面？", 20)).toBe(
      "你觉得\n`cart-service` 的日\n志可能在哪个里面？",
    );
  });

  it.each([
    ["  2. See the previous logs of cart", "  2. See the previous logs\n     of cart"],
    ["  ✓ pods_list(namespace=dev, name=cart) (17 ms)", "  ✓ pods_list(namespace=dev,\n    name=cart) (17 ms)"],
    ["  ✓ pods_list_in_namespace(namespace=dev) (9 ms)", "  ✓ pods_list_in_namespace(\n    namespace=dev) (9 ms)"],
  ])("goes on under the text that it belongs to: %s", (line, lines) => {
    expect(wrapped(line, 28)).toBe(lines);
  });

  it("gives a long name the room of the indent before it would break inside it", () => {
    expect(wrapped("  ✓ pods_get(name=payment-worker-5b7c-9v5) (9 ms)", 30)).toBe(
      "  ✓ pods_get(\n name=payment-worker-5b7c-9v5)\n    (9 ms)",
    );
  });

  it("keeps its colour, which takes no room", () => {
    const line = "\x1b[2mTip: a log can be long, so say the last 50 lines\x1b[22m";
    expect(
      wrapped(line, 30)
        .split("\n")
        .map((each) => stringWidth(each)),
    ).toEqual([30, 17]);
  });

  it.each([
    "       $ kubectl logs payment-worker -c worker --previous --tail=20 -n dev",
    "\x1b[2m  kubectl logs payment-worker -c worker --previous --tail=20 -n dev\x1b[22m",
    '{"level": "info", "message": "one long line of a log that is JSON"}',
    "https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/",
  ])("stays one piece where it is copied as a whole: %s", (line) => {
    expect(wrapped(line, 30)).toBe(line);
  });

  it("leaves what fits as it is", () => {
    expect(wrapped("NAME   READY\ncart   1/1", 12)).toBe("NAME   READY\ncart   1/1");
  });
});
