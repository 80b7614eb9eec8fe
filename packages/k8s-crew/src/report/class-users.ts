import type { Language } from "../output/output.ts";
import { fieldReaders } from "../results/fields.ts";
import { referencesIn } from "../results/references.ts";
import type { Row } from "../results/types.ts";
import { sayStorage } from "../words/storage-words.ts";
import { formatTable } from "./table.ts";

type Looked = { readonly language: Language; readonly width: number; readonly now: number; readonly name: string };

/** The claims of a storage class and the pods that use each; undefined where no claim is of such a class. */
export function classUsersAnswer(
  claims: readonly Row[],
  pods: readonly Row[],
  { language, width, now, name }: Looked,
): string | undefined {
  const own = claims.filter((claim) => fieldReaders.storageClass.text(claim, now) === name);
  if (own.length === 0) return undefined;
  const rows = own.map((claim) => ({
    namespace: claim.namespace ?? "",
    claim: claim.name,
    status: claim.fields.status ?? "",
    capacity: fieldReaders.capacity.text(claim, now) ?? "",
    pods: podsOf(claim, pods)
      .map((pod) => pod.name)
      .join(", "),
  }));
  const users = new Set(own.flatMap((claim) => podsOf(claim, pods)));
  const columns = [
    { key: "namespace", title: "NAMESPACE" },
    { key: "claim", title: "PVC", shrink: "middle" as const },
    { key: "status", title: "STATUS" },
    { key: "capacity", title: "CAPACITY" },
    { key: "pods", title: "PODS", shrink: "end" as const },
  ];
  const counts = { claims: own.length, pods: users.size };
  return [sayStorage(language, "ofClass", { name, ...counts }), "", formatTable({ columns, rows, width })].join("\n");
}

function refersTo({ name }: Row, { object }: Row): boolean {
  return referencesIn(object).includes(`pvc/${name}`);
}

/** The claim of a stateful set's pod is called by its template and by the pod: `data-db-0` is that of `db-0`. */
function isMade(claim: Row, pod: Row): boolean {
  return /-\d+$/u.test(pod.name) && claim.name.endsWith(`-${pod.name}`);
}

function podsOf(claim: Row, pods: readonly Row[]): readonly Row[] {
  return pods.filter((pod) => pod.namespace === claim.namespace && (isMade(claim, pod) || refersTo(claim, pod)));
}
