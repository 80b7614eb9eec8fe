import type { WordTable } from "./table.ts";

/** What is said where something can be picked. */
export const pickerWords = {
  pickSaid: { en: "send “{text}” as it is", zh: "直接发送“{text}”" },
  pickCount: { en: "{shown} of {total}", zh: "{total} 项中的 {shown} 项" },
  pickMove: { en: "Up/Down, Enter", zh: "上下键、回车选择" },
  pickType: { en: "type to narrow or reply", zh: "输入可筛选或回答" },
  pickClose: { en: "Esc: reply in words", zh: "Esc 改用文字回答" },
  pickBack: { en: "Tab: back to the list", zh: "Tab 回到列表" },
  pickQuickCommands: {
    en: "Type a number, press Down or Tab to pick, or say it in your own words:",
    zh: "输入数字，按下方向键或 Tab 选择，或用自己的话说：",
  },
  emptyReply: {
    en: "Nothing was sent. Reply with a number, a name or in your own words; “cancel” ends this.",
    zh: "没有发送任何内容。请回复编号、名称或用自己的话回答；“取消”可结束。",
  },
  aboutPlain: {
    en: "numbered lists instead of pickers, nothing that moves",
    zh: "用编号列表代替选择器，没有动态显示",
  },
} satisfies WordTable;
