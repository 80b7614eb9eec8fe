import type { Diagnosis, Finding, Thing } from "../../diagnosis/types.ts";
import type { Language } from "../../language/types.ts";
import { familyNameOf } from "../../results/replicas.ts";
import { fill, listOf } from "../../words/fill.ts";
import { sayFurther } from "../../words/further-words.ts";
import { namedThing } from "../../words/nouns.ts";
import { inLanguage } from "../types.ts";
import { type FurtherRow, furtherRows } from "./table.ts";

/** A further read that what was found calls for, where it is made, and why. */
export type Further = {
  readonly row: FurtherRow;
  readonly cluster: string;
  /** Undefined: what stands in no namespace, or all of them. */
  readonly namespace: string | undefined;
  /** What was found to be so. */
  readonly things: readonly Thing[];
  readonly because: string;
};

type Asked = {
  readonly language: Language;
  /** Where the plan looks, if that is one namespace. */
  readonly namespace: string | undefined;
};

/** What the findings of diagnoses call for, one read for each place, in the order of the findings. */
export const furtherOf = (diagnoses: readonly Diagnosis[], { language, namespace }: Asked): readonly Further[] => {
  const wanted = diagnoses.flatMap(({ cluster, target, findings }) =>
    findings.flatMap((finding) => {
      const row = furtherRows.find(({ causes }) => causes.includes(finding.cause));
      return row ? [{ row, cluster, target, finding }] : [];
    }),
  );
  const namespaceFor = (row: FurtherRow, object: Thing) =>
    row.where === "plan" ? namespace : namespaceOf(row, object);
  const keyOf = ({ row, cluster, finding }: (typeof wanted)[number]) =>
    JSON.stringify([furtherRows.indexOf(row), cluster, namespaceFor(row, finding.object)]);
  const keys = [...new Set(wanted.map(keyOf))];
  return keys.flatMap((key): readonly Further[] => {
    const same = wanted.filter((each) => keyOf(each) === key);
    const [first] = same;
    if (!first) return [];
    const things = distinct(same.flatMap(({ finding }) => thingsOf(finding)));
    const owners = same.map(({ target }) => target);
    const { row, cluster, finding } = first;
    return [
      {
        row,
        cluster,
        namespace: namespaceFor(row, finding.object),
        things,
        because: fill(inLanguage(row.because, language), {
          things: thingsText(things, { owners, language }),
          count: things.length,
        }),
      },
    ];
  });
};

const namespaceOf = ({ where }: FurtherRow, { namespace }: Thing): string | undefined =>
  where === "cluster" || where === "plan" ? undefined : where === "namespace" ? namespace : where.namespace;

const thingsOf = ({ object, alike = [] }: Finding): readonly Thing[] => [object, ...alike];

const distinct = (things: readonly Thing[]): readonly Thing[] =>
  things.filter(
    ({ resource, namespace, name }, index) =>
      things.findIndex(
        (other) => other.resource === resource && other.namespace === namespace && other.name === name,
      ) === index,
  );

type Named = { readonly owners: readonly Thing[]; readonly language: Language };

/** Names that are told of several. */
const namesTold = 2;

/** “Pod web-1”, “3 pods of web”, “web, cart and 2 more”. */
const thingsText = (things: readonly Thing[], { owners, language }: Named): string => {
  const [first] = things;
  if (!first) return "";
  if (things.length === 1) return namedThing(language, first.resource, first.name);
  const owner = owners.find(({ name }) => things.every((thing) => thing.name.startsWith(`${name}-`)));
  if (owner && first.resource === "pod")
    return sayFurther(language, "podsOf", { count: things.length, owner: owner.name });
  const names = things.slice(0, namesTold).map(({ resource, name }) => namedThing(language, resource, name));
  const left = things.length - names.length;
  return left > 0
    ? sayFurther(language, "andMore", { names: listOf(language, names), count: left })
    : listOf(language, names);
};

/** What the rows of interest have in their names: the beginning that the things have in common. */
export const nameOfInterest = ({ row, things }: Further): string | undefined => {
  if (row.of === undefined || row.of === "node") return undefined;
  if (row.of !== "thing") return row.of.named;
  const families = [...new Set(things.map(familyNameOf))];
  return families.length === 1 ? families[0] : undefined;
};
