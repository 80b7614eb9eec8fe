/**
 * What is looked for in logs though nobody quotes it: how it is asked for, and what lines say of it (alternatives apart
 * by `|`). Programs log in English.
 */
export const loggedTroubles: readonly (readonly [said: string, logged: string])[] = [
  ["死锁|deadlocks?", "deadlock"],
  ["超时|time-?outs?|timed out", "timeout|timed out|time out|deadline exceeded|ETIMEDOUT"],
  ["慢查询|slow quer(?:y|ies)", "slow query|slow sql|duration:"],
  ["空指针|null ?pointers?|npe", "NullPointer|nil pointer|null pointer"],
  ["连接被?拒绝|拒绝连接|connection refused", "connection refused|ECONNREFUSED"],
  ["权限错误|权限问题|permission (?:errors?|problems?)", "permission denied|forbidden|EACCES|access denied"],
  ["内存溢出|out of memory", "out of memory|OutOfMemory|heap space"],
  ["证书错误|证书问题|certificate (?:errors?|problems?)", "x509|certificate|TLS handshake"],
];
