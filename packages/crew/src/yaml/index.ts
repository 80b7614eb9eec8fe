export type { Finding } from "./finding.ts";
export { CrewFilesError, type LoadedCrew, type LoadOptions, loadCrew } from "./load-crew.ts";
export type { Assignment, CrewBindings, CrewFile, CrewFiles } from "./types.ts";
