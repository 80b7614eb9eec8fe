import { createHmac, randomBytes } from "node:crypto";

export type Fence = (label: string, text: string) => string;

/**
 * Puts untrusted text between marks that it cannot know. The same text gets the same marks, so that a request that grows
 * keeps its beginning byte for byte.
 */
export const createFence = (): Fence => {
  const key = randomBytes(16);
  return (label, text) => {
    const mark = createHmac("sha256", key).update(`${label}\n${text}`).digest("hex").slice(0, 8);
    return `<<${label} ${mark}\n${text}\n${mark}>>`;
  };
};
