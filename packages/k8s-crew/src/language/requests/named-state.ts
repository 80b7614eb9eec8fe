import type { Condition } from "../condition.ts";
import type { RequestFields } from "../types.ts";

/** “Error 的”, “failed pods”: the state that pods are in by that name. “Broken” and “有问题的” are whatever is in trouble. */
const failedState =
  /(?<![\w-])(?:failed|errored|error(?:[ -]?(?:state|status|phase))?)(?=\s+(?:pods?|ones?)(?![\w-]))|(?<![\w-])in (?:the |an )?(?:(?:state|status|phase) )?(?:error|failed)(?: state| status| phase)?(?![\w-])|(?<![\w-])(?:status|state|phase)\s?(?:is|are|of|=|:)?\s?(?:error|failed)(?![\w-])|(?<![\w-])(?:error|failed)\s?(?:状态)?的|失败(?:状态)?的|(?:处于|状态(?:是|为)?)\s?(?:error|failed|失败)/iu;

const isFailed: Condition = { field: "status", comparison: "is", value: "failed" };

/** Pods of a state that is named are those of that state, and no others that are in trouble as well. */
export const ofNamedState = (fields: RequestFields, text: string): RequestFields => {
  const { quality, ...rest } = fields;
  const { kind, verb, resource, name, conditions = [] } = fields;
  const isOfPods = kind === "request" && (verb === "list" || verb === "delete") && resource === "pod";
  const isWide = quality === "errors" || quality === "broken";
  if (!isOfPods || !isWide || name !== undefined || !failedState.test(text)) return fields;
  return { ...rest, conditions: [...conditions, isFailed] };
};
