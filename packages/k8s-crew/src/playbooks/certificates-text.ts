import type { Language } from "../language/types.ts";
import type { Plan } from "../plan/types.ts";
import { sayCertificate } from "../words/certificate-words.ts";
import type { LookResult } from "./look-chain.ts";

/** The type of the Secrets that hold a certificate. */
export const certificateType = "kubernetes.io/tls";

/** Whether and where it is told when certificates expire; empty where a plan does not look for any. */
export const certificatesHeadline = (
  { steps, playbook }: Plan,
  { looks, language }: { readonly looks: readonly LookResult[]; readonly language: Language },
): string => {
  const isUnable = playbook?.unable.some(({ resource }) => resource === "certificate") === true;
  if (!isUnable && !steps.some(({ look }) => look?.type === certificateType)) return "";
  const rowsOf = (isMeant: (step: Plan["steps"][number]) => boolean) =>
    looks.flatMap(({ stepId, listing }) =>
      steps.some((step) => step.id === stepId && isMeant(step)) && listing.kind === "listed" ? listing.items : [],
    );
  const secrets = rowsOf(({ look }) => look?.type === certificateType);
  const told = rowsOf(({ look }) => look?.resource === "certificate").some(
    ({ fields }) => fields.expires !== undefined,
  );
  const isSeen = steps.some(({ look }) => look?.type === certificateType);
  const word = told ? "told" : secrets.length > 0 || !isSeen ? "untold" : "none";
  return [sayCertificate(language, word), sayCertificate(language, "onesOwn")].join("\n");
};
