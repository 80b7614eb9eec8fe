import type { Language } from "../output/output.ts";
import { bracketed, fill, listOf } from "./fill.ts";

type Both = Readonly<Record<Language, string>>;

const days: readonly Both[] = [
  { zh: "周日", en: "Sunday" },
  { zh: "周一", en: "Monday" },
  { zh: "周二", en: "Tuesday" },
  { zh: "周三", en: "Wednesday" },
  { zh: "周四", en: "Thursday" },
  { zh: "周五", en: "Friday" },
  { zh: "周六", en: "Saturday" },
];

const nicknames: Readonly<Record<string, string>> = {
  "@hourly": "0 * * * *",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@weekly": "0 0 * * 0",
  "@monthly": "0 0 1 * *",
};

const sentences = {
  everyMinutes: { zh: "每 {count} 分钟", en: "every {count} {count|minute|minutes}" },
  everyHours: { zh: "每 {count} 小时的第 {minute} 分", en: "every {count} hours at minute {minute}" },
  hourly: { zh: "每小时的第 {minute} 分", en: "every hour at minute {minute}" },
  daily: { zh: "每天 {time}", en: "every day at {time}" },
  weekly: { zh: "每{days} {time}", en: "every {days} at {time}" },
  weekdays: { zh: "周一到周五 {time}", en: "Monday to Friday at {time}" },
  monthly: { zh: "每月 {day} 日 {time}", en: "on day {day} of every month at {time}" },
} satisfies Readonly<Record<string, Both>>;

/** What a schedule comes to in words, where it is one of the plain ones that most are; undefined for all others. */
export const cronText = (language: Language, schedule: string): string | undefined => {
  const parts = (nicknames[schedule.trim()] ?? schedule).trim().split(/\s+/u);
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = parts;
  if (parts.length !== 5 || month !== "*") return undefined;
  const say = (sentence: keyof typeof sentences, slots: Readonly<Record<string, string | number>>) =>
    fill(sentences[sentence][language], slots);
  const everyDay = day === "*" && weekday === "*";
  const step = /^\*\/(\d+)$/u.exec(minute)?.[1] ?? (minute === "*" ? "1" : undefined);
  if (step !== undefined) return everyDay && hour === "*" ? say("everyMinutes", { count: Number(step) }) : undefined;
  if (!/^\d{1,2}$/u.test(minute)) return undefined;
  const hours = /^\*\/(\d+)$/u.exec(hour)?.[1];
  if (everyDay && hour === "*") return say("hourly", { minute });
  if (everyDay && hours !== undefined) return say("everyHours", { count: Number(hours), minute });
  if (!/^\d{1,2}$/u.test(hour)) return undefined;
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  if (everyDay) return say("daily", { time });
  if (day === "*" && weekday === "1-5") return say("weekdays", { time });
  if (day === "*" && /^[0-7](?:,[0-7])*$/u.test(weekday)) {
    const named = weekday.split(",").map((each) => days[Number(each) % 7]?.[language] ?? each);
    return say("weekly", { days: listOf(language, named), time });
  }
  return weekday === "*" && /^\d{1,2}$/u.test(day) ? say("monthly", { day, time }) : undefined;
};

/** `0 5 * * *` and what that comes to. */
export const scheduleText = (schedule: string, language: Language): string => {
  const plain = cronText(language, schedule);
  return plain === undefined ? schedule : `${schedule}${bracketed(language, plain)}`;
};
