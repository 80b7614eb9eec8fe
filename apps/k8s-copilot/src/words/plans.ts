import type { WordTable } from "./table.ts";

/** Plans for vague wishes, and the playbooks that they follow. */
export const planWords = {
  aboutPlaybooks: { en: "list what vague wishes are answered with", zh: "列出应对笼统问题的步骤" },
  aboutPlanOnly: { en: "show the plan and run nothing of it", zh: "只显示计划，不执行" },
  examplePlaybooks: { en: "{program} playbooks -o json", zh: "{program} playbooks -o json" },
  playbookCalledBy: { en: "called by: {phrases}", zh: "这样说：{phrases}" },
  playbookBroken: {
    en: "{file}, line {line}: no valid YAML: {problem}",
    zh: "{file} 第 {line} 行：不是有效的 YAML：{problem}",
  },
  playbookFault: { en: "{file}, line {line}: {key}: {problem}", zh: "{file} 第 {line} 行：{key}：{problem}" },
  playbookRemedy: {
    en: "Correct these lines; “k8s-copilot playbooks -o json” shows the format by the built-in ones.",
    zh: "请改正这些行；格式可参考“k8s-copilot playbooks -o json”列出的内置步骤。",
  },
  playbookFolder: {
    en: "The folder of playbooks {folder} cannot be read: {cause}.",
    zh: "无法读取 playbooks 文件夹 {folder}：{cause}。",
  },
  playbookFolderRemedy: {
    en: "Name a folder with .yaml files under “playbooks:” in the config file; a relative path counts from that file.",
    zh: "请在配置文件的 playbooks: 下写一个放有 .yaml 文件的文件夹；相对路径从配置文件所在处算起。",
  },
} satisfies WordTable;
