/**
 * Chinese that no table knows and that changes nothing in what is asked: it counts, hurries, sighs, or says once more
 * what another word says. What is left of a stretch without it is said to be unread. Each line lists words, apart by
 * spaces.
 */
export const unsaidWords: readonly string[] = [
  "一共 总共 总计 合计 共计 加起来 一个 一下子 东西 多少 多大 多久 多高 几台 几个 几核 几次 第几 啥意思 意思 时候 啥时候 啥样 这么多 那么多 这多 那多",
  "昨晚 昨天 今晚 今早 上午 下午 晚上 半小时 小时 分钟 天多 多了 之后 以后 以来 期间 左右 大约 差不多 实际 其实 后面 前面 旁边 上面 下面 外面",
  "等等 等会 稍等 哎呀 哎哟 烦死 气死 急死 急急急 快快 救急 不好意思 打扰 拜托 辛苦 老板 老师 大佬 大哥 兄弟 同学 各位 哥们 亲爱 小助手 助手 机器人",
  "没有 有没 起来没 没啥 是啥 干啥 咋样 咋办 咋弄 咋整 怎样 为何 谁占 占用 类型 种类 默认 规则 忽略 证明 成功 发布 第一 第二 第三 最后 首先",
  "访问 超时 调度 跑着 在跑 跑得 正在 现存 存在 已有 目前 眼下 眼前 手里 名下 底下 里头 之类 等等 相关 有关 关于 对应 所属 所在 各自 分别 每一 全体",
  "来看 来查 来个 看见 看清 瞅 瞅瞅 瞄 翻翻 搞 弄 弄一 整一 帮看 帮查 帮俺 俺 咱 咱家 咱这 这边 那边 这儿 那儿 哪儿 哪里 这台 那台 这次 那次 这种 那种 呢亲 亲亲 亲 哒 嘞 哈 呗 嘛 哇 哟 咯 呐 嗯嗯 哦哦 们",
  "截图 麻烦 劳烦 有劳 烦请 方便 的话 如果 要是 可能 也许 估计 大致 顺手 随手 直接 单独 仔细 认真 重新 依次 逐个 一起 一并 完整 简单 简短 长话短说",
  "一眼 一圈 一遍 一份 来一份 运行 一句 滚动 以外 之外 重建 依赖 密码 权限 端口 版本 平均 差多少 放行 没人 昨天改",
].flatMap((line) => line.split(" "));
