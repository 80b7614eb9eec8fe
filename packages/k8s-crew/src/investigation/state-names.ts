const state =
  /(?<![\w-])(?:CrashLoopBackOff|ImagePullBackOff|ErrImagePull|OOMKilled|CreateContainerConfigError|Evicted|NotReady|Pending|Bound|Lost|Running|Completed|Terminating|Unknown)\b|(?<=(?:\b(?:in|is|are)|处于|是|状态为?)\s?)Error\b(?!:)/u;

/** The state that a sentence names. */
export const stateSaid = (sentence: string): string | undefined => state.exec(sentence)?.[0];

/** A container that fails is in one of these after the other. */
const inTurn: readonly (readonly string[])[] = [
  ["CrashLoopBackOff", "Error", "OOMKilled", "Running (not ready)"],
  ["ImagePullBackOff", "ErrImagePull"],
  ["Pending", "ContainerCreating"],
];

/** Whether what a list says of a state may be called so. */
export const isAlike = (status: string, said: string): boolean =>
  status.includes(said) ||
  inTurn.some((states) => states.includes(said) && states.some((each) => status.includes(each)));
