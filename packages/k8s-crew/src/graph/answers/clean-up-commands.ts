import { kubectlFor } from "../../guidance/kubectl.ts";
import type { Plan } from "../../plan/types.ts";
import type { Row } from "../../results/types.ts";

/** Namespaces of one kind, and things of one namespace, that commands are written out for. */
const namespacesShown = 3;
const namesShown = 8;

/** What shows the kinds of a plan that no tool of the server looks at. */
export const unableCommands = ({ playbook, place }: Plan): readonly string[] => {
  const [resource, ...others] = [...new Set((playbook?.unable ?? []).map((each) => each.resource))];
  if (resource === undefined) return [];
  const { namespace, cluster } = place;
  const where = namespace === undefined ? { allNamespaces: true } : { namespace };
  const line = kubectlFor({ verb: "list", resource, others, cluster, ...where });
  return line === undefined ? [] : [line];
};

/** What deletes things that may go, a line for each namespace; none for what its controller clears away by itself. */
export const cleanUpCommands = (resource: string, rows: readonly Row[], cluster: string): readonly string[] => {
  if (resource === "replicaset") return [];
  const namespaces = [...new Set(rows.map(({ namespace }) => namespace))].slice(0, namespacesShown);
  return namespaces.flatMap((namespace) => {
    const [name, ...others] = rows.filter((row) => row.namespace === namespace).map((row) => row.name);
    const place = { namespace, cluster };
    const line = kubectlFor(
      resource === "namespace"
        ? // What is in there goes with it: that is looked at first.
          { verb: "list", resource: "all", cluster, namespace: name }
        : {
            verb: "delete",
            // Endpoints go with their Service.
            resource: resource === "endpoint" ? "service" : resource,
            name,
            others: others.slice(0, namesShown - 1),
            ...place,
          },
    );
    return line === undefined ? [] : [line];
  });
};

/** What tells when the certificates expire that Secrets hold: the public part alone is read. */
export const expiryCommands = (rows: readonly Row[], cluster: string): readonly string[] => {
  const typed = rows.filter(({ fields }) => fields.type !== undefined);
  const fieldSelector = "type=kubernetes.io/tls";
  const all = kubectlFor({ verb: "list", resource: "secret", allNamespaces: true, cluster, fieldSelector });
  if (typed.length === 0) return all === undefined ? [] : [all];
  return typed.slice(0, namesShown).flatMap(({ name, namespace }) => {
    const line = kubectlFor({ verb: "get", resource: "secret", name, namespace, cluster });
    if (line === undefined) return [];
    const read = line.replace(" -o yaml", " -o jsonpath='{.data.tls\\.crt}'");
    return [`${read} | base64 -d | openssl x509 -noout -enddate`];
  });
};
