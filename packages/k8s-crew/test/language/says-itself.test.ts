import { describe, expect, test } from "vitest";
import { saysItself } from "../../src/index.ts";

const choices = ["default", "dev", "kube-node-lease", "cart-service-v2", "支付-27"].map((name) => ({
  value: name,
  label: name,
  reason: "Active",
}));

describe("a text typed where something can be picked", () => {
  test.each(["no", "取消", "列出来", "all", "back", "why", "list nodes", "看一下日志", "/help", "不知道", "算了"])(
    "says something by itself: %s",
    (text) => {
      expect(saysItself(text, { choices, parameter: "namespace" })).toBe(true);
    },
  );

  test.each(["de", "dev", "kube", "cart", "service", "支付", "v2 那个", "2", "the second one", "xyz", ""])(
    "names one of the choices, or may be the beginning of a name: %s",
    (text) => {
      expect(saysItself(text, { choices, parameter: "namespace" })).toBe(false);
    },
  );
});
