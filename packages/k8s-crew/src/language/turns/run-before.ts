import { en, zh } from "./short-turn.ts";

/** What leads to it: “no, from …”, “not this one, I want …”. */
const towards =
  "(?:(?:no|nope|not (?:this|that)(?: (?:one|run))?|that'?s the (?:new|current) one|i (?:mean|meant|want(?:ed)?|need)|the|its|it's|their|that|those|logs?|output|ones?|from|of|in|for|words?)[\\s,;.]+)*";
const gone = "(?:previous|earlier|last|prior|crashed|dead|died|old|older|former|failed|killed|terminated|exited)";
const life = "(?:one|run|container|instance|try|attempt|life|incarnation|start)";
const ended =
  "(?:crash(?:ed)?|die[ds]?|failed|restart(?:ed)?|exited|was (?:killed|restarted)|got (?:killed|restarted))";
const ofIt = "(?:'s)?(?: (?:logs?|output))?(?: i (?:mean|meant|want))?";

/** “From the run before”, “the crashed container's”: the log of what ran before the restart. */
export const runBefore = en(
  `${towards}(?:${gone} ${life}${ofIt}|${life} (?:before(?: (?:that|this|it|the (?:last )?(?:crash|restart)))?|(?:that |which )?${ended})${ofIt}|(?:from )?before (?:it|that|this)(?: ${ended})?|before (?:the|that|its) (?:last )?(?:crash|restart)|(?:the )?old logs?)`,
);

const hanTowards =
  "(?:(?:不是|不要|别看)(?:这一?次|现在|当前|这个|新)的?(?:容器)?[,，\\s]*)?(?:我)?(?:想|要|看|是)*(?:它|他)?的?";
const hanEnd = "(?:运行|跑|启动|崩溃?|挂掉?|死掉?|重启|退出|出错)";
const hanLife = "(?:容器|实例|进程|日志|输出)";

/** “上一次崩的”, “前一个容器的日志”, “崩之前的”. */
export const hanRunBefore = zh(
  `${hanTowards}(?:(?:上(?:一?[次轮回]|一?个)|前(?:一?[次轮]|一个)|之前|先前)(?:${hanEnd}|${hanLife})*(?:之前|以前|前|那一?次|那一?个)?|(?:旧|老)的?(?:那一?个)?(?=容器|日志|实例)|${hanEnd}+(?:之前|以前|前|那一?次|那一?个)|${hanEnd}的(?:那一?[次个])?(?=容器|日志))的?(?:那一?[次个])?的?${hanLife}?的?(?:日志|输出|log)?`,
);
