import { describe, expect, test } from "vitest";
import { causeOf, classifyOutput, describeFailure, failureIn } from "../../src/results/failures.ts";

describe("a failure's words tell its outcome and cause", () => {
  test.each<[string, string, string, string]>([
    ['failed to get pod x in namespace nope: pods "x" not found', "not_found", "not_found", "x"],
    ["Pod 'x' not found in namespace 'ns'", "not_found", "not_found", "x"],
    ["resource not found (Kind: Pod, Name: x, Namespace: ns)", "not_found", "not_found", ""],
    ["Resource pod/x not found", "not_found", "not_found", "pod/x"],
    ["命名空间 shop 不存在", "not_found", "not_found", ""],
    ["未找到 Pod web-1", "not_found", "not_found", ""],
    [
      'pods is forbidden: User "amy" cannot list resource "pods" in API group "" in the namespace "shop"',
      "forbidden",
      "forbidden",
      "amy",
    ],
    [
      'Error from server (Forbidden): deployments.apps is forbidden: User "system:serviceaccount:a:b" cannot get resource "deployments"',
      "forbidden",
      "forbidden",
      "system:serviceaccount:a:b",
    ],
    ["权限不足", "forbidden", "forbidden", ""],
    [
      'Get "http://127.0.0.1:1/api?timeout=10s": dial tcp 127.0.0.1:1: connect: connection refused',
      "unavailable",
      "dead",
      "127.0.0.1:1",
    ],
    [
      "The connection to the server 10.0.0.1:6443 was refused - did you specify the right host or port?",
      "unavailable",
      "dead",
      "10.0.0.1:6443",
    ],
    ["dial tcp: lookup api.example.com: no such host", "unavailable", "dead", ""],
    ["connect ECONNREFUSED 10.0.0.1:443", "unavailable", "dead", ""],
    ["Unable to connect to the server: EOF", "unavailable", "dead", ""],
    ['Get "https://10.0.0.1/api": dial tcp 10.0.0.1:443: i/o timeout', "unavailable", "timeout", "10.0.0.1:443"],
    ["Unable to connect to the server: net/http: TLS handshake timeout", "unavailable", "timeout", ""],
    ["context deadline exceeded (Client.Timeout exceeded while awaiting headers)", "timeout", "timeout", ""],
    [
      "the server was unable to return a response in the time allotted, but may still be processing the request",
      "timeout",
      "timeout",
      "",
    ],
    ["请求超时", "timeout", "timeout", ""],
    [
      "tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2025-01-01",
      "unavailable",
      "certificate",
      "certificate has expired or is not yet valid: current time 2025-01-01",
    ],
    [
      "x509: certificate signed by unknown authority",
      "unavailable",
      "certificate",
      "certificate signed by unknown authority",
    ],
    ["the server has asked for the client to provide credentials", "forbidden", "expired", ""],
    ["Unauthorized", "forbidden", "expired", ""],
    ["error: You must be logged in to the server (Unauthorized)", "forbidden", "expired", ""],
    ["getting credentials: exec: executable aws not found", "forbidden", "expired", ""],
    ['context "x" does not exist', "not_found", "unknown_context", "x"],
    [
      'target "x": unknown target: failed to create kubernetes rest config from kubeconfig: context "x" does not exist',
      "not_found",
      "unknown_context",
      "x",
    ],
    ['no matches for kind "Widget" in version "v1"', "invalid", "unknown_kind", "Widget"],
    ['error: the server doesn\'t have a resource type "widget"', "invalid", "unknown_kind", "widget"],
    ["failed to get pod log: name parameter required", "invalid", "missing_argument", "name"],
    ["Pod name is required", "invalid", "missing_argument", "name"],
    ["Missing required parameter: namespace", "invalid", "missing_argument", "namespace"],
    ["Cannot read properties of undefined (reading 'toLowerCase')", "invalid", "missing_argument", ""],
    ["缺少必填参数：namespace", "invalid", "missing_argument", "namespace"],
    [
      "a container name must be specified for pod web-1, choose one of: [app sidecar]",
      "invalid",
      "choose_container",
      "app sidecar",
    ],
    [
      "a container name must be specified for pod web-1, choose one of: [app sidecar] or one of the init containers: [setup]",
      "invalid",
      "choose_container",
      "app sidecar",
    ],
    ["container zzz is not valid for pod web-1", "invalid", "unknown_container", "zzz"],
    ['previous terminated container "app" in pod "web-1" not found', "invalid", "no_previous_log", "app"],
    [
      'container "app" in pod "web-1" is waiting to start: trying and failing to pull image',
      "failed",
      "not_started",
      "app",
    ],
    ["failed to get pods top: metrics API is not available", "failed", "no_metrics", ""],
    ["error: Metrics API not available", "failed", "no_metrics", ""],
    [
      'nodes.metrics.k8s.io is forbidden: User "ann" cannot list resource "nodes" in API group "metrics.k8s.io"',
      "forbidden",
      "forbidden",
      "ann",
    ],
    ["the server could not find the requested resource (get nodes.metrics.k8s.io)", "failed", "no_metrics", ""],
    [
      'pods "web" is forbidden: exceeded quota: compute, requested: cpu=4',
      "invalid",
      "quota",
      "compute, requested: cpu=4",
    ],
    [
      'admission webhook "policy.example.com" denied the request: no',
      "invalid",
      "rejected_by_policy",
      "policy.example.com",
    ],
    ['deployments.apps "web" already exists', "invalid", "exists", "web"],
    ["Operation cannot be fulfilled: the object has been modified", "failed", "conflict", ""],
    ['MCP error -32602: unknown tool "list_widgets"', "invalid", "unknown_tool", "list_widgets"],
    ["something else went wrong", "failed", "unknown", ""],
  ])("%s", (text, ...[outcome, cause, detail]) => {
    expect(failureIn({ text, isError: true })).toMatchObject({ outcome, cause, detail });
    expect(causeOf(text)).toEqual({ cause, detail });
  });
});

