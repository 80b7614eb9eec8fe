import { expect, test } from "vitest";
import { inventedNames } from "../src/run/invented.ts";

const read = "NAME cart-service-v2-ghijk  IP 10.0.0.7  image shop/cart-service:2.0.0-rc1";

test.each([
  ["a pod that nobody named", "cart-service-v3-zzzzz is running", ["cart-service-v3-zzzzz"]],
  ["an address that nothing has", "it answers at 10.9.9.9", ["10.9.9.9"]],
  ["what was read", "Pod cart-service-v2-ghijk (10.0.0.7) runs 2.0.0-rc1", []],
  ["a name that is cut off", "cart-service-v2-gh… is running", []],
  ["flags and words of kubectl", "kubectl auth can-i list pods --all-namespaces", []],
  ["placeholders", "kubectl logs <pod-name>", []],
  ["examples of what may be asked", "for example “logs of some-app” or “events of other-app”", []],
  ["names that stand for any", "fixed names (such as db-0, db-1)，名字固定（例如 db-0）", []],
  ["how a word was read", "Read “支付导出” as “payment-export”. “数据库迁移”按“database-migration”理解。", []],
  ["dates, spans and ordinary words", "2026-11-26, 5-10 read-only entries", []],
])("%s: %s", (_, answer, expected) => {
  expect(inventedNames(answer, [read])).toEqual(expected);
});
