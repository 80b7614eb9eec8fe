import type { Rights } from "../language/types.ts";
import type { Language } from "../output/output.ts";
import { type Grant, isSubject, type Rule, type Subject } from "../results/rights.ts";

/** What was read: bindings, and the rules of roles by `ClusterRole/view` or `Role/web/reader`. */
export type Granted = { readonly grants: readonly Grant[]; readonly rules: ReadonlyMap<string, readonly Rule[]> };

export type RightsAsked = {
  readonly rights: Rights;
  /** What the API server calls the kind: `pods`. */
  readonly things: string;
  readonly namespace: string | undefined;
  readonly language: Language;
  readonly width: number;
  readonly command: string;
};

/** Grants that concern what is asked: of the account, of the role; those of the cluster's own parts only where named. */
export const concerned = (grants: readonly Grant[], { ask, subject, role, binding }: Rights): readonly Grant[] => {
  if (ask === "holders") {
    const exact = grants.filter((grant) => grant.role.name === role);
    return exact.length > 0 ? exact : grants.filter((grant) => grant.role.name.includes(role ?? ""));
  }
  if (ask === "binding") return bindingsCalled(grants, binding ?? "");
  if (ask === "who") return grants.filter(({ subjects }) => subjects.some((each) => !isOwn(each)));
  const matching = (how: "exact" | "part") =>
    grants.filter(({ subjects }) => subjects.some((each) => isSubject(each, subject ?? "") === how));
  const [exact, part] = [matching("exact"), matching("part")];
  if (exact.length > 0 || part.length > 0) return exact.length > 0 ? exact : part;
  // What was taken for an account may be what gives it its role.
  return grants.filter((grant) => grant.binding === subject);
};

const bindingsCalled = (grants: readonly Grant[], said: string): readonly Grant[] => {
  const exact = grants.filter((grant) => grant.binding === said);
  return exact.length > 0 ? exact : grants.filter((grant) => grant.binding.includes(said));
};

/** The names that are meant: that very one, else those that have it as a part. */
export const rolesCalled = (names: readonly string[], said: string): ReadonlySet<string> =>
  new Set(names.includes(said) ? [said] : names.filter((name) => said !== "" && name.includes(said)));

/** How the API server calls the account that is meant, for a question to it. */
export const accountMeant = (own: readonly Grant[], said: string): string => {
  const [first] = own.flatMap(({ subjects }) => subjects.filter((each) => isSubject(each, said) !== undefined));
  if (first === undefined) return said;
  return first.kind === "ServiceAccount" ? `system:serviceaccount:${first.namespace ?? ""}:${first.name}` : first.name;
};

export const roleKey = ({ role, namespace }: Grant): string =>
  role.kind === "Role" ? `Role/${namespace ?? ""}/${role.name}` : `ClusterRole/${role.name}`;

/** Parts of the cluster itself: nobody asks who they are. */
export const isOwn = ({ kind, name, namespace }: Subject): boolean =>
  (name.startsWith("system:") && name !== "system:masters" && !name.startsWith("system:authenticated")) ||
  (kind === "ServiceAccount" && namespace === "kube-system");
