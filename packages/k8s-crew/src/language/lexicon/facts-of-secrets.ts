import type { AskedFact, Question } from "../condition.ts";

/** Questions for what is kept in Secrets and ConfigMaps, and from which of them something takes it. */
export const factsOfSecrets: readonly (readonly [fact: AskedFact, questions: readonly Question[]])[] = [
  [
    "secrets",
    [
      {
        before: "(?:where|from where|how|(?:from )?(?:which|what) secrets?) (?:does|do|is|did|are)(?: the)?",
        after:
          "(?:get|gets|take|takes|read|reads|load|loads|pull|pulls|receive|obtain|find|have)? ?(?:its|the|their|a|an|my)? ?(?:(?!from)\\w+ ){0,2}(?:passwords?|passwd|pw|credentials?|creds|logins?|api ?keys?|tokens?)(?: (?:from|come from|comes from|coming from|stored|defined|kept|configured))?",
      },
      {
        after:
          "(?:里|用)?的?(?:连接)?(?:数据库|db|登录|redis|mysql|api)?的?(?:密码|口令|凭证|凭据|密钥|token)(?:是|都|到底){0,4}(?:从|在|由|用)?(?:哪里?|哪儿|什么地方|哪个(?:secret|密钥)|什么secret)(?:来|拿|取|读|配|存|放|注入|设|获取|里)*(?:的|到的)?",
      },
    ],
  ],
  [
    "key",
    [
      {
        before:
          "(?:what is |what's |whats |show |tell me |give me |get )(?:me )?(?:the )?(?:value of |key |setting )?(?:the )?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+ (?:set to )?(?:in|of|from|on|for)(?: the)?",
      },
      {
        after:
          "(?:里面?|中|里边)?的? ?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+ ?(?:这个)?(?:的值|配置项?|设置|变量)?(?:现在)?(?:是|设的是|设成了?|配的是|等于)?(?:多少|什么|啥|几)",
      },
    ],
  ],
  [
    "secret",
    [
      {
        before:
          "(?:what is |what's |whats |show |tell me |give me |get )(?:me )?(?:the )?(?:\\w+ )?(?:passwords?|credentials?|api keys?|access keys?|login) (?:of|for|to|in)(?: the)?",
      },
      { after: "的? ?(?:登录)?(?:密码|口令|凭证|凭据|密钥内容)(?:是)?(?:多少|什么|啥|有哪些)?(?=[吗呢吧?!。.]*$)" },
      {
        before:
          "(?:show|tell|give|get|print|dump|reveal|decode|read|echo|output|cat)(?: me| us)?(?: out)? (?:the |its |all |a ){0,4}(?:\\w+ )?(?:passwords?|passwd|pw|credentials?|creds|api ?keys?|tokens?|secret values?|(?:decoded |plain ?text |base64 )+(?:values?|contents?|data)) (?:(?:that'?s|thats|that is|which is|stored|inside|kept|held) )*(?:of|for|to|in|from|inside)(?: the)?",
      },
      {
        before: "(?:show|tell|give|get|print|dump|reveal|decode|read)(?: me| us)?(?: the)?",
        after: "(?:passwords?|credentials?|api keys?)",
      },
      {
        after:
          "(?:里面?|中)?的?(?:那个)?(?:明文)?(?:密码|口令|凭证|凭据|密钥|token)(?:的)?(?:明文|内容|值)?(?:打印|显示|输出|贴|念|告诉|发|解码|给)(?:出来|我|一下|给我|看看)*(?=[吧?!。.\\s]*$)",
      },
    ],
  ],
];
