/** Talk that is about the assistant, or about nothing that it can do. */
export type Talk = "about_assistant" | "help" | "greeting" | "thanks" | "out_of_scope";

export const talkWords: Readonly<Record<Talk, readonly string[]>> = {
  about_assistant: [
    "你是真人, 你是真人还是机器人, 你是人, 你是人还是机器, 你是机器人, 你是 ai, 你是人工智能, 你是程序, 你是大模型, 你是什么模型, 你是 chatgpt",
    "你叫什么, 你叫什么名字, 你的名字是什么, 谁开发的你, 谁做的你, 你是真的人, 你是活人, 你是活的, 对面是真人, 是真人在回复, 介绍一下你自己, 自我介绍, 自我介绍一下",
    "are you a bot, are you a robot, are you human, are you a human, are you a person, are you a real person, are you real, are you an ai, are you ai",
    "are you a machine, are you a program, are you chatgpt, are you an llm, are you a language model, what are you, what's your name, what is your name",
    "who made you, who built you, am i talking to a human, am i talking to a bot, am i talking to a person, am i talking to a real person, is this a bot, is this a human, is this a real person",
    "bot or human, human or bot, introduce yourself, tell me about yourself, which model are you, what model are you",
  ],
  help: [
    "帮助, 使用帮助, 使用说明, 说明书, 怎么用, 怎么使用, 如何使用, 你能做什么, 你能干什么, 你能干嘛, 你会什么, 会些什么, 都会些什么",
    "你可以做什么, 能做什么, 能干什么, 有哪些功能, 有什么功能, 有哪些命令, 功能介绍, 使用指南, 你是谁",
    "你能帮我做什么, 你能帮我干什么, 你能帮我干啥, 你能干啥, 你会干啥, 你能做啥, 你会做什么, 你会做啥, 你会啥, 你可以干什么, 你可以干啥, 你都能干啥, 你都能干什么, 你都能做什么, 你都会什么, 你都会啥",
    "能干啥, 能做啥, 能干嘛, 会干啥, 有啥功能, 你有什么用, 你有啥用, 你能帮什么忙, 你能帮啥忙, 能帮我干啥, 能帮我做什么, 你是干什么的, 你是干嘛的, 你是干啥的, 你是做什么的, 怎么用你",
    "会干点啥, 会干点什么, 能干点啥, 能干点什么, 能做点啥, 能做点什么, 会做点啥, 会做点什么, 能搞点啥, 会搞点啥, 会整点啥, 会整些啥, 会干些啥, 会干些什么, 能干些啥, 能干些什么, 会点啥, 会点什么, 懂点啥, 你有哪些本领, 你有什么本事",
    "help, help me, usage guide, what can you do, what are you able to do, what can i do, what can i ask, how do i use this",
    "what can you do actually, what can u do, what can u do actually, what can u actually do, what can you really do, what can you even do, what else can you do, what is it you do, what do you know, what are you good for, what are you for, how can you help, how can you help me, what can i ask you, what can i say, what can i type, how does this work, who are you, what do you do, what are your features, commands, show help, get help",
    "what can you help with, what can you help me with",
  ],
  greeting: [
    "你好, 您好, 你好呀, 大家好, 哈喽, 嗨, 早, 早上好, 上午好, 下午好, 晚上好, 在吗, 在不在",
    "hi, hello, hey, hiya, howdy, good morning, good afternoon, good evening, greetings, hi there",
    "u there, you there, are you there, are u there, anyone there, anybody there, you awake, hello there, hey there, yo, sup, wassup, hola, g'day, morning all, evening all, hi all, hey all, hey folks",
  ],
  thanks: [
    "谢谢, 谢谢你的帮助, 感谢你的帮助, 谢谢帮助, 谢谢你, 多谢, 感谢, 谢啦, 谢了, 辛苦了, 太棒了",
    "thanks for your help, thanks for the help, thank you for your help, thanks, thank you, thx, ty, cheers, thanks a lot, thank you so much, thank you very much, many thanks",
    "great thanks, that's all, that's all for today, that's all for now, that is all, that'll be all, that's it for today, i'm done, i'm done for today, i am off, that's everything, calling it a day, you've been great",
    "a lifesaver, a life saver, lifesaver, life saver, a legend, legend, a star, a hero, a genius, a gem, a champ, an angel, a godsend, a wizard, the best, a peach, much love",
    "good night, have a good one, have a nice day, have a nice evening, nice work, good job, well done, you rock",
    "that helped, this helped, it helped, that helps, very helpful, that was helpful, super helpful, you helped, appreciate it, much appreciated, got it, got it thanks",
    "有帮助, 帮到我了, 帮大忙了, 懂了, 明白了, 知道了, 收到, 了解了",
    "辛苦, 辛苦啦, 辛苦你了, 下班, 下班了, 我下班了, 收工, 收工了, 先这样, 就这样, 先这样吧, 今天就到这, 今天就到这里, 没事了, 没别的事了, 撤了, 晚安, 干得漂亮, 给力",
  ],
  out_of_scope: [
    "什么破玩意, 破玩意, 真垃圾, 什么垃圾玩意, 真难用, 难用, 难用死了, 太难用了, 你真没用, 傻子, 笨死了, 真笨",
    "you suck, this sucks, this thing sucks, this tool sucks, it sucks, useless tool, you're useless, you are useless, this is useless, stupid bot, stupid thing, stupid tool, dumb bot, i hate this, i hate you, piece of crap",
    "天气, 气温, 下雨, 写诗, 写一首诗, 一首诗, 诗歌, 笑话, 段子, 讲个段子, 说个笑话, 冷笑话, 讲个故事, 股票, 股价, 翻译, 菜谱, 做饭, 新闻, 电影",
    "足球, 星座, 唱歌, 等于几, 等于多少, 几点了, 汇率, 机票, 旅游, 聊天, 彩票",
    "weather, poem, haiku, joke, song, story, stock price, stock market, translate, recipe, cook, news, movie",
    "football, horoscope, president, capital of, what time is it, bitcoin, exchange rate, flight, essay",
    "homework, birthday, meaning of life",
  ],
};

