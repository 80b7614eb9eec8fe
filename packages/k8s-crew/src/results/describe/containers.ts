import type { UnknownRecord } from "../values.ts";
import { type Entry, entryIn, numberIn, timeIn, valueIn, valuesIn } from "./outline.ts";

/** A container as its spec and its status. */
export type DescribedContainer = { readonly spec: UnknownRecord; readonly status: UnknownRecord };

export const containersIn = (section: Entry | undefined): readonly DescribedContainer[] =>
  (section?.entries ?? []).map((entry) => ({ spec: specOf(entry), status: statusOf(entry) }));

const specOf = ({ key, entries }: Entry): UnknownRecord => ({
  name: key,
  image: valueIn(entries, "Image"),
  command: entryIn(entries, "Command")?.lines ?? [],
  args: entryIn(entries, "Args")?.lines ?? [],
  ports: portsOf(entries),
  resources: { limits: valuesIn(entryIn(entries, "Limits")), requests: valuesIn(entryIn(entries, "Requests")) },
  env: (entryIn(entries, "Environment")?.entries ?? []).map(environmentOf),
  ...probeOf(entries, "Liveness"),
  ...probeOf(entries, "Readiness"),
  ...probeOf(entries, "Startup"),
});

/** `8080/TCP, 9090/TCP`, in later versions with names: `8080/TCP (http)`; `Host Ports` tells those of the node. */
const portsOf = (entries: readonly Entry[]): readonly UnknownRecord[] => {
  const hosts = valueIn(entries, "Host Port", "Host Ports").split(",").map(numberIn);
  return valueIn(entries, "Port", "Ports")
    .split(",")
    .flatMap((text, index) => {
      const [, port, name] = /(\d+)\/\w*(?: \(([\w-]+)\))?/.exec(text) ?? [];
      const host = hosts[index];
      return port === undefined
        ? []
        : [
            {
              containerPort: Number(port),
              ...(name === undefined ? {} : { name }),
              ...(host ? { hostPort: host } : {}),
            },
          ];
    });
};

/** `<set to the key 'url' in secret 'database'>  Optional: false`. */
const environmentOf = ({ key, value }: Entry): UnknownRecord => {
  const [, from, kind = "", name] =
    /set to the key '([^']+)' (?:in|of) (secret|config map) '([^']+)'/.exec(value) ?? [];
  if (from === undefined) return { name: key, value };
  return { name: key, valueFrom: { [kind === "secret" ? "secretKeyRef" : "configMapKeyRef"]: { name, key: from } } };
};

/** `http-get http://:8080/alive delay=0s timeout=1s period=5s #success=1 #failure=3`. */
const probeOf = (entries: readonly Entry[], kind: "Liveness" | "Readiness" | "Startup"): UnknownRecord => {
  const text = valueIn(entries, kind);
  if (text === "") return {};
  const number = (name: string) => numberIn(new RegExp(`${name}=(\\d+)`).exec(text)?.[1] ?? "");
  const numbers = {
    initialDelaySeconds: number("delay"),
    periodSeconds: number("period"),
    timeoutSeconds: number("timeout"),
    failureThreshold: number("#failure"),
  };
  return { [`${kind.toLowerCase()}Probe`]: { ...askedOf(text), ...numbers } };
};

const askedOf = (text: string): UnknownRecord => {
  const [, port, path] = /^http-get \w+:\/\/[^:/]*:([\w-]+)(\/\S*)?/.exec(text) ?? [];
  if (port !== undefined) return { httpGet: { port, path: path ?? "/" } };
  const socket = /^tcp-socket \S*?:([\w-]+)/.exec(text)?.[1];
  if (socket !== undefined) return { tcpSocket: { port: socket } };
  const rpc = /^grpc \S*?:(\d+)/.exec(text)?.[1];
  if (rpc !== undefined) return { grpc: { port: rpc } };
  return { exec: { command: [/^exec \[(.*?)\](?: delay=|$)/.exec(text)?.[1] ?? text] } };
};

const statusOf = ({ key, entries }: Entry): UnknownRecord => {
  const restarts = numberIn(valueIn(entries, "Restart Count"));
  return {
    name: key,
    image: valueIn(entries, "Image"),
    ready: valueIn(entries, "Ready") === "True",
    ...(restarts === undefined ? {} : { restartCount: restarts }),
    state: stateOf(entryIn(entries, "State")),
    lastState: stateOf(entryIn(entries, "Last State")),
  };
};

const stateOf = (entry: Entry | undefined): UnknownRecord => {
  if (!entry || entry.value === "") return {};
  const { entries } = entry;
  const message = [valueIn(entries, "Message"), ...(entryIn(entries, "Message")?.lines ?? [])].join("\n").trim();
  const told = {
    reason: valueIn(entries, "Reason"),
    message,
    ...(valueIn(entries, "Exit Code") === "" ? {} : { exitCode: numberIn(valueIn(entries, "Exit Code")) ?? 0 }),
    startedAt: timeIn(valueIn(entries, "Started")),
    finishedAt: timeIn(valueIn(entries, "Finished")),
  };
  return { [entry.value.toLowerCase()]: told };
};
