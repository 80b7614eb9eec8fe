import type { World } from "@k8s-copilot/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, serverKinds } from "./servers.ts";

const secret = (name: string, type: string) => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name, namespace: "gate" },
  type,
  data: { "tls.crt": "LS0t", "tls.key": "LS0t" },
});

const gate: World = {
  name: "gate",
  objects: [
    { apiVersion: "v1", kind: "Namespace", metadata: { name: "gate" } },
    secret("portcullis", "kubernetes.io/tls"),
    secret("drawbridge-login", "Opaque"),
  ],
};

describe.each(serverKinds)("when certificates expire, on the %s server", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind, { worlds: [gate] });
  });
  afterAll(() => stage.close());
  const ask = async (message: string) =>
    (await stage.conversation({ guidance: "direct" }).send(message, { width: 200 })).answer;

  test.each(["when do our certs expire", "any certificates expiring this month?", "check certificates"])(
    "%s: what cannot be told is said first, with the command that tells it",
    async (message) => {
      const answer = await ask(message);
      expect(answer).toMatch(/^When a certificate expires is written in it: no list tells/m);
      if (kind === "bundled")
        expect(answer).toMatch(
          /kubectl get secret portcullis -o jsonpath='\{\.data\.tls\\\.crt\}' -n gate.*-enddate$/m,
        );
      if (kind === "clusters")
        expect(answer).toMatch(/kubectl get secrets --field-selector=type=kubernetes\.io\/tls -A/);
      expect(answer).not.toMatch(/-o jsonpath.*drawbridge|nothing wrong|healthy/);
    },
  );

  test.each(["证书快到期了吗", "证书什么时候过期"])("%s", async (message) => {
    expect(await ask(message)).toMatch(/^证书的到期时间写在证书里，列表看不到/m);
  });
});
