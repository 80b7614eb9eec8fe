import type { WordTable } from "./table.ts";

/** Plans for vague wishes, and the playbooks that they follow. */
export const planWords = {
  enterRuns: { en: "(Enter runs it)", zh: "（直接回车即执行）" },
} satisfies WordTable;
