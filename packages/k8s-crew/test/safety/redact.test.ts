import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { redactText, redactValue } from "../../src/safety/redact.ts";

/** Not a single character sequence of a secret may survive; this one is easy to look for. */
const canary = "c4nary-S3cr3t-Value-77";
const encoded = Buffer.from(canary).toString("base64");
const random = (length: number) => "aB3dE6gH9jK2mN5pQ8sT1vW4xY7z".repeat(8).slice(0, length);
const jwt = `eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJpc3MiOiJrdWJlcm5ldGVzIn0.${random(43)}`;
const pem = `-----BEGIN RSA PRIVATE KEY-----\n${random(64)}\n${random(64)}\n-----END RSA PRIVATE KEY-----`;

const secret = {
  apiVersion: "v1",
  data: { password: encoded, "tls.key": encoded },
  kind: "Secret",
  metadata: { name: "db", namespace: "shop" },
  type: "Opaque",
};
const secretYaml = `apiVersion: v1\ndata:\n  password: ${encoded}\n  username: ${encoded}\nkind: Secret\nmetadata:\n  name: db\ntype: Opaque\n`;

describe("values of a Secret never survive, their keys do", () => {
  const shapes: Readonly<Record<string, string>> = {
    JSON: JSON.stringify(secret, null, 2),
    "JSON on one line": JSON.stringify(secret),
    "JSON List": JSON.stringify({ kind: "List", items: [secret, secret] }),
    "SecretList without a kind per item": JSON.stringify({
      kind: "SecretList",
      items: [{ metadata: { name: "db" }, data: { password: encoded } }],
    }),
    "flat object of a server": JSON.stringify({ name: "db", type: "kubernetes.io/tls", data: { password: encoded } }),
    stringData: JSON.stringify({ kind: "Secret", stringData: { password: canary } }),
    "JSON inside of a JSON string": JSON.stringify({ result: JSON.stringify(secret) }),
    "JSON behind a sentence": `Secret db found:\n${JSON.stringify(secret, null, 2)}`,
    "JSON that was cut": JSON.stringify(secret, null, 2).slice(0, 95),
    "escaped JSON in a log line": `level=info body="${JSON.stringify(secret).replaceAll('"', '\\"')}"`,
    "last applied annotation in JSON": JSON.stringify({
      kind: "Secret",
      metadata: {
        annotations: {
          "kubectl.kubernetes.io/last-applied-configuration": JSON.stringify({
            kind: "Secret",
            stringData: { password: canary },
          }),
        },
      },
    }),
    "last applied annotation in YAML": `kind: Secret\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      ${JSON.stringify({ apiVersion: "v1", kind: "Secret", stringData: { password: canary } })}\n  name: db\n`,
    YAML: secretYaml,
    "YAML, data last": `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\nstringData:\n  password: |\n    ${canary}\n    ${canary}\n  other: ${canary}\n`,
    "YAML in a list": `apiVersion: v1\nitems:\n- apiVersion: v1\n  data:\n    password: ${encoded}\n  kind: Secret\n  metadata:\n    name: db\n- apiVersion: v1\n  data:\n    password: ${encoded}\n  kind: Secret\nkind: List\n`,
    "YAML SecretList": `apiVersion: v1\nitems:\n- data:\n    password: ${encoded}\n  metadata:\n    name: db\nkind: SecretList\n`,
    "YAML of several documents": `kind: ConfigMap\ndata:\n  a: b\n---\n${secretYaml}---\nkind: Pod\n`,
    "YAML in flow style": `kind: Secret\ndata: {password: ${encoded}, b: ${encoded}}\n`,
    "YAML behind other text": `# found\nsecret:\n${secretYaml}`,
    "YAML that was cut": secretYaml.slice(0, secretYaml.indexOf("metadata") + 12),
  };
  test.each(Object.entries(shapes))("%s", (_name, text) => {
    expect(text).toMatch(new RegExp(`${canary}|${encoded}`));
    const redacted = redactText(text);
    expect(redacted).not.toContain(canary);
    expect(redacted).not.toContain(encoded.slice(0, 12));
    expect(redacted).toContain("password");
    expect(redactText(redacted)).toBe(redacted);
  });

  test("YAML stays YAML, with the same keys, and what is not secret stays", () => {
    expect(parse(redactText(secretYaml))).toEqual({
      apiVersion: "v1",
      data: { password: "<masked:secret:medium>", username: "<masked:secret:medium>" },
      kind: "Secret",
      metadata: { name: "db" },
      type: "Opaque",
    });
  });

  test("a ConfigMap beside a Secret keeps its data", () => {
    const configMap = "apiVersion: v1\ndata:\n  LOG_LEVEL: debug\nkind: ConfigMap\n";
    expect(redactText(`${configMap}---\n${secretYaml}`)).toContain(configMap);
  });

  test("values are masked without changing the value that was passed in", () => {
    const before = structuredClone(secret);
    expect(redactValue(secret)).toEqual({
      ...secret,
      data: { password: "<masked:secret:medium>", "tls.key": "<masked:secret:medium>" },
    });
    expect(secret).toEqual(before);
  });
});

