import { aboutClusters } from "./clusters/clusters.ts";
import { eventTools } from "./clusters/events.ts";
import { logTools } from "./clusters/logs.ts";
import { manifestTools } from "./clusters/manifests.ts";
import { metricTools } from "./clusters/metrics.ts";
import { objectTools } from "./clusters/objects.ts";
import { organizationTools } from "./clusters/organizations.ts";
import { searchTools } from "./clusters/search.ts";
import type { SampleTool } from "./types.ts";

/**
 * The 47 tools of a read-only server for several clusters: `cluster` is required nearly everywhere, lists are mostly
 * bare names of one namespace, events are those of one named object, and nothing is annotated.
 */
export const clusterTools: readonly SampleTool[] = [
  ...aboutClusters,
  ...objectTools,
  ...logTools,
  ...eventTools,
  ...metricTools,
  ...searchTools,
  ...manifestTools,
  ...organizationTools,
];
