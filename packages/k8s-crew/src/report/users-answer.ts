import type { Language } from "../output/output.ts";
import { referencesIn } from "../results/references.ts";
import type { Row } from "../results/types.ts";
import { sayStorage } from "../words/storage-words.ts";
import { formatTable } from "./table.ts";

type Looked = { readonly language: Language; readonly width: number; readonly name: string };

/** The pods that refer to a thing, by whatever kind it is. Where a pod does not tell what it refers to, that is said. */
export function usersAnswer(pods: readonly Row[], { language, width, name }: Looked): string {
  const silent = pods.filter(({ object }) => object === undefined).length;
  const exact = usersOf(pods, (reference) => reference.split("/")[1] === name);
  const users =
    exact.length > 0 ? exact : usersOf(pods, (reference) => reference.split("/")[1]?.includes(name) === true);
  const untold = silent === 0 ? [] : [sayStorage(language, "silent", { count: silent })];
  if (users.length === 0)
    return [
      sayStorage(language, "noUser", { name, count: pods.length - silent }),
      ...untold,
      sayStorage(language, "beyond"),
    ].join("\n");
  const columns = [
    { key: "namespace", title: "NAMESPACE" },
    { key: "pod", title: "POD", shrink: "middle" as const },
    { key: "status", title: "STATUS" },
    { key: "uses", title: "USES", shrink: "middle" as const },
  ];
  const rows = users.map(({ row, reference }) => ({
    namespace: row.namespace ?? "",
    pod: row.name,
    status: row.fields.status ?? "",
    uses: reference,
  }));
  return [
    sayStorage(language, "users", { name, count: users.length }),
    "",
    formatTable({ columns, rows, width }),
    ...untold,
  ].join("\n");
}

function usersOf(pods: readonly Row[], isMeant: (reference: string) => boolean) {
  return pods.flatMap((row) => {
    const reference = referencesIn(row.object).find(isMeant);
    return reference === undefined ? [] : [{ row, reference }];
  });
}
