import { type Attempt, failed, ok } from "../problem.ts";
import type { OpenRequest } from "../session.ts";
import { idsIn, lastId } from "./folder.ts";

/** The conversation to go on with; none for a new one. */
export type Chosen = { readonly id: string | undefined; readonly warnings: readonly string[] };

export const chooseKept = ({ flags, say, io }: OpenRequest, folder: string): Attempt<Chosen> => {
  const wanted = flags.continue ? "" : flags.resume;
  if (wanted === undefined) return ok({ id: undefined, warnings: [] });
  const found = findKept(folder, wanted);
  if (found.kind === "one") return ok({ id: found.id, warnings: [] });
  if (wanted === "") return ok({ id: undefined, warnings: [say("sessionNoneBefore")] });
  return failed(
    "settings_session_unknown",
    found.kind === "several"
      ? say("sessionSeveral", { id: wanted, ids: found.ids.join(", ") })
      : say("sessionUnknown", { id: wanted }),
    say("sessionUnknownRemedy", { program: io.program }),
  );
};

type Found =
  | { readonly kind: "one"; readonly id: string }
  | { readonly kind: "several"; readonly ids: readonly string[] }
  | { readonly kind: "none" };

/** The conversation with this id, or whose id alone begins so. Nothing said: the last one. */
export const findKept = (folder: string, wanted: string): Found => {
  const ids = idsIn(folder).map(({ id }) => id);
  const last = lastId(folder);
  if (wanted === "") {
    const id = last !== undefined && ids.includes(last) ? last : ids[0];
    return id === undefined ? { kind: "none" } : { kind: "one", id };
  }
  if (ids.includes(wanted)) return { kind: "one", id: wanted };
  const [first, ...more] = ids.filter((id) => id.startsWith(wanted));
  if (first === undefined) return { kind: "none" };
  return more.length === 0 ? { kind: "one", id: first } : { kind: "several", ids: [first, ...more] };
};
