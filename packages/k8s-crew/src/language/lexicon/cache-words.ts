/** How a wish about the cache is said: what is done to it, what stands before it, and what follows. */
const chineseEmptying =
  "清除|清空|清理|清掉|清洗|清|删除|删掉|删了|删|移除|去掉|丢弃|丢掉|扔掉|重置|作废|失效|更新|刷新|刷|重建|重新(?:读取?|获取|拉取?|扫描?|加载|生成|建立|查询?|刷新)";

const englishEmptying =
  "delete|remove|drop|clear(?: out)?|empty|flush|purge|wipe(?: out)?|reset|invalidate|discard|throw away|clean(?: up| out)?|expire|evict|bust|renew|update|refresh|reload|rebuild|rescan|re-scan|reread|re-read|refetch|re-fetch";

const chineseAnew = "(?:强制)?刷新|重新(?:读取?|获取|拉取?|扫描?|加载|查询?|刷新)|重扫";
const englishAnew = "refresh|reload|rescan|re-scan|reread|re-read|refetch|re-fetch";

const chineseLead = "(?:请|麻烦|帮我|帮忙|给我|你|再|能不能|可以|我想|我要|\\s)*";
const englishLead =
  "(?:please |can you |could you |would you |just |let's |go ahead and |now |i want to |i'd like to )*";
const some = "(?:\\s*(?:一下子?|下|一遍|一次|掉|了))*";
const chineseEnd = "(?:\\s*(?:一下|下|一遍|一次|掉|了|吧|呗|啊|吗|好吗|谢谢))*[\\s。.!！?？~]*";
const englishEnd = "(?: please| now| thanks| for me| again| once more)*[\\s.!?]*";

const pattern = (source: string): RegExp => new RegExp(`^${source}$`, "iu");

/** What is to be emptied stands as `of`; `verb` and `article` tell a thing that is called cache apart. */
export const cacheEmptied: readonly RegExp[] = [
  pattern(
    `${chineseLead}(?<verb>${chineseEmptying})${some}\\s*(?<of>[^,，;；。\\n]{0,80}?)\\s*(?<cache>缓存|cache)(?:数据|内容)?${chineseEnd}`,
  ),
  pattern(
    `${chineseLead}[把将对]?\\s*(?<of>[^,，;；。\\n]{0,80}?)\\s*(?<cache>缓存|cache)(?:数据|内容)?\\s*(?:都|全部?|给我|给|进行|\\s)*(?<verb>${chineseEmptying})${chineseEnd}`,
  ),
  pattern(
    `${englishLead}(?<verb>${englishEmptying}) (?<article>(?:the|all(?: of)?(?: the)?|any|your|my|this|that) )?(?<of>[^,;\\n]{0,80}? )?(?<cache>caches?|cached (?:data|results|lists))(?: (?:of|for|in|on|from) (?<place>[^,;\\n]{1,80}?))?${englishEnd}`,
  ),
];

/** Nothing is named but that it is to be read again. */
export const readAnew: readonly RegExp[] = [
  pattern(
    `${chineseLead}(?:${chineseAnew})${some}\\s*(?:这个|那个|刚才的?|上一个|一下|\\s)*(?:列表|数据|结果|清单)?${chineseEnd}`,
  ),
  pattern(`${chineseLead}更新${some}\\s*(?:这个|那个|刚才的?|上一个)?(?:列表|数据|清单)${chineseEnd}`),
];

/** A place is to be read anew. */
export const placeAnew: readonly RegExp[] = [
  pattern(`${chineseLead}(?:${chineseAnew})${some}\\s*(?<place>[^,，;；。\\n]{1,80}?)${chineseEnd}`),
  pattern(`${englishLead}(?:${englishAnew}) (?<place>[^,;\\n]{1,80}?)${englishEnd}`),
];

/** Everything that is kept, as the argument of `/refresh` says it. */
export const everythingKept =
  /^(?:(?:the|all|whole|entire|your|my|of|local|kept|stale|old)\b\s*)*(?:all|everything|whole|entire|caches?|lists?)?$|^(?:(?:所有|全部|一切|整个|全|当前|本地|现在|旧|你|助手|这个|那些|这些)\s*的?\s*)*(?:缓存|列表|内容|cache)?(?:全部|所有)?$/iu;

const placeKinds = String.raw`(?:(?<namespace>namespaces?|ns|命名空间|名字空间)|(?<cluster>clusters?|context|集群))(?!\B\w)`;
const placeName = String.raw`(?<name>[a-z0-9][-\w.:/@]*)`;

/** A place with its kind before or after its name. */
export const kindThenName = pattern(String.raw`(?:the )?${placeKinds}[\s:：=“"']*${placeName}[”"']?`);
export const nameThenKind = pattern(
  String.raw`(?:the )?[“"']?${placeName}[”"']?(?:\s+|(?=[命名集这]))(?:这个)?${placeKinds}`,
);

/** Verbs that as well say what becomes of a thing, which may be called cache. */
export const alsoOfThings = /^(?:delete|remove|update|reset|rebuild|renew|删|移除|去掉|更新|重置|重建)/iu;

/** More is asked for than the cache. */
export const joined = /[并再]|然后|接着|以及|(?:清空|清除|删除|刷新)|\b(?:and|then)\b/iu;
