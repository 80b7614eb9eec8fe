import type { WordTable } from "./table.ts";

/** How long results are kept: the flag, and the rules of the config file. */
export const cacheWords = {
  aboutMaxAge: {
    en: "use no result older than this: 0 or a time such as 30s, 5m",
    zh: "不用比这更旧的结果：0 或 30s、5m 这样的时间",
  },
  times: { en: "0 or a time such as 30s, 5m, 1h30m", zh: "0，或者 30s、5m、1h30m 这样的时间" },
  cacheTtl: {
    en: "{file}, line {line}: {value} is no time to keep a result.",
    zh: "{file} 第 {line} 行：{value} 不是有效的缓存时间。",
  },
  cacheUntimed: {
    en: "{file}, line {line}: this cache rule has no ttl.",
    zh: "{file} 第 {line} 行：这条缓存规则没有写 ttl。",
  },
  cacheTtlRemedy: {
    en: "Write as ttl {times}; 0 reads anew every time.",
    zh: "ttl 可以是 {times}；0 表示每次都重新读取。",
  },
  cacheNameless: {
    en: "{file}, line {line}: {key} is {value}, which is no name.",
    zh: "{file} 第 {line} 行：{key} 的值 {value} 不是名称。",
  },
  cacheNameRemedy: {
    en: "Write the name as `k8s-copilot tools` shows it, or leave the line out.",
    zh: "写上 `k8s-copilot tools` 显示的名称，或者去掉这一项。",
  },
  cacheKey: {
    en: "{file}, line {line}: a cache rule cannot have {key}.",
    zh: "{file} 第 {line} 行：缓存规则里没有 {key} 这一项。",
  },
  cacheWord: {
    en: "{file}, line {line}: {key} of a cache rule cannot be {value}.",
    zh: "{file} 第 {line} 行：缓存规则的 {key} 不能是 {value}。",
  },
  cacheKnown: { en: "Use one of: {known}.", zh: "可以用：{known}。" },
  cacheRuleEmpty: {
    en: "{file}, line {line}: this cache rule does not say for what it is.",
    zh: "{file} 第 {line} 行：这条缓存规则没有说明针对什么。",
  },
  cacheRuleRemedy: {
    en: "Name at least one of verb, resource, tool and server beside ttl.",
    zh: "除了 ttl，请至少写上 verb、resource、tool、server 中的一项。",
  },
  cacheCapped: {
    en: "{file}, line {line}: nothing is kept longer than 24h, so {ttl} counts as 24h.",
    zh: "{file} 第 {line} 行：缓存最长 24h，{ttl} 按 24h 处理。",
  },
  cacheNoTool: {
    en: "A cache rule is for the tool {name}, which no server has.",
    zh: "有一条缓存规则针对工具 {name}，但没有服务器提供它。",
  },
  cacheNoServer: {
    en: "A cache rule is for the server {name}, which is not connected.",
    zh: "有一条缓存规则针对服务器 {name}，但没有连接它。",
  },
} satisfies WordTable;
