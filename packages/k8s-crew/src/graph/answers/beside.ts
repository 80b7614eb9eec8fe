import { capacityAnswer } from "../../report/capacity-answer.ts";
import { roomAnswer } from "../../report/room-answer.ts";
import { selectingAnswer } from "../../report/selecting-answer.ts";
import { useAnswer } from "../../report/use-answer.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";
import { isRead, meantRows, nameOf, type Tell } from "./compared-sides.ts";
import { placedRows, referringRows } from "./placed-rows.ts";

/** Lists that are held against each other, told together. A list that could not be read is told instead. */
export const besideText = (parts: Parts, { plan, language }: State, tell: Tell): string => {
  const steps = plan?.steps ?? [];
  const failed = steps.find((step) => step.failed !== undefined || !isRead(parts, step));
  const focus = steps[0]?.part?.focus ?? {};
  const isNeeded = failed?.part?.index === 0 || focus.beside !== "capacity";
  if (failed !== undefined && isNeeded) return failed.failed?.text ?? tell(failed);
  const looked = { language, width: parts.turn().width, now: parts.settings.now() };
  const of = (index: number) => steps.filter(({ part }) => part?.index === index);
  const rows = (index: number): readonly Row[] => placedRows(parts, of(index));
  const name = steps.map(nameOf).find((said) => said !== undefined);
  switch (focus.beside) {
    case "capacity":
      return capacityAnswer({ usage: rows(0), nodes: rows(1), pods: rows(2) }, looked);
    case "room":
      return roomAnswer(rows(0), referringRows(parts, of(1)), {
        ...looked,
        name: plan?.asked?.name ?? "",
        more: focus.more ?? 1,
      });
    case "services":
      return selectingAnswer(rows(0), meantRows(rows(1), name), { ...looked, name: name ?? "" });
    default:
      return useAnswer(rows(0), meantRows(referringRows(parts, of(1)), name), {
        ...looked,
        name,
        measured: focus.comparedBy?.includes("cpu") ? "cpu" : "memory",
        against: focus.beside === "requests" ? "requests" : "limits",
      });
  }
};
