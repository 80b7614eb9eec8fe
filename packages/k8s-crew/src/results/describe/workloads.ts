import type { UnknownRecord } from "../values.ts";
import { containersIn } from "./containers.ts";
import { type Entry, entryIn, numberIn, pairsIn, timeIn, valueIn } from "./outline.ts";
import { conditionsIn } from "./tables.ts";

/** `app=web,tier in (a,b),!canary`: the selector of a workload. */
const selectorIn = (sections: readonly Entry[]): UnknownRecord => {
  const text = valueIn(sections, "Selector");
  const sets = [...text.matchAll(/([\w./-]+) (in|notin) \(([^)]*)\)/g)].map(([, key, operator, values = ""]) => ({
    key,
    operator: operator === "in" ? "In" : "NotIn",
    values: values.split(","),
  }));
  const plain = text.replace(/,?[\w./-]+ (?:in|notin) \([^)]*\)/g, "");
  const labels = pairsIn({ key: "", value: plain, entries: [], lines: [] });
  return { matchLabels: labels, ...(sets.length === 0 ? {} : { matchExpressions: sets }) };
};

const templateIn = (sections: readonly Entry[]): UnknownRecord => {
  const entries = entryIn(sections, "Pod Template")?.entries ?? [];
  return {
    spec: {
      containers: containersIn(entryIn(entries, "Containers")).map(({ spec }) => spec),
      nodeSelector: pairsIn(entryIn(entries, "Node-Selectors")),
    },
  };
};

const countIn = (text: string, word: string): number | undefined =>
  numberIn(new RegExp(`(\\d+) ${word}`, "i").exec(text)?.[1] ?? "");

/** Stateful and replica sets tell how many pods run, not how many are ready: their pods tell the difference. */
const runningIn = (sections: readonly Entry[]): number | undefined =>
  countIn(valueIn(sections, "Pods Status", "Pods Statuses"), "Running");

export const deploymentFrom = (sections: readonly Entry[]): UnknownRecord => {
  const replicas = valueIn(sections, "Replicas");
  const conditions = conditionsIn(entryIn(sections, "Conditions"));
  const [desired, available] = [countIn(replicas, "desired"), countIn(replicas, "available")];
  return {
    spec: {
      selector: selectorIn(sections),
      template: templateIn(sections),
      ...(desired === undefined ? {} : { replicas: desired }),
      ...(conditions.some(({ reason }) => reason === "DeploymentPaused") ? { paused: true } : {}),
    },
    status: {
      conditions,
      readyReplicas: available ?? 0,
      availableReplicas: available ?? 0,
      updatedReplicas: countIn(replicas, "updated") ?? 0,
    },
  };
};

export const setFrom = (sections: readonly Entry[]): UnknownRecord => ({
  spec: {
    selector: selectorIn(sections),
    template: templateIn(sections),
    replicas: countIn(valueIn(sections, "Replicas"), "desired") ?? 1,
  },
  status: { readyReplicas: runningIn(sections) ?? 0, conditions: conditionsIn(entryIn(sections, "Conditions")) },
});

export const daemonSetFrom = (sections: readonly Entry[]): UnknownRecord => ({
  spec: { selector: selectorIn(sections), template: withOwnNodes(templateIn(sections), sections) },
  status: {
    desiredNumberScheduled: numberIn(valueIn(sections, "Desired Number of Nodes Scheduled")) ?? 0,
    numberReady:
      numberIn(valueIn(sections, "Number of Nodes Scheduled with Available Pods")) ?? runningIn(sections) ?? 0,
  },
});

/** Older versions tell the nodes that are wanted beside the template. */
const withOwnNodes = (template: UnknownRecord, sections: readonly Entry[]): UnknownRecord => {
  const own = pairsIn(entryIn(sections, "Node-Selector"));
  return Object.keys(own).length === 0 ? template : { ...template, spec: { nodeSelector: own } };
};

/** What stands beside a description: its events, and when it was read. */
export type Told = { readonly events: readonly UnknownRecord[]; readonly now: number };

/** A job that failed says so in its events only; without them its counts tell. */
export const jobFrom = (sections: readonly Entry[], { events, now }: Told): UnknownRecord => {
  const counts = valueIn(sections, "Pods Statuses");
  const [active = 0, succeeded = 0, failed = 0] = ["Active", "Succeeded", "Failed"].map((word) =>
    countIn(counts, word),
  );
  const [limit, deadline] = [valueIn(sections, "Backoff Limit"), valueIn(sections, "Active Deadline Seconds")];
  const completions = numberIn(valueIn(sections, "Completions"));
  const end = events.find(({ reason }) => reason === "BackoffLimitExceeded" || reason === "DeadlineExceeded");
  const started = Date.parse(timeIn(valueIn(sections, "Start Time")));
  const isOpen = active === 0 && succeeded < (completions ?? 1);
  const isSpent = isOpen && limit !== "" && failed > Number(limit);
  const isLate = isOpen && deadline !== "" && started + (numberIn(deadline) ?? 0) * 1000 < now;
  const reason = end?.reason ?? (isLate ? "DeadlineExceeded" : isSpent ? "BackoffLimitExceeded" : undefined);
  const condition = { type: "Failed", status: "True", reason, message: end?.message ?? "" };
  return {
    spec: {
      ...(completions === undefined ? {} : { completions }),
      ...(limit === "" ? {} : { backoffLimit: Number(limit) }),
      ...(deadline === "" ? {} : { activeDeadlineSeconds: numberIn(deadline) }),
      suspend: valueIn(sections, "Suspend").toLowerCase() === "true",
      template: templateIn(sections),
    },
    status: {
      ...{ active, succeeded, failed },
      startTime: timeIn(valueIn(sections, "Start Time")),
      conditions: reason === undefined ? [] : [condition],
    },
  };
};

export const cronJobFrom = (sections: readonly Entry[]): UnknownRecord => ({
  spec: {
    schedule: valueIn(sections, "Schedule"),
    suspend: valueIn(sections, "Suspend").toLowerCase() === "true",
  },
  status: { lastScheduleTime: timeIn(valueIn(sections, "Last Schedule Time")) },
});

export const autoscalerFrom = (sections: readonly Entry[]): UnknownRecord => {
  const [kind = "", name = ""] = valueIn(sections, "Reference").split("/");
  const pods = sections.find(({ key }) => / pods$/i.test(key))?.value ?? "";
  return {
    spec: {
      scaleTargetRef: { kind, name },
      minReplicas: numberIn(valueIn(sections, "Min replicas")) ?? 1,
      maxReplicas: numberIn(valueIn(sections, "Max replicas")) ?? 0,
    },
    status: {
      currentReplicas: countIn(pods, "current") ?? 0,
      conditions: conditionsIn(entryIn(sections, "Conditions")),
    },
  };
};

export const budgetFrom = (sections: readonly Entry[]): UnknownRecord => {
  const status = entryIn(sections, "Status")?.entries ?? [];
  const number = (key: string) => numberIn(valueIn(status, key));
  return {
    spec: { minAvailable: valueIn(sections, "Min available"), maxUnavailable: valueIn(sections, "Max unavailable") },
    status: {
      disruptionsAllowed: number("Allowed disruptions"),
      currentHealthy: number("Current"),
      desiredHealthy: number("Desired"),
      expectedPods: number("Total"),
    },
  };
};