describe("a failure is found on every way that servers take", () => {
  test.each<[string, string]>([
    ['{"error":"Resource pod/x not found","status":"not_found"}', "not_found"],
    ['{"success":false,"message":"deployments.apps \\"x\\" not found"}', "not_found"],
    ['{"success": false, "error": "connection refused"}', "unavailable"],
    ['{"error":{"code":403,"message":"pods is forbidden"}}', "forbidden"],
    [
      '{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"pods \\"x\\" not found","reason":"NotFound","code":404}',
      "not_found",
    ],
    ['Error from server (NotFound): pods "x" not found', "not_found"],
    ["Error: failed to list pods: Unauthorized", "forbidden"],
    ["错误：无法连接集群", "unavailable"],
  ])("%s in a success is one", (text, outcome) => {
    expect(classifyOutput({ text, isError: false }, { name: "get_pod" })).toBe(outcome);
  });

  test("structured content that says so is one", () => {
    expect(classifyOutput({ text: "", structured: { success: false, error: "x not found" }, isError: false })).toBe(
      "not_found",
    );
  });

  test.each<[string, string]>([
    ["get_pod_logs", "Error: connection refused"],
    ["pods_log", 'Error from server (NotFound): pods "x" not found'],
    ["GET_POD_LOGS", '{"pod":"web","logs":"Error: not found"}'],
    ["kubectl_logs", '{"level":"error","error":"dial tcp: connection refused","msg":"retry"}'],
    ["list_pods", '[{"name":"a","status":"Failed","error":"x"}]'],
    ["list_pods", '{"items":[{"name":"web","status":"Error"}]}'],
    ["get_pod", '{"name":"web","status":"Failed"}'],
    ["get_pod", "kind: Pod\nmetadata:\n  name: not-found\nstatus:\n  message: forbidden\n"],
    ["events_list", "# The following events (YAML format) were found:\n- Message: 'Failed to pull image: not found'\n"],
    ["list_pods", "NAME    READY   STATUS   RESTARTS\nerror   0/1     Error    4\n"],
    ["list_pods", ""],
    ["scale", '{"success":true,"message":"scaled","error":null}'],
    ["describe", "Name: web\nEvents:\n  Warning  Failed  Error: ImagePullBackOff not found\n"],
  ])("%s with %j is none", (name, text) => {
    expect(classifyOutput({ text, isError: false }, { name })).toBe("ok");
  });
});

describe("the message is one line for people", () => {
  test.each<[string, string]>([
    [
      'MCP error -32603: MCP error -32603: Failed to get resource: Command failed: kubectl get pods -n shop -o json\nError from server (Forbidden): pods is forbidden: User "amy" cannot list resource "pods"\n',
      'Error from server (Forbidden): pods is forbidden: User "amy" cannot list resource "pods"',
    ],
    [
      'Command failed: kubectl get widget\nerror: the server doesn\'t have a resource type "widget"\n',
      'the server doesn\'t have a resource type "widget"',
    ],
    ["first\n\nwhat counts\n", "what counts"],
    ["", ""],
  ])("%j", (text, message) => {
    expect(describeFailure(text).message).toBe(message);
  });

  test("and is not longer than a person reads", () => {
    expect(describeFailure(`x509: ${"a".repeat(5_000)}`).message.length).toBeLessThan(310);
  });
});
