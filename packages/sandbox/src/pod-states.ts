/**
 * How a pod can fare, as kubelet and scheduler would tell it: the state of its first container (the others run), and the events
 * that keep coming. In texts stand {pod} {namespace} {container} {image} {uid} {node} {nodes}.
 * A manifest chooses one by name: `sandbox/state: OOMKilled`. Without one, a pod is `Running`.
 */
export interface PodState {
  readonly phase: "Running" | "Pending" | "Succeeded" | "Failed";
  /** False for a pod that no node takes. */
  readonly scheduled?: false;
  /** Whether the first container is ready. */
  readonly ready: boolean;
  readonly waiting?: { readonly reason: string; readonly message: string };
  readonly terminated?: Termination;
  readonly lastTerminated?: Termination;
  /** Restarts of the first container, when the manifest names none. */
  readonly restarts?: number;
  readonly events?: readonly RecurringEvent[];
}

export interface Termination {
  readonly reason: string;
  readonly exitCode: number;
}

export interface RecurringEvent {
  readonly type: "Normal" | "Warning";
  readonly reason: string;
  readonly message: string;
  readonly component: "kubelet" | "default-scheduler";
  readonly count: number;
  /** Whether the message is about the first container rather than the pod. */
  readonly ofContainer?: true;
}

const backOff: RecurringEvent = {
  type: "Warning",
  reason: "BackOff",
  message: "Back-off restarting failed container {container} in pod {pod}_{namespace}({uid})",
  component: "kubelet",
  count: 62,
  ofContainer: true,
};

export const podStates: Readonly<Record<string, PodState>> = {
  Running: { phase: "Running", ready: true },
  Completed: { phase: "Succeeded", ready: false, terminated: { reason: "Completed", exitCode: 0 } },
  Error: { phase: "Failed", ready: false, terminated: { reason: "Error", exitCode: 1 } },
  CrashLoopBackOff: {
    phase: "Running",
    ready: false,
    waiting: {
      reason: "CrashLoopBackOff",
      message: "back-off 5m0s restarting failed container={container} pod={pod}_{namespace}({uid})",
    },
    lastTerminated: { reason: "Error", exitCode: 1 },
    restarts: 14,
    events: [backOff],
  },
  OOMKilled: {
    phase: "Running",
    ready: false,
    terminated: { reason: "OOMKilled", exitCode: 137 },
    lastTerminated: { reason: "OOMKilled", exitCode: 137 },
    restarts: 6,
    events: [{ ...backOff, count: 21 }],
  },
  ImagePullBackOff: {
    phase: "Pending",
    ready: false,
    waiting: {
      reason: "ImagePullBackOff",
      message: 'Back-off pulling image "{image}"',
    },
    events: [
      {
        type: "Warning",
        reason: "Failed",
        message:
          'Failed to pull image "{image}": rpc error: code = NotFound desc = failed to pull and unpack image "{image}": {image}: not found',
        component: "kubelet",
        count: 5,
        ofContainer: true,
      },
      {
        type: "Warning",
        reason: "Failed",
        message: "Error: ErrImagePull",
        component: "kubelet",
        count: 5,
        ofContainer: true,
      },
      {
        type: "Normal",
        reason: "BackOff",
        message: 'Back-off pulling image "{image}"',
        component: "kubelet",
        count: 41,
        ofContainer: true,
      },
    ],
  },
  Unschedulable: {
    phase: "Pending",
    scheduled: false,
    ready: false,
    events: [
      {
        type: "Warning",
        reason: "FailedScheduling",
        message:
          "0/{nodes} nodes are available: {nodes} Insufficient cpu. preemption: 0/{nodes} nodes are available: {nodes} No preemption victims found for incoming pod.",
        component: "default-scheduler",
        count: 9,
      },
    ],
  },
  NotReady: {
    phase: "Running",
    ready: false,
    events: [
      {
        type: "Warning",
        reason: "Unhealthy",
        message: "Readiness probe failed: HTTP probe failed with statuscode: 503",
        component: "kubelet",
        count: 118,
        ofContainer: true,
      },
    ],
  },
};
