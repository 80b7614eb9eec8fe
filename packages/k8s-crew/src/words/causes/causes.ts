import { configurationCauses } from "./configuration.ts";
import { crashCauses } from "./crashes.ts";
import { imageCauses } from "./images.ts";
import { nodeCauses } from "./nodes.ts";
import { pastedCauses } from "./pasted.ts";
import { placingCauses } from "./placing.ts";
import { probeCauses } from "./probes.ts";
import { serviceCauses } from "./services.ts";
import { storageCauses } from "./storage.ts";
import { workloadCauses } from "./workloads.ts";

/** All causes that a diagnosis or an error message can name, by key. */
export const causes = {
  ...crashCauses,
  ...imageCauses,
  ...configurationCauses,
  ...probeCauses,
  ...placingCauses,
  ...workloadCauses,
  ...serviceCauses,
  ...storageCauses,
  ...nodeCauses,
  ...pastedCauses,
} as const;

export type CauseKey = keyof typeof causes;
