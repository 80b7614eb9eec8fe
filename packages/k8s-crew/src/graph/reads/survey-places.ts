import type { State } from "../state.ts";

/** The state once for each place of its plan. */
export const placesOf = (state: State): readonly State[] => {
  const { plan } = state;
  if (plan === null) return [state];
  const others = (plan.others ?? []).map(({ name, ...place }) => {
    const { name: _, ...focus } = plan.focus;
    return { ...state, plan: { ...plan, place, focus: name === undefined ? focus : { ...focus, name } } };
  });
  return [state, ...others];
};
