import { readDuration } from "../language/index.ts";
import { formatAge } from "../results/age.ts";
import type { Entity } from "./entities.ts";

export const windowEntity = (seconds: number, origin: Entity["origin"]): Entity => ({ value: `${seconds}s`, origin });

export const secondsOfWindow = ({ value }: Entity): number | undefined => readDuration(value);

/** As a person reads it: `10m`. */
export const windowText = (entity: Entity): string => {
  const seconds = secondsOfWindow(entity);
  return seconds === undefined ? entity.value : formatAge(seconds);
};
