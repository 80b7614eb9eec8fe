import type { Language } from "../output/output.ts";
import { fieldReaders } from "../results/fields.ts";
import type { Row } from "../results/types.ts";
import { sayBeside } from "../words/beside-words.ts";
import { listOf } from "../words/fill.ts";
import { formatTable } from "./table.ts";

type Asked = { readonly language: Language; readonly width: number; readonly now: number; readonly name: string };

/** The services that select the pods of a name: all that the selector asks for stands among the labels of one. */
export function selectingAnswer(services: readonly Row[], pods: readonly Row[], asked: Asked): string {
  const { language, width, now, name } = asked;
  const labelled = pods.flatMap((pod) => {
    const labels = fieldReaders.label.text(pod, now);
    return labels === undefined ? [] : [{ namespace: pod.namespace, labels: labels.split(",") }];
  });
  const leading = services.filter((service) => {
    const selector = pairsOf(service, now);
    if (selector.length === 0) return false;
    // Where there is no such pod now, what is called so in the selector is meant.
    if (pods.length === 0) return selector.some((pair) => pair.split("=")[1] === name);
    return labelled.some(
      ({ namespace, labels }) =>
        (service.namespace ?? namespace) === namespace && selector.every((pair) => labels.includes(pair)),
    );
  });
  if (leading.length === 0)
    return labelled.length === 0
      ? sayBeside(language, "labelsUntold", { name })
      : sayBeside(language, "selectsNone", { name, labels: [...new Set(labelled[0]?.labels)].join(", ") });
  const columns = [
    { key: "namespace", title: "NAMESPACE" },
    { key: "service", title: "SERVICE", shrink: "middle" as const },
    { key: "selector", title: "SELECTOR", shrink: "middle" as const },
    { key: "ports", title: "PORTS", shrink: "end" as const },
  ];
  const rows = leading.map((service) => ({
    namespace: service.namespace ?? "",
    service: service.name,
    selector: pairsOf(service, now).join(","),
    ports: fieldReaders.ports.text(service, now) ?? "",
  }));
  const names = [...new Set(leading.map((service) => service.name))];
  const said = listOf(language, names);
  return [
    sayBeside(language, "selects", { name, services: said, count: names.length }),
    "",
    formatTable({ columns, rows, width }),
  ].join("\n");
}

const pairsOf = (service: Row, now: number): readonly string[] =>
  (fieldReaders.selector.text(service, now) ?? "").split(",").filter((pair) => pair.includes("="));
