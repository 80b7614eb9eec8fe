import { readFile } from "node:fs/promises";
import { messageOf } from "../message-of.ts";
import type { Finding } from "./finding.ts";
import { type LocatedFile, readLocated } from "./located.ts";
import type { CrewFile } from "./types.ts";

/** Reads a file of agents or tasks; one that names none of them is a problem too. */
export async function readCrewFile(source: CrewFile, kind: "agent" | "task"): Promise<LocatedFile> {
  const read = typeof source === "string" ? await fromDisk(source) : readLocated(source.file, source.text);
  if (read.entries.length > 0 || read.problems.length > 0) return read;
  const message = `The file names no ${kind}.`;
  return { ...read, problems: [{ file: read.file, line: 1, key: "", message, remedy: `Write at least one ${kind}.` }] };
}

async function fromDisk(file: string): Promise<LocatedFile> {
  const failed = (problem: Omit<Finding, "file" | "key">): LocatedFile => ({
    file,
    entries: [],
    problems: [{ file, key: "", ...problem }],
    warnings: [],
  });
  try {
    const bytes = await readFile(file);
    const text = bytes.toString("utf8");
    if (isUtf8(bytes)) return readLocated(file, text);
    const line = text.slice(0, text.indexOf("\uFFFD")).split("\n").length;
    return failed({ line, message: "The file is not in UTF-8.", remedy: "Save it in UTF-8, as crewAI reads it." });
  } catch (error) {
    const message = `It cannot be read: ${messageOf(error)}.`;
    return failed({ line: 0, message, remedy: "Pass the path of the file, seen from where the program runs." });
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
