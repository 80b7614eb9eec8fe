import type { Language } from "../output/output.ts";
import { fill } from "./fill.ts";

/** When a schedule of a CronJob runs, for the forms that most have. */
const words = {
  everyMinutes: { zh: "每 {every} 分钟", en: "every {every} {every|minute|minutes}" },
  everyHours: { zh: "每 {every} 小时的第 {minute} 分", en: "every {every} hours, at minute {minute}" },
  hourly: { zh: "每小时的第 {minute} 分", en: "every hour, at minute {minute}" },
  daily: { zh: "每天 {time}", en: "every day at {time}" },
  weekly: { zh: "{days} {time}", en: "{days} at {time}" },
  monthly: { zh: "每月 {day} 号 {time}", en: "on day {day} of every month at {time}" },
} as const;

const dayNames = {
  zh: ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
} as const;

/** Names for schedules (kubernetes.io, “CronJob”, schedule syntax). */
const macros: Readonly<Record<string, string>> = {
  "@hourly": "0 * * * *",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@weekly": "0 0 * * 0",
  "@monthly": "0 0 1 * *",
};

/** `30 6 * * 1-5` → `Monday to Friday at 06:30`. Undefined for a form that has no plain words. */
export const scheduleInWords = (language: Language, schedule: string): string | undefined => {
  const fields = (macros[schedule.trim()] ?? schedule.trim()).split(/\s+/u);
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = fields;
  if (fields.length !== 5 || month !== "*") return undefined;
  const say = (word: keyof typeof words, slots: Readonly<Record<string, string>>) => fill(words[word][language], slots);
  const isEveryDay = day === "*" && weekday === "*";
  const minutes = /^\*\/(\d+)$/u.exec(minute)?.[1] ?? (minute === "*" ? "1" : undefined);
  if (minutes !== undefined) return hour === "*" && isEveryDay ? say("everyMinutes", { every: minutes }) : undefined;
  if (!/^\d+$/u.test(minute)) return undefined;
  const hours = /^\*\/(\d+)$/u.exec(hour)?.[1];
  if (hours !== undefined) return isEveryDay ? say("everyHours", { every: hours, minute }) : undefined;
  if (hour === "*") return isEveryDay ? say("hourly", { minute }) : undefined;
  if (!/^\d+$/u.test(hour)) return undefined;
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  if (isEveryDay) return say("daily", { time });
  if (weekday === "*") return /^\d+$/u.test(day) ? say("monthly", { day, time }) : undefined;
  const days = day === "*" ? daysIn(language, weekday) : undefined;
  return days === undefined ? undefined : say("weekly", { days, time });
};

const daysIn = (language: Language, weekday: string): string | undefined => {
  const name = (number: string) => dayNames[language][Number(number) % 7] ?? "";
  const [, first, last] = /^([0-7])-([0-7])$/u.exec(weekday) ?? [];
  if (first !== undefined && last !== undefined)
    return language === "zh" ? `${name(first)}到${name(last)}` : `${name(first)} to ${name(last)}`;
  if (!/^[0-7](?:,[0-7])*$/u.test(weekday)) return undefined;
  return weekday
    .split(",")
    .map(name)
    .join(language === "zh" ? "、" : ", ");
};
