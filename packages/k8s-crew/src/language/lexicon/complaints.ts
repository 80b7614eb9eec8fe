/** Who tells of a trouble without calling anything by its name. */
const zhPeople =
  "用户, 客户, 顾客, 有人, 同事, 业务, 业务方, 老板, 领导, 医生, 护士, 老师, 学生, 司机, 商家, 客服, 前台, 测试同学".split(
    ", ",
  );
const zhSay = "说, 反馈, 反映, 投诉, 报告, 抱怨, 吐槽, 那边, 没法, 无法, 不能".split(", ");
const people =
  "users, customers, people, clients, doctors, nurses, students, teachers, drivers, colleagues, developers, testers, players, radiologists, support, sales, the boss, my boss, somebody, someone, everybody, everyone".split(
    ", ",
  );
const say =
  "don't get, do not get, didn't get, aren't getting, are not getting, don't receive, no longer get, get no, never get, say, says, report, reports, complain, complains, can't, cannot, can not, are complaining, are reporting, is complaining, tell me, tell us, are saying".split(
    ", ",
  );

const each = (who: readonly string[], what: readonly string[], between: string): readonly string[] =>
  who.map((one) => what.map((said) => `${one}${between}${said}`).join(", "));

/** What people say of a trouble; each line lists phrases, separated by commas. */
export const complaints: readonly string[] = [
  ...each(zhPeople, zhSay, ""),
  ...each(people, say, " "),
  "we're not getting, we are not getting, we aren't getting, not getting any, no longer getting, we don't get, we get no, i get no, we're not seeing, we don't see, we can't see, nothing comes in, nothing is coming in, nothing coming in, stopped coming, stopped arriving, nothing arrives, nothing is arriving",
  "收不到, 没收到, 收不到了, 一直没收到, 刷不出来, 加载不出来, 出不来了, 没有新的了, 不更新了, 没更新了, 好久没更新",
  "nobody can, no one can, site is down, website is down, page is down, site gives, website gives, website throws, site throws, page gives, site returns, website returns",
];