/** What the app itself does, said in words. A whole message only: "exit code 137" leaves nothing. */
export const commandWords: Readonly<Record<string, readonly string[]>> = {
  refresh: [
    "刷新, 刷新缓存, 刷新一下缓存, 刷新一下, 清空缓存, 清除缓存, 清理缓存, 重新扫描, 重新扫描一下, 重扫",
    "缓存刷新, 强制刷新",
    "refresh, refresh cache, refresh the cache, clear cache, clear the cache, flush cache, flush the cache",
    "rescan, re-scan, reload",
    "刷新列表, 刷新一下列表, 刷新这个列表, 刷新刚才的列表, 刷新一下刚才的列表, 刷新上一个列表, 刷新刚才的, 刷新一下刚才的, 再刷新一下, 刷新一遍",
    "refresh the list, refresh that list, refresh this list, refresh list, refresh the last list, refresh that, refresh it, reload the list, reload that, reload it",
  ],
  cache: [
    "缓存, 查看缓存, 看看缓存, 看一下缓存, 缓存状态, 缓存情况, 缓存里有什么, 缓存了什么, 缓存了哪些",
    "cache, show cache, show the cache, cache status, cache stats, what is cached, what's cached, what is in the cache, what's in the cache",
  ],
  cost: ["费用, 花费", "cost, costs"],
  models: [
    "用的什么模型, 用的哪个模型, 用什么模型, 用哪个模型, 你用的什么模型, 你用的哪个模型, 你用的是什么模型, 你用的是哪个模型, 现在用的是哪个模型, 现在用的是什么模型, 当前模型, 当前用的模型, 模型信息",
    "which model is this, what model is this, which model do you use, what model do you use, which model are you using, what model are you using, what llm are you using, which llm are you using, current model, which model answered, which model is in use",
  ],
  exit: ["退出, 结束对话, 再见, 拜拜", "exit, quit, bye, goodbye, good bye, bye bye, logout"],
  clear: ["清屏, 清空屏幕", "clear, clear screen, clear the screen, cls"],
};
