/**
 * Words that ask for how things are now, whatever was read a moment ago. A newest thing (“最新的 pod”) is none of them:
 * that is the youngest of a list.
 */
export const liveWords =
  /刷新|实时|重新(?:读取?|获取|拉取?|扫描?|加载|查)|重扫|\b(?:refresh|reload|rescan|re-scan|reread|re-read|refetch|re-fetch|uncached|live)\b/iu;

/** Who says one of these speaks of the cache itself, and of no list. */
export const cacheItself = /缓存|扫|cache|scan/iu;

/** The cache is to be left aside. Nothing else is meant by these words, so that they are no part of the request. */
export const cacheAside =
  /[,，;；(（]?\s*(?:请)?(?:(?:不要?|不能|别|勿)(?:再)?(?:用|走|读|使用|看)(?:任何|旧的?)?缓存|(?:绕过|跳过|忽略)缓存|(?:please\s+)?\b(?:do\s+not|don'?t)\s+(?:use|read|trust)\s+(?:the\s+|any\s+)?cache(?:d\s+\w+)?|\b(?:without|bypass(?:ing)?|skip(?:ping)?|ignor(?:e|ing)|no|not\s+from)\s+(?:using\s+)?(?:the\s+|any\s+)?cache)(?![-\w])\s*[)）]?/giu;
