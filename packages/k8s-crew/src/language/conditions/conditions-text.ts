import type { Condition } from "../condition.ts";
import { inTurn, type Taking, takeAll } from "../text/pattern.ts";

/** “using the nginx image”, “image contains redis”, “用了 nginx 镜像的”: a part of the image's name. */
export const takeImages = (text: string): Taking =>
  inTurn(
    text,
    patterns.map((pattern) => (rest: string) => takeAll(rest, pattern, ({ groups }) => imageIn(groups?.image ?? ""))),
  );

const name = String.raw`["']?(?<image>[A-Za-z0-9][\w./:@-]*)["']?`;
const usesEn = String.raw`(?<![A-Za-z])(?:(?:that|which)\s)?(?:are\s|is\s)?(?:using|use|uses|running|run|runs|with|based on|built from)\s(?:on\s)?`;

const patterns = [
  String.raw`${usesEn}(?:the\s|an?\s)?(?:container\s)?images?\s(?:name\s)?(?:named\s|called\s|containing\s|like\s|from\s|tag\s|tagged\s)?${name}`,
  String.raw`${usesEn}(?:the\s|an?\s)?${name}\s(?:container\s)?images?(?![A-Za-z])`,
  String.raw`(?:whose\s)?images?\s(?:name\s|tag\s)?(?:contains?|containing|includes?|including|matching|matches|like|starting with|starts with|=)\s?${name}`,
  String.raw`whose\simages?\s(?:is|are)\s${name}`,
  `(?:用了|使用了|用的是|使用的是|用的|使用的|使用|用|跑的是|跑的|基于)\\s?${name}\\s?(?:的)?(?:这个)?镜像`,
  `镜像(?:名称?|名字|地址|版本|tag)?(?:里|中|名)?\\s?(?:是|为|包含了?|含有?|里?有|带有?|叫|用的是|=)\\s?${name}`,
].map((pattern) => new RegExp(pattern, "iu"));

/** Words that stand where a name could and are none. */
const noName =
  /^(?:the|a|an|and|or|what|which|this|that|it|is|are|in|on|of|from|for|image|images|old|new|wrong|same|right|latest)$/iu;

const imageIn = (image: string): readonly Condition[] =>
  noName.test(image)
    ? latestIn(image)
    : [{ field: "image", comparison: "contains", value: image.replace(/[.:/-]+$/u, "") }];

/** “the latest image” names the tag. */
const latestIn = (image: string): readonly Condition[] =>
  /^latest$/iu.test(image) ? [{ field: "image", comparison: "contains", value: ":latest" }] : [];
