import { resources } from "../catalog/resources.ts";
import type { Language } from "../language/types.ts";
import { sayOfModel } from "../words/model-claims.ts";

const english = resources.flatMap(({ words }) => words.filter((word) => word.length > 2)).join("|");
const chinese = resources.flatMap(({ zh }) => zh).join("|");

/** “42 pods”, “42 个 Pod”. */
const counted = new RegExp(
  String.raw`(?<![\w.-])(\d+) ((?:[\w-]+ )?(?:${english})s?)\b|(?<![\w.-])(\d+) ?(?:个|台|条)? ?(${english}|${chinese})`,
  "giu",
);

/** Everything is well, said of results that show trouble. */
const allFine =
  /\b(?:all|every|everything|both)\b[^.!?\n]{0,40}\b(?:healthy|fine|ok|running|ready|normal|up)\b|(?:都|全部|均|一切)[^。！？\n]{0,12}(?:正常|健康|就绪|运行|没(?:有)?问题)/iu;

/** States and reasons as Kubernetes writes them, said of a thing and not denied of it. */
const state =
  /(?<!\b(?:not|no|never|without|isn['’]t|wasn['’]t) (?:an? )?|[没不非无]有?是?)(?<![\w-])(?:CrashLoopBackOff|ImagePullBackOff|ErrImagePull|OOMKilled|CreateContainer(?:Config)?Error|ContainerCreating|Evicted|NotReady|FailedScheduling|FailedMount|FailedAttachVolume|Unschedulable|DiskPressure|MemoryPressure|PIDPressure|NodeLost|DeadlineExceeded|BackoffLimitExceeded)(?![\w-])/gu;

/** “Not all pods are running” says that some are not. */
const denied = /(?:\bnot|n't|不是|并非|不)\s*(?:所有的?\s?\S{0,8}\s?)?$/iu;

const trouble =
  /\b(?:CrashLoopBackOff|ImagePullBackOff|ErrImagePull|OOMKilled|CreateContainerConfigError|Evicted|NotReady|FailedScheduling|Pending|Failed)\b/u;

/** Counts and states that no result, fact or message has are marked. */
export const withCountsMarked = (text: string, known: string, language: Language): string => {
  const marked = text.replace(counted, (said, ...groups) =>
    hasCount(known, String(groups[0] ?? groups[2])) ? said : sayOfModel(language, "otherCount", { text: said }),
  );
  return marked.replace(state, (said) =>
    known.toLowerCase().includes(said.toLowerCase()) ? said : sayOfModel(language, "otherState", { text: said }),
  );
};

/** That all is well is marked where results show trouble; for where nothing was read that it could be held against. */
export const withTroubleMarked = (text: string, known: string, language: Language): string =>
  text.replace(allFine, (said, offset: number) =>
    trouble.test(known) && !denied.test(text.slice(0, offset))
      ? sayOfModel(language, "notAllFine", { text: said })
      : said,
  );

const hasCount = (known: string, number: string): boolean =>
  new RegExp(String.raw`(?<![\w.-])${number}(?![\w.-])`, "u").test(known);
