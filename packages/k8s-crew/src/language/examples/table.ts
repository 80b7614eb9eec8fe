import { changeMeanings } from "./meanings/changes.ts";
import { contentMeanings } from "./meanings/contents.ts";
import { logMeanings } from "./meanings/logs.ts";
import { networkMeanings } from "./meanings/network.ts";
import { placeMeanings } from "./meanings/places.ts";
import { stateMeanings } from "./meanings/state.ts";
import { otherMeanings, talkMeanings } from "./meanings/talk.ts";
import { troubleMeanings } from "./meanings/trouble.ts";
import { usageMeanings } from "./meanings/usage.ts";
import { writeMeanings } from "./meanings/writes.ts";
import type { Meaning } from "./types.ts";

/** All that people are known to mean, and how they say it. */
export const meanings: readonly Meaning[] = [
  ...logMeanings,
  ...troubleMeanings,
  ...stateMeanings,
  ...contentMeanings,
  ...usageMeanings,
  ...networkMeanings,
  ...placeMeanings,
  ...changeMeanings,
  ...writeMeanings,
  ...talkMeanings,
  ...otherMeanings,
];
