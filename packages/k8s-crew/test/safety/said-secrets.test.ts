import { describe, expect, test } from "vitest";
import { readRequest } from "../../src/language/index.ts";
import { createSecretMask } from "../../src/safety/secret-mask.ts";

const token = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";

describe("a secret in a sentence", () => {
  test.each([
    ["list pods in dev, password=hunter2horse", "hunter2horse"],
    ["my password is hunter2, list pods in dev", "hunter2"],
    ["list pods in dev password: hunter2horse9", "hunter2horse9"],
    [`list pods in dev with token ${token}`, token],
    ["看 dev 的 pod，密码是 hunter2horse", "hunter2horse"],
    ["列出 dev 的 pod，令牌：abcdefgh", "abcdefgh"],
  ])("is masked and says nothing of what is wanted: %s", (message, secret) => {
    const secrets = createSecretMask();
    expect(secrets.learn(message)).toBe(true);
    expect(secrets.said(message)).toContain("<masked:");
    expect(secrets.said(`${message} → ${secret}`)).not.toContain(secret);
    const request = readRequest(message);
    expect(request).toMatchObject({ verb: "list", resource: "pod", namespace: "dev" });
    expect(request).not.toHaveProperty("name");
    expect(request).not.toHaveProperty("labelSelector");
  });

  test.each([
    "why does it say invalid token: expired",
    "the token is expired, why",
    "查看 dev 的 secret：db-credentials-1",
    "describe secret: db-credentials-1 in dev",
    "pods with label app=web in dev",
    "密码是不是过期了",
  ])("is not seen where there is none: %s", (message) => {
    const secrets = createSecretMask();
    expect(secrets.learn(message)).toBe(false);
    expect(secrets.said(message)).toBe(message);
  });
});
