import type { Settings } from "./settings.ts";
import type { AppLanguage } from "./words.ts";

/** The flags that commands share, as commander hands them over. */
export type Options = {
  readonly namespace?: string;
  readonly allNamespaces?: boolean;
  readonly context?: string;
  readonly cluster?: string;
  readonly kubeconfig?: string;
  readonly sandbox?: boolean;
  readonly manifests?: string;
  readonly readOnly?: boolean;
  readonly input?: boolean;
  readonly color?: boolean;
  readonly model?: string;
  readonly offline?: boolean;
  readonly lang?: string;
  readonly output?: "text" | "json" | "jsonl";
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly cache?: boolean;
  readonly json?: boolean;
};

/** What a command starts with: its flags, the settings and the language. */
export type Ready = { readonly options: Options; readonly settings: Settings; readonly language: AppLanguage };
