/** The time that a server puts before a line, to the nanosecond. */
const atStart = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\.(\d{3})\d{1,6}(Z|[+-]\d{2}:\d{2})(?=\s)/gm;

/** Below this width a line has no room for parts of a second. */
const wideEnough = 80;

/** Nobody reads nanoseconds: they are cut to milliseconds, on a narrow screen to seconds. What a program wrote stays. */
export const shortTimes = (log: string, width: number): string =>
  log.replace(atStart, width < wideEnough ? "$1$3" : "$1.$2$3");
