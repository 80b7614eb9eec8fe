import type { Playbook } from "../types.ts";
import { accessPlaybooks } from "./access.ts";
import { healthPlaybooks } from "./health.ts";
import { occasionPlaybooks } from "./occasions.ts";
import { resourcePlaybooks } from "./resources.ts";
import { troublePlaybooks } from "./trouble.ts";

/** The playbooks that come with it; a team's own of the same id stand in their place. */
export const builtInPlaybooks: readonly Playbook[] = [
  ...healthPlaybooks,
  ...troublePlaybooks,
  ...resourcePlaybooks,
  ...accessPlaybooks,
  ...occasionPlaybooks,
];

/** What a wish for health comes to, however it was said; and a question why one thing is in trouble. */
export const healthId = "service-health";
/** How the nodes are, and nothing else. */
export const nodesId = "node-trouble";
export const thingId = "not-starting";
