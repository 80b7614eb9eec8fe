/** Misuse of the library: `code` tells which, the message names the remedy. What can go wrong outside is never thrown. */
export class CrewError extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "CrewError";
    this.code = code;
  }
}
