import { findingText, renderDiagnosis } from "../diagnosis/render.ts";
import type { Diagnosis } from "../diagnosis/types.ts";
import type { Language } from "../language/types.ts";

/** Findings that are told of one thing of several. */
const findingLimit = 2;

type Told = {
  readonly language: Language;
  /** The cluster that kubectl goes to by itself. */
  readonly current: string | undefined;
};

/** The report of the only thing that was looked into; of several, what was found of each, without what was looked at. */
export const diagnosesText = (diagnoses: readonly Diagnosis[], { language, current }: Told): string => {
  const [only, ...others] = diagnoses;
  if (!only) return "";
  const textOf = ({ cluster }: Diagnosis) => ({
    language,
    ...(cluster === "" || cluster === current ? {} : { cluster }),
  });
  if (others.length === 0) return renderDiagnosis(only, textOf(only));
  return diagnoses
    .map((diagnosis) => shortText(diagnosis, textOf(diagnosis)))
    .filter((text) => text !== "")
    .join("\n\n");
};

const shortText = (diagnosis: Diagnosis, text: { readonly language: Language; readonly cluster?: string }): string => {
  const { target, state, cluster, findings } = diagnosis;
  const place = [target.namespace, cluster].filter((part) => part !== "").join(", ");
  const told = state === "" ? "" : `: ${state}`;
  if (findings.length === 0) return "";
  return [
    `▸ ${target.resource}/${target.name}${place === "" ? "" : ` (${place})`}${told}`,
    ...findings
      .slice(0, findingLimit)
      .map((finding, index) => findingText(finding, { ...text, number: index + 1, target })),
  ].join("\n");
};
