import type { Environment } from "../language.ts";

const isOn = (value: string | undefined): boolean => value !== undefined && !["", "0", "false"].includes(value);

/** Lists that move under the keys are for a person who sees a whole screen: not for a screen reader, a log or a robot. */
export const wantsPicker = (environment: Environment, plain: boolean): boolean =>
  !plain && environment.TERM !== "dumb" && !environment.NO_COLOR && !isOn(environment.CI);
