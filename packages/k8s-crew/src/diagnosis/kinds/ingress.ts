import { together } from "../../overview/chains.ts";
import type { Chain } from "../../overview/types.ts";
import { listAt, textAt, type UnknownRecord } from "../../results/values.ts";
import { absentEvidence, describing, fieldEvidence, listing } from "../evidence.ts";
import type { Scout } from "../scout.ts";
import type { Evidence, Finding, Thing } from "../types.ts";
import { classesOf } from "./default-class.ts";
import type { Seen } from "./seen.ts";
import { service } from "./service.ts";

/** Backends of one ingress that are looked into. */
const backendLimit = 5;

/** An ingress: its class, its certificates, and the services behind it. */
export function* ingress(scout: Scout, thing: Thing): Chain<Seen> {
  const found = yield* scout.one(thing);
  if (found.kind !== "found") return { reach: found.kind };
  const { object } = found;
  const classed = yield* classFinding(scout, thing, object);
  const backends = backendsOf(object).slice(0, backendLimit);
  const behind = yield* together(backends.map((backend) => backendFindings(scout, thing, backend)));
  const secrets = yield* together(secretsOf(object).map((name) => secretFinding(scout, thing, name)));
  const address = listAt(object, "status", "loadBalancer", "ingress")
    .map((each) => textAt(each, "ip") || textAt(each, "hostname"))
    .join(", ");
  const findings = [...(classed ? [classed] : []), ...behind.flat(), ...secrets.filter((each) => each !== undefined)];
  const waits: Finding = {
    object: thing,
    cause: "ingress_no_address",
    slots: {},
    evidence: [fieldEvidence(thing, "status.loadBalancer", "-")],
  };
  return { reach: "ok", state: address || "-", findings: address === "" && !classed ? [...findings, waits] : findings };
}

function* classFinding(scout: Scout, thing: Thing, object: UnknownRecord): Chain<Finding | undefined> {
  const name =
    textAt(object, "spec", "ingressClassName") ||
    textAt(object, "metadata", "annotations", "kubernetes.io/ingress.class");
  const { names, hasDefault } = yield* classesOf(scout, "ingressclass");
  const what = names?.join(", ") || "-";
  const present: readonly Evidence[] = names
    ? [
        {
          says: "present",
          slots: { resource: "ingressclass", names: what },
          show: listing("ingressclass", { namespace: "" }),
        },
      ]
    : [];
  if (name !== "") {
    if (names?.includes(name)) return undefined;
    const one: Thing = { resource: "ingressclass", namespace: "", name };
    const found = yield* scout.one(one);
    if (found.kind !== "missing") return undefined;
    return {
      object: thing,
      cause: "ingress_class_missing",
      slots: { name, what },
      evidence: [fieldEvidence(thing, "spec.ingressClassName", name), absentEvidence(one), ...present],
    };
  }
  if (hasDefault) return undefined;
  return {
    object: thing,
    cause: "ingress_no_class",
    slots: { what },
    evidence: [fieldEvidence(thing, "spec.ingressClassName", "-"), ...present],
  };
}

type Backend = { readonly name: string; readonly port: string };

const backendsOf = (object: UnknownRecord): readonly Backend[] => {
  const all = [
    textAt(object, "spec", "defaultBackend", "service", "name") === ""
      ? []
      : [object.spec].map((spec) => ({ backend: spec, path: ["defaultBackend", "service"] })),
    listAt(object, "spec", "rules")
      .flatMap((rule) => listAt(rule, "http", "paths"))
      .map((backend) => ({ backend, path: ["backend", "service"] })),
  ].flat();
  const backends = all.map(({ backend, path }) => ({
    name: textAt(backend, ...path, "name"),
    port: textAt(backend, ...path, "port", "name") || textAt(backend, ...path, "port", "number"),
  }));
  const isFirst = ({ name, port }: Backend, index: number) =>
    backends.findIndex((each) => each.name === name && each.port === port) === index;
  return backends.filter(({ name }) => name !== "").filter(isFirst);
};

function* backendFindings(scout: Scout, thing: Thing, { name, port }: Backend): Chain<readonly Finding[]> {
  const target: Thing = { resource: "service", namespace: thing.namespace, name };
  const found = yield* scout.one(target);
  if (found.kind === "missing")
    return [
      {
        object: thing,
        cause: "ingress_backend_missing",
        slots: { name },
        evidence: [fieldEvidence(thing, "backend.service", `${name}:${port}`), absentEvidence(target)],
      },
    ];
  if (found.kind !== "found") return [];
  const stated = listAt(found.object, "spec", "ports")
    .flatMap((each) => [textAt(each, "name"), textAt(each, "port")])
    .filter((each) => each !== "");
  const seen = yield* service(scout, target);
  const ports = stated.join(", ");
  const wrong: readonly Finding[] =
    port === "" || stated.includes(port)
      ? []
      : [
          {
            object: thing,
            cause: "ingress_backend_port",
            slots: { name, port, ports },
            evidence: [
              fieldEvidence(thing, "backend.service.port", port),
              { says: "field", slots: { field: `${name}: spec.ports`, value: ports }, show: describing(target) },
            ],
          },
        ];
  return [...wrong, ...(seen.reach === "ok" ? seen.findings : [])];
}

const secretsOf = (object: UnknownRecord): readonly string[] => [
  ...new Set(
    listAt(object, "spec", "tls")
      .map((each) => textAt(each, "secretName"))
      .filter((name) => name !== ""),
  ),
];

function* secretFinding(scout: Scout, thing: Thing, name: string): Chain<Finding | undefined> {
  const secret: Thing = { resource: "secret", namespace: thing.namespace, name };
  const found = yield* scout.one(secret);
  return found.kind === "missing"
    ? {
        object: thing,
        cause: "tls_secret_missing",
        slots: { name },
        evidence: [fieldEvidence(thing, "spec.tls.secretName", name), absentEvidence(secret)],
      }
    : undefined;
}
