/**
 * What is looked for in logs though nobody quotes it: how it is asked for, and what lines say of it (alternatives apart
 * by `|`). Programs log in English.
 */
export const loggedTroubles: readonly (readonly [said: string, logged: string])[] = [
  ["死锁|deadlocks?", "deadlock"],
  ["超时|time-?outs?|timed out", "timeout|timed out|time out|deadline exceeded|ETIMEDOUT"],
  ["慢查询|slow quer(?:y|ies)", "slow query|slow sql|duration:"],
  ["空指针|null ?pointers?|npe", "NullPointer|nil pointer|null pointer"],
  ["连接被?拒绝|拒绝连接|connection refused|refused connections?", "connection refused|ECONNREFUSED"],
  ["权限错误|权限问题|permission (?:errors?|problems?)", "permission denied|forbidden|EACCES|access denied"],
  ["内存溢出|out of memory", "out of memory|OutOfMemory|heap space"],
  ["证书错误|证书问题|certificate (?:errors?|problems?)", "x509|certificate|TLS handshake"],
  ["panics?", "panic"],
  ["堆栈|stack ?traces?|tracebacks?|back ?traces?", "traceback|stack trace|exception|panic|goroutine "],
  ["5xx|server errors", " 500| 501| 502| 503| 504"],
  ["4xx", " 400| 401| 403| 404| 409| 422| 429"],
  ...["500", "502", "503", "504", "429", "404"].map((code): readonly [string, string] => [`${code}(?:'?s)?`, code]),
  ["重试|retr(?:y|ies)", "retry|retries|retrying|backing off"],
  ["限流|rate ?limit(?:s|ed|ing)?|throttl(?:ed|ing)", "rate limit|throttl|too many requests| 429"],
];

/**
 * Levels of log lines: how people call them, what stands in a line of it, and whether the word alone means one. Errors
 * are found in more ways than by their level.
 */
export const loggedLevels: readonly (readonly [said: string, logged: string, alone: boolean])[] = [
  ["warn(?:ing)?s?|警告|告警", "warn", true],
  ["fatals?", "fatal", true],
  ["debug", "debug", false],
  ["info", "info", false],
];

/** What a log does with what it says. */
export const tells = {
  /** Behind “does web”. */
  does: "(?:say|log|print|write|mention|output|whine|moan|complain|grumble|scream|yell|talk|contain|include)",
  did: "(?:said|logged|printed|written|mentioned|complained|(?:logging|printing|writing|mentioning|saying|whining|moaning|complaining|grumbling|screaming|yelling|talking))",
  zh: "(?:提到|提及|提|说起|说|打印|打|输出|写|记录|记|报|抱怨|出现|包含|含有?|带)",
} as const;
