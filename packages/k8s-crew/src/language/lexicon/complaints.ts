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
  "say, says, report, reports, complain, complains, can't, cannot, can not, are complaining, are reporting, is complaining, tell me, tell us, are saying".split(
    ", ",
  );

const each = (who: readonly string[], what: readonly string[], between: string): readonly string[] =>
  who.map((one) => what.map((said) => `${one}${between}${said}`).join(", "));

/** What people say of a trouble; each line lists phrases, separated by commas. */
export const complaints: readonly string[] = [
  ...each(zhPeople, zhSay, ""),
  ...each(people, say, " "),
  "nobody can, no one can, site is down, website is down, page is down, site gives, website gives, website throws, site throws, page gives, site returns, website returns",
];
