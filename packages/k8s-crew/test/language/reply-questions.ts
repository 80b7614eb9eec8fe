import type { ReplyQuestion } from "../../src/language/types.ts";

const choice = (value: string, reason = "") => ({ value, label: value, reason });

export const namespaces: ReplyQuestion = {
  parameter: "namespace",
  verb: "logs",
  choices: [choice("default"), choice("dev"), choice("production")],
};

export const openNamespace: ReplyQuestion = { parameter: "namespace", verb: "logs", choices: [] };

export const pods: ReplyQuestion = {
  parameter: "pod",
  verb: "logs",
  choices: [
    {
      ...choice("cart-service-v1-abcdef"),
      fields: { status: "Running", ready: "1/1", restarts: "0", age: "3d4h", cpu: "12m", memory: "200Mi" },
    },
    {
      ...choice("cart-service-v2-ghijk"),
      fields: {
        status: "CrashLoopBackOff",
        ready: "0/1",
        restarts: "17 (2m ago)",
        age: "45m",
        cpu: "1",
        memory: "90Mi",
      },
    },
  ],
};

/** The same pods, with nothing but what a person sees. */
export const describedPods: ReplyQuestion = {
  parameter: "pod",
  verb: "logs",
  choices: [
    choice("cart-service-v1-abcdef", "Running · 0 restarts · 3d4h"),
    choice("cart-service-v2-ghijk", "CrashLoopBackOff · 17 restarts · 45m"),
  ],
};

export const severalPods: ReplyQuestion = { ...pods, multiple: true };

export const workers: ReplyQuestion = {
  parameter: "node",
  verb: "describe",
  choices: [
    choice("control-plane", "Ready"),
    choice("worker-1", "Ready"),
    choice("worker-2", "NotReady"),
    choice("worker-10", "Ready"),
  ],
};

export const clusters: ReplyQuestion = {
  parameter: "cluster",
  choices: [
    { value: "c-1", label: "生产集群", reason: "" },
    { value: "c-2", label: "测试集群", reason: "" },
    { value: "c-3", label: "Edge Site", reason: "" },
  ],
};

export const confirmation: ReplyQuestion = { parameter: "plan", choices: [] };

export const severalPlaces: ReplyQuestion = { ...namespaces, multiple: true };

/** Namespaces that are called like something that may be done. */
export const wordyPlaces: ReplyQuestion = {
  ...namespaces,
  choices: [choice("billing"), choice("search"), choice("logs")],
};
