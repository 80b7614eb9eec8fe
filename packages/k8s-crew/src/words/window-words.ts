import type { TimeWord } from "../language/text/days.ts";
import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What stretches of time are called. */
const names: Readonly<Record<TimeWord, { readonly zh: string; readonly en: string; readonly enIn?: string }>> = {
  night: { zh: "昨晚", en: "last night" },
  dawn: { zh: "凌晨", en: "the small hours", enIn: "in the small hours" },
  morning: { zh: "上午", en: "this morning" },
  noon: { zh: "中午", en: "noon", enIn: "around noon" },
  afternoon: { zh: "下午", en: "the afternoon", enIn: "in the afternoon" },
  weekend: { zh: "周末", en: "the weekend", enIn: "over the weekend" },
  lastWeek: { zh: "上周", en: "last week" },
  yesterday: { zh: "昨天", en: "yesterday" },
  today: { zh: "今天", en: "today" },
  week: { zh: "本周", en: "this week" },
};

/** From when on logs and events are shown, where a day was said. */
const since = {
  today: { zh: "时间范围：今天 0 点以来。", en: "Time window: since midnight today." },
  yesterday: { zh: "时间范围：昨天 0 点以来。", en: "Time window: since midnight yesterday." },
  week: { zh: "时间范围：本周一 0 点以来。", en: "Time window: since Monday." },
} as const;

const words = {
  sinceClock: {
    zh: "时间范围：按“{name}”理解，{from} 以来（{zone}）。",
    en: "Time window: “{name}” is taken as since {from} ({zone}).",
  },
  hours: { zh: "时间范围：{from} 以来（{zone}）。", en: "Time window: since {from} ({zone})." },
  hoursClosed: {
    zh: "时间范围：{from} 至 {to}（{zone}）。读取时只能指定从何时开始，{to} 之后的也会列出。",
    en: "Time window: {from} to {to} ({zone}). Only where to begin can be asked for, so what came after {to} is shown as well.",
  },
  hoursBetween: { zh: " 在 {from} 至 {to}（{zone}）", en: "from {from} to {to} ({zone})" },
  hoursFrom: { zh: " 自 {from} 以来（{zone}）", en: "since {from} ({zone})" },
  restartsBetween: {
    zh: "只能看到 Pod 创建以来的重启总数和最近一次重启的时间；总数不为 0 时，其中几次在 {from} 至 {to}（{zone}）之间无法得知。",
    en: "Only the total since a pod was created and the time of its last restart are kept; where it is above 0, how many of those were from {from} to {to} ({zone}) cannot be told.",
  },
  restartsFrom: {
    zh: "只能看到 Pod 创建以来的重启总数和最近一次重启的时间；总数不为 0 时，其中几次在 {from} 以来（{zone}）无法得知。",
    en: "Only the total since a pod was created and the time of its last restart are kept; where it is above 0, how many of those were since {from} ({zone}) cannot be told.",
  },
  between: { zh: "{name}（{from} 至 {to}，{zone}）", en: "{name} ({from} to {to}, {zone})" },
  from: { zh: "{name}以来（{from} 至现在，{zone}）", en: "since {name} ({from} until now, {zone})" },
} as const;

/** `within`: as it stands beside what happened then (“over the weekend”). */
export const timeName = (language: Language, word: TimeWord, within = false): string =>
  (within && language === "en" ? names[word].enIn : undefined) ?? names[word][language];

export const sayTime = (language: Language, word: keyof typeof words, slots: Slots): string =>
  fill(words[word][language], slots);

const isDay = (word: TimeWord): word is keyof typeof since => word in since;

/** `to`: where it is over. */
type Clock = { readonly from: string; readonly zone: string; readonly to?: string };

/** From when on logs and events are read, told with the hour where a day alone does not say it. */
export const sayWindow = (language: Language, word: TimeWord | "hours", clock: Clock): string => {
  if (word === "hours") return sayTime(language, clock.to === undefined ? "hours" : "hoursClosed", clock);
  return isDay(word)
    ? since[word][language]
    : sayTime(language, "sinceClock", { name: timeName(language, word), ...clock });
};
