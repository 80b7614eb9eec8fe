import { describe, expect, test } from "vitest";
import { readRequest } from "../../src/language/requests/request.ts";

describe("what people say of a thing that is in trouble asks for its cause", () => {
  test.each([
    ["cold-plates pvc wont bind", "cold-plates", "pvc"],
    ["dispenser cant pull", "dispenser", undefined],
    ["dicom render keeps getting killed", "dicom-render", undefined],
    ["refund worker doesnt start, hlp", "refund-worker", undefined],
    ["the ledger-api is acting up in billing", "ledger-api", undefined],
    ["tariff-engine stopped responding", "tariff-engine", undefined],
    ["昨晚的 flat-field 没跑成？", "flat-field", undefined],
    ["dispenser 镜像拉不下来", "dispenser", undefined],
    ["replay-worker 又不消费了", "replay-worker", undefined],
  ])("“%s”", (message, name, resource) => {
    const request = readRequest(message);
    expect(request).toMatchObject({ verb: "diagnose", name });
    expect(request.resource).toBe(resource);
  });

  test("in the place that is named behind it", () => {
    expect(readRequest("tariff-engine keeps crashing in billing")).toMatchObject({
      name: "tariff-engine",
      namespace: "billing",
    });
  });

  test.each(["which pods aren't running", "I can't delete pods", "users can't log in", "show pods that didn't start"])(
    "“%s” is of no one thing",
    (message) => {
      expect(readRequest(message)).not.toMatchObject({ verb: "diagnose", name: expect.any(String) });
    },
  );

  test.each([
    ["why won't the email worker start", { verb: "diagnose", name: "email-worker" }],
    ["为什么 email worker 一直重启", { verb: "diagnose", name: "email-worker" }],
    ["logs of the photo album worker", { verb: "logs", name: "photo-album-worker" }],
    ["is the email worker up in billing", { fact: "state", name: "email-worker", namespace: "billing" }],
  ])("a worker with a name before it is no node: “%s”", (message, meant) => {
    expect(readRequest(message, { namespaces: ["billing"] })).toMatchObject({
      ...meant,
      corrected: [{ said: meant.name.replaceAll("-", " "), meant: meant.name }],
    });
  });

  test.each(["which worker is busiest", "worker 节点都正常吗", "is the gpu worker ready", "billing worker nodes"])(
    "“%s” is of nodes",
    (message) => {
      expect(readRequest(message, { namespaces: ["billing"] })).toMatchObject({ resource: "node" });
    },
  );
});