describe("a value whose name says that it is secret", () => {
  test.each([
    `DB_PASSWORD=${canary}`,
    `export API_TOKEN="${canary}"`,
    `{"dbPassword": "${canary}"}`,
    `{"level":"info","msg":"login","password":"${canary}","user":"amy"}`,
    `- name: DB_PASSWORD\n  value: ${canary}\n`,
    `- name: "AWS_SECRET_ACCESS_KEY"\n  value: "${canary}"\n`,
    `[{"name":"SESSION_TOKEN","value":"${canary}"}]`,
    `env: [{name: DB_PASSWORD, value: ${canary}}]`,
    `    Environment:\n      DB_PASSWORD:  ${canary}\n      LOG_LEVEL:    debug`,
    `password: ${canary} with spaces`,
    `password: |\n  ${canary}\n  ${canary}\nuser: amy`,
    `{"args":["--db-password=${canary}"]}`,
    `{"args":["--db-password","${canary}"]}`,
    `server --token ${canary} --port 80`,
    `users:\n- name: amy\n  user:\n    client-key-data: ${encoded}\n    token: ${canary}\n`,
    `{"auths":{"registry.example.com":{"username":"amy","auth":"${encoded}"}}}`,
    `token: ${canary} was used`,
    `connect failed (password=${canary}&user=amy)`,
    `数据库密码：${canary}`,
    `{"spec":{"template":"password=${canary}\\nuser=amy"}}`,
  ])("is masked in %s", (text) => {
    const redacted = redactText(text);
    expect(redacted).not.toContain(canary);
    expect(redacted).not.toContain(encoded);
    expect(redacted).toContain("<masked:");
    expect(redactText(redacted)).toBe(redacted);
  });
});

test("a number is masked like a text, a small one (a count) is not", () => {
  expect(redactText('{"db":{"password":123456789},"maxToken":42}')).toBe(
    '{"db":{"password":"<masked:secret:short>"},"maxToken":42}',
  );
});

describe("a secret of a known form", () => {
  test.each([
    ["jwt", jwt],
    ["jwt", Buffer.from(jwt).toString("base64")],
    ["private-key", pem],
    ["private-key", pem.replaceAll("\n", "\\n")],
    ["private-key", pem.slice(0, 120)],
    ["private-key", Buffer.from(pem).toString("base64")],
    ["aws-access-key", `AKIA${"Q7XJ2M4K".repeat(2)}`],
    ["alibaba-access-key", `LTAI${random(20)}`],
    ["tencent-secret-id", `AKID${random(32)}`],
    ["gcp-api-key", `AIza${random(35)}`],
    ["google-oauth", `ya29.${random(40)}`],
    ["github-token", `ghp_${random(36)}`],
    ["github-token", `github_pat_${random(60)}`],
    ["gitlab-token", `glpat-${random(20)}`],
    ["slack-token", `xoxb-${random(40)}`],
    ["api-key", `sk-${random(48)}`],
    ["api-key", `sk-or-v1-${random(64)}`],
    ["stripe-key", `sk_live_${random(24)}`],
    ["huggingface-token", `hf_${random(34)}`],
    ["npm-token", `npm_${random(36)}`],
    ["pypi-token", `pypi-AgEIcHlwaS5vcmc${random(60)}`],
    ["docker-token", `dckr_pat_${random(27)}`],
    ["digitalocean-token", `dop_v1_${"0a1b2c3d".repeat(8)}`],
    ["vault-token", `hvs.${random(90)}`],
    ["sendgrid-key", `SG.${random(22)}.${random(43)}`],
    ["telegram-token", `123456789:AA${random(33)}`],
    ["age-key", `AGE-SECRET-KEY-1${"Q7XJ2M4K".repeat(7)}QQ`],
  ])("%s is masked: %s", (kind, token) => {
    for (const text of [
      token,
      `found ${token} here`,
      `{"note":"${token.replaceAll("\n", "\\n")}"}`,
      `a\n  b: ${token}\n`,
    ]) {
      const redacted = redactText(text);
      expect(redacted).toContain(`<masked:${kind}:`);
      expect(redacted).not.toContain(token.slice(-12));
      expect(redactText(redacted)).toBe(redacted);
    }
  });

  test.each([
    ["postgres://amy:hunter2@db:5432/shop", "postgres://amy:<masked:password:short>@db:5432/shop"],
    ["https://amy:hunter2@registry.example.com/v2/", "https://amy:<masked:password:short>@registry.example.com/v2/"],
    ["redis://:hunter2@cache:6379", "redis://:<masked:password:short>@cache:6379"],
    [`Authorization: Bearer ${random(30)}`, "Authorization: Bearer <masked:authorization:medium>"],
    ["authorization: Basic YW15Omh1bnRlcjI=x9", "authorization: Basic <masked:authorization:medium>"],
    [`AccountName=a;AccountKey=${random(60)};`, "AccountName=a;AccountKey=<masked:secret:medium>;"],
    [`Cookie: session=${random(20)}`, "Cookie: <masked:cookie:medium>"],
  ])("%s leaves what is around it", (text, redacted) => {
    expect(redactText(text)).toBe(redacted);
    expect(redactText(redacted)).toBe(redacted);
  });
});

