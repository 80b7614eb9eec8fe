import type { CallResult } from "@k8s-copilot/crew";
import { argumentsFor, type Said } from "../catalog/arguments.ts";
import type { CallTemplate } from "../catalog/types.ts";
import type { Place } from "../overview/list-everywhere.ts";
import type { Chain, Read } from "../overview/types.ts";
import type { Diagnosis, Sight } from "./types.ts";

type Failure = { readonly cause: string; readonly detail: string };

/** What was looked at, and what could not be. */
export type Notes = {
  readonly note: (resource: string, name: string, failure: Failure | undefined) => void;
  readonly sight: () => Pick<Diagnosis, "seen" | "unseen">;
};

export const createNotes = (): Notes => {
  const seen = new Map<string, Sight>();
  const unseen = new Map<string, Diagnosis["unseen"][number]>();
  return {
    note: (resource, name, failure) => {
      const key = `${resource} ${name}`;
      if (failure === undefined) seen.set(key, { resource, name });
      else unseen.set(key, { resource, name, ...failure });
    },
    sight: () => ({ seen: [...seen.values()], unseen: [...unseen.values()] }),
  };
};

/** Calls of one diagnosis, none of them twice. */
export type Reads = {
  readonly read: (call: Read) => Chain<CallResult | undefined>;
  readonly callOf: (template: CallTemplate, resource: string, said: Said) => Read;
};

export const createReads = ({ cluster }: Pick<Place, "cluster">): Reads => {
  const kept = new Map<string, CallResult>();
  return {
    *read(call) {
      const key = JSON.stringify([call.tool, Object.entries(call.args).toSorted()]);
      const known = kept.get(key);
      if (known) return known;
      const [result] = yield [call];
      if (result) kept.set(key, result);
      return result;
    },
    callOf: ({ entry, args }, resource, said) => ({
      tool: entry.tool,
      args: { ...argumentsFor(entry, resource, { cluster: cluster === "" ? undefined : cluster, ...said }), ...args },
    }),
  };
};
