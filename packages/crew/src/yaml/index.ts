export { CrewFilesError, type LoadedCrew, type LoadOptions, loadCrew } from "./load-crew.ts";
export type { Finding } from "./located.ts";
export type { Assignment, CrewBindings, CrewFile, CrewFiles } from "./types.ts";