describe("what is no secret stays as it is", () => {
  test.each([
    "image: nginx@sha256:4c0fdaa8b6341bfdeca5f18f7837462c80cff90527ee35ef185571e1c327beac",
    "uid: 3f0c9c1e-2a54-4c44-8d2b-6f6f8d1c9a10",
    '{"metadata":{"resourceVersion":"182736455","uid":"3f0c9c1e-2a54-4c44-8d2b-6f6f8d1c9a10"}}',
    "commit 9fceb02d0ae598e95dc970b74767f19372d61af8",
    "cart-service-v2-7d9f8b6c5d-x2x4z   1/1   Running   0   5d3h",
    "trace_id=4bf92f3577b34da6a3ce929d0e0e4736 span_id=00f067aa0ba902b7",
    '{"kind":"ConfigMap","data":{"LOG_LEVEL":"debug"},"binaryData":{"logo.png":"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"}}',
    "apiVersion: v1\nbinaryData:\n  logo.png: iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ\nkind: ConfigMap\n",
    "valueFrom:\n  secretKeyRef:\n    key: password\n    name: db\n",
    "      DB_PASSWORD:  <set to the key 'password' in secret 'db'>  Optional: false",
    "automountServiceAccountToken: false",
    "volumes:\n- name: certs\n  secret:\n    secretName: web-tls\n",
    "imagePullSecrets:\n- name: registry-login\n",
    "Tokens:              default-token-x7k2p",
    "Mountable secrets:   default-token-x7k2p",
    "password:  8 bytes",
    "- name: PASSWORD_FILE\n  value: /run/secrets/db\n",
    "- name: TOKEN_TTL\n  value: 15m\n",
    "ERROR invalid token: expired at noon",
    "--- PASS: TestLogin (0.00s)",
    "NAME   TYPE     DATA   AGE\ndb     Opaque   2      5d",
    "certificate-authority-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUMvakNDQWVhZ0F3SUJBZ0lCQURBTkJna3Foa2lHOXcwQkFRc0ZBREFWTVJNd0VRWURWUVFERXdwcmRXSmwK",
    "https://example.com:8443/path@v1",
    "kubectl get pods -n shop --context disk-sk-pool",
    "involvedObject:\n  kind: Secret\n  name: db\nmessage: mounted\nreason: Mounted\n",
    "DATABASE_URL: postgres://db:5432/shop",
    "password: $(DB_PASSWORD)",
    "keyboard: qwerty, monkey: banana, token_count: 42",
  ])("%s", (text) => {
    expect(redactText(text)).toBe(text);
  });

  test("JSON without secrets keeps its formatting to the byte", () => {
    const text = '{"a" :1,\n\t"b":[ 1.0, 2 ]}\n';
    expect(redactText(text)).toBe(text);
  });
});

describe("any input", () => {
  const pieces = fc.constantFrom(
    "kind: Secret\n",
    "data:\n",
    "  password: ",
    '"data": {',
    '\\"',
    '"',
    "{",
    "}",
    "\n",
    "  ",
    "- ",
    "name: TOKEN",
    "value: x",
    "eyJ",
    ".",
    "-----BEGIN PRIVATE KEY-----",
    "://a:b@",
    "=",
    ": ",
    "|",
    "密码：",
    "<masked:secret:short>",
  );
  test("never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }).map((parts) => parts.join("")),
        ),
        (text) => {
          expect(typeof redactText(text)).toBe("string");
        },
      ),
    );
  });

  test("a cycle and a very deep value are cut, prototype keys stay plain keys", () => {
    const cycle: Record<string, unknown> = { name: "a" };
    cycle.self = cycle;
    expect(JSON.stringify(redactValue(cycle))).toContain("<masked:too-deep:short>");
    expect(redactText(`${"[".repeat(5_000)}${"]".repeat(5_000)}`)).toContain("<masked:too-deep:short>");
    expect(redactText('{"__proto__":{"token":"abcdef123"}}')).toBe('{"__proto__":{"token":"<masked:secret:short>"}}');
  });

  test.each([
    ["log lines", "2025-01-01T00:00:00Z INFO request id=4bf92f3577b3 user=amy token=abc123def456 path=/api/v1/cart\n"],
    ["one unbroken word", "eyJhbGciOi"],
    ["a repeated Secret", "kind: Secret\n"],
    ["YAML Secrets", secretYaml],
    ["opened JSON", '{"kind":"Secret","data":{"a":"b",'],
    ["started keys", "-----BEGIN PRIVATE KEY-----\n"],
  ])("five megabytes of %s are done in seconds", (_name, unit) => {
    const text = unit.repeat(Math.ceil(5_000_000 / unit.length));
    const start = performance.now();
    redactText(text);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

test("a quote that is not closed on its line takes no longer than any other text", () => {
  const text = `      message: "${"0/4 nodes are available: 1 node(s) had an untolerated taint ".repeat(40)}\n        and more"`;
  expect(redactText(text)).toBe(text);
});
