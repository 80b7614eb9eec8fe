import type { Attempt } from "./status.ts";

/**
 * Who may do what: an identity stands in the server URL (`/clusters/NAME/as/IDENTITY`), since clients send no credentials over
 * plain http. Nothing is allowed that no rule allows, and what `deny` names is refused whatever the rules say.
 */
export interface Identity {
  /** The user's name in messages. */
  readonly user: string;
  readonly allow: readonly AccessRule[];
  readonly deny?: readonly AccessRule[];
}

/** `*` stands for all. Resources are plurals, with a subresource when meant: `pods`, `pods/log`. No namespaces means everywhere. */
export interface AccessRule {
  readonly verbs: readonly string[];
  readonly resources: readonly string[];
  readonly namespaces?: readonly string[];
}

/** As the ClusterRoles cluster-admin and view: the viewer sees no secrets, no nodes and no roles, and changes nothing. */
export const defaultIdentities: Readonly<Record<string, Identity>> = {
  admin: { user: "admin", allow: [{ verbs: ["*"], resources: ["*"] }] },
  viewer: {
    user: "viewer",
    allow: [
      { verbs: ["get", "list", "watch"], resources: ["*"] },
      { verbs: ["create"], resources: ["selfsubjectaccessreviews"] },
    ],
    deny: [
      {
        verbs: ["*"],
        resources: [
          ...["secrets", "nodes", "persistentvolumes", "storageclasses"],
          ...["roles", "rolebindings", "clusterroles", "clusterrolebindings"],
        ],
      },
    ],
  },
};

export function isAllowed(identity: Identity, attempt: Omit<Attempt, "user">): boolean {
  const covers = (rule: AccessRule) => isCovered(rule, attempt);
  return identity.allow.some(covers) && !(identity.deny ?? []).some(covers);
}

function isCovered(
  { verbs, resources, namespaces }: AccessRule,
  { verb, resource, namespace }: Omit<Attempt, "user">,
): boolean {
  const includes = (values: readonly string[], value: string) => values.includes("*") || values.includes(value);
  if (namespaces !== undefined && (namespace === undefined || !includes(namespaces, namespace))) return false;
  return includes(verbs, verb) && includes(resources, resource);
}
