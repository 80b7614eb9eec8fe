import { type Rule, ruleText } from "../results/rights.ts";
import { bracketed } from "../words/fill.ts";
import { sayRights } from "../words/rights-words.ts";
import { type Granted, type RightsAsked, rolesCalled } from "./grants-meant.ts";
import { formatTable } from "./table.ts";

/** What a role allows, rule by rule. */
export function rulesAnswer(
  { rules }: Granted,
  { language, rights: { role = "" }, namespace, width }: RightsAsked,
): string {
  const roles = [...rules].map(([key, own]) => ({ ...roleOfKey(key), own }));
  const called = rolesCalled(
    roles.map(({ name }) => name),
    role,
  );
  const meant = roles.filter((each) => called.has(each.name) && (namespace ?? each.namespace) === each.namespace);
  const found = meant.length > 0 ? meant : roles.filter(({ name }) => called.has(name));
  if (found.length === 0) return sayRights(language, "noRole", { role });
  return found
    .slice(0, mostRoles)
    .map(({ kind, name, namespace: place, own }) => {
      const slots = {
        role: `${kind} ${name}`,
        where: place === undefined ? "" : bracketed(language, sayRights(language, "inNamespace", { namespace: place })),
      };
      if (own.length === 0) return sayRights(language, "allowsNothing", slots);
      const rows = own.map(ruleCells);
      const columns = ruleColumns.filter(({ key }) => key !== "names" || rows.some(({ names }) => names !== ""));
      const table = formatTable({ columns, rows, width });
      const short = own.length <= mostRulesSaid ? own.map(ruleText).join("; ") : "";
      return [sayRights(language, short === "" ? "allowsThese" : "allows", { ...slots, rules: short }), "", table].join(
        "\n",
      );
    })
    .join("\n\n");
}

/** Roles of one name that are told in full, and rules that a sentence holds. */
const mostRoles = 3;
const mostRulesSaid = 3;

const roleOfKey = (key: string) => {
  const [kind = "", ...path] = key.split("/");
  return kind === "Role"
    ? { kind, namespace: path[0] || undefined, name: path.slice(1).join("/") }
    : { kind, namespace: undefined, name: path.join("/") };
};

const ruleColumns = [
  { key: "resources", title: "RESOURCES", shrink: "end" as const },
  { key: "names", title: "ONLY", shrink: "end" as const },
  { key: "verbs", title: "VERBS", shrink: "end" as const },
];

const ruleCells = ({ resources, names, verbs }: Rule) => ({
  resources: resources.join(", "),
  names: names.join(", "),
  verbs: verbs.join(", "),
});
