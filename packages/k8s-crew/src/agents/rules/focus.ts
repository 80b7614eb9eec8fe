import { parameterOf, type Said } from "../../catalog/arguments.ts";
import type { CallTemplate, Verb } from "../../catalog/types.ts";
import type { Condition, Request } from "../../language/index.ts";
import type { Focus, Place } from "../../plan/types.ts";
import { isMeasuredBeside } from "./said.ts";

/** Labels that a list's tool cannot be told are looked for in what it lists, as far as they are plain ones. */
export const labelsAsConditions = (
  { entry }: CallTemplate,
  verb: Verb,
  said: Said,
): { said: Said; conditions: readonly Condition[] } => {
  const { labelSelector, ...rest } = said;
  const pairs = labelSelector?.split(",") ?? [];
  const plain = pairs.every((pair) => /^[\w./-]+=[\w.-]+$/u.test(pair));
  if (verb !== "list" || pairs.length === 0 || !plain || parameterOf(entry, "labelSelector"))
    return { said, conditions: [] };
  return { said: rest, conditions: pairs.map((value) => ({ field: "label", comparison: "equal", value })) };
};

export const withConditions = (focus: Focus, more: readonly Condition[]): Focus =>
  more.length === 0 ? focus : { ...focus, conditions: [...(focus.conditions ?? []), ...more] };

export const placeOf = ({ cluster, namespace }: Request): Place => ({
  ...(cluster === undefined ? {} : { cluster }),
  ...(namespace === undefined ? {} : { namespace }),
});

export const focusOf = (request: Request): Focus => {
  const { beside, lastMatching, more, ranked, yesNo } = request;
  const { quality, node, conditions, first, counted, per, fact, compare, comparedBy, holding, began, usedThing, name } =
    request;
  return {
    ...(name !== undefined && isMeasuredBeside(request) ? { name } : {}),
    ...(usedThing === undefined ? {} : { usedThing }),
    ...(began === undefined ? {} : { began }),
    ...(holding === undefined ? {} : { holding }),
    ...(lastMatching === undefined ? {} : { lastMatching }),
    ...(compare === undefined ? {} : { compare }),
    ...(comparedBy === undefined ? {} : { comparedBy }),
    ...(beside === undefined ? {} : { beside }),
    ...(more === undefined ? {} : { more }),
    ...(ranked === undefined ? {} : { ranked }),
    ...(quality === undefined ? {} : { quality }),
    ...(node === undefined ? {} : { node }),
    ...(conditions === undefined ? {} : { conditions }),
    ...(first === undefined ? {} : { first }),
    ...(counted === undefined ? {} : { counted }),
    ...(per === undefined ? {} : { per }),
    ...(fact === undefined ? {} : { fact }),
    ...(yesNo === undefined ? {} : { yesNo }),
  };
};
