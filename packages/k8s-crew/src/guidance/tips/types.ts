import type { DocumentationPage } from "../../words/documentation.ts";
import type { SuggestionKey } from "../suggestions.ts";

/** What an answer can show beside what was done, for a tip to fit it. */
export type Sign =
  | "troubleshooting"
  | "noLimits"
  | "noRequests"
  | "latestTag"
  | "noReadinessProbe"
  | "noLivenessProbe"
  | "singleReplica"
  | "barePod"
  | "privileged"
  | "runsAsRoot"
  | "defaultNamespace"
  | "restarted"
  | "empty"
  | "wrote"
  | "failed";

/** Something worth knowing. All conditions that are given have to hold; the narrowest tip that fits is shown. */
export type Tip = {
  readonly key: string;
  /** `view`, `verb resource` or `verb *`. */
  readonly done?: string;
  /** What is wrong with something that the answer shows. */
  readonly state?: RegExp;
  readonly sign?: Sign;
  readonly zh: string;
  readonly en: string;
  readonly page: DocumentationPage;
  /** A word of the glossary that says more. */
  readonly about?: string;
  /** A step that is offered with it; yes takes it. */
  readonly offer?: SuggestionKey;
};
