import { expect, test } from "vitest";
import { formatBytes, formatCpu, parseQuantity } from "../../src/catalog/quantity.ts";

test.each<[string, number | undefined]>([
  ["250m", 0.25],
  ["2", 2],
  ["1.5", 1.5],
  ["1e3", 1000],
  ["123456n", 0.000123456],
  ["1Ki", 1024],
  ["512Mi", 536_870_912],
  ["1.5Gi", 1_610_612_736],
  ["1G", 1e9],
  ["20MiB", 20_971_520],
  ["", undefined],
  ["<none>", undefined],
  ["12%", undefined],
])("the quantity %j is %s", (text, value) => {
  const found = parseQuantity(text);
  if (value === undefined) expect(found).toBeUndefined();
  else expect(found).toBeCloseTo(value, 9);
});

test.each<[string, string]>([
  [formatCpu(0.25), "250m"],
  [formatCpu(0.0001), "1m"],
  [formatCpu(0), "0"],
  [formatCpu(1.5), "1.5"],
  [formatCpu(16), "16"],
  [formatBytes(0), "0"],
  [formatBytes(1024), "1Ki"],
  [formatBytes(536_870_912), "512Mi"],
  [formatBytes(1_610_612_736), "1.5Gi"],
  [formatBytes(107_374_182_400), "100Gi"],
])("%s is how people read it", (shown, expected) => {
  expect(shown).toBe(expected);
});
