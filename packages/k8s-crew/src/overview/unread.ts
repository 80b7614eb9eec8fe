import type { ClusterSurvey } from "./types.ts";

type Blank = {
  readonly cluster: string;
  readonly current: boolean;
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
};

/** One cluster's survey before anything is known. */
export const unread = ({ cluster, current, namespace, name }: Blank): ClusterSurvey => ({
  cluster,
  current,
  ...(namespace === undefined ? {} : { namespace }),
  ...(name === undefined ? {} : { name }),
  reach: "ok",
  cause: "",
  detail: "",
  version: "",
  nodes: null,
  pods: null,
  resources: null,
  troubles: [],
  seen: [],
  unseen: [],
  notes: [],
});
