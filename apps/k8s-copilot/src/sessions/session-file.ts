import { closeSync, openSync } from "node:fs";
import Database from "libsql";
import { z } from "zod";
import { fileMode } from "./folder.ts";
import { type KeptTurn, readRow } from "./kept-turn.ts";

const aboutSchema = z.object({
  /** Of the file: one with another number was made by another version and cannot be gone on with. */
  format: z.number(),
  begun: z.number(),
  /** The server, and what it looks at. */
  heldWith: z.string(),
  user: z.string(),
  host: z.string(),
  version: z.string(),
});

export type About = z.infer<typeof aboutSchema>;

export const fileFormat = 1;

/** One conversation's file: what it is, its turns, and beside them the checkpoints. */
export type SessionFile = {
  readonly database: Database.Database;
  /** Undefined: nothing stands in it. */
  about(): About | undefined;
  setAbout(about: About): void;
  turns(): readonly KeptTurn[];
  /** The number of the turn, to end it with. */
  beginTurn(turn: { readonly at: number; readonly message: string }): number;
  endTurn(number: number, result: unknown): void;
  close(): void;
};

const tables = `
CREATE TABLE IF NOT EXISTS about (only INTEGER PRIMARY KEY CHECK (only = 1), value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS turns (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, message TEXT NOT NULL, result TEXT);
`;

/** Opens the file, made where there is none. Throws what SQLite and the disk have to say. */
export const openSessionFile = (file: string): SessionFile => {
  // What SQLite puts beside a file gets the file's own mode.
  closeSync(openSync(file, "a", fileMode));
  const database = new Database(file);
  try {
    database.pragma("journal_mode = WAL");
    // A process that is killed loses nothing; a computer that loses power may lose the last turn.
    database.pragma("synchronous = NORMAL");
    // Pages after which the log goes into the file: one megabyte is enough for a talk.
    database.pragma("wal_autocheckpoint = 256");
    database.pragma("busy_timeout = 2000");
    database.exec(tables);
  } catch (thrown) {
    database.close();
    throw thrown;
  }
  return {
    database,
    about: () => {
      const row = z.object({ value: z.string() }).safeParse(database.prepare("SELECT value FROM about").get());
      return row.success ? aboutSchema.safeParse(JSON.parse(row.data.value)).data : undefined;
    },
    setAbout: (about) => {
      database.prepare("INSERT OR REPLACE INTO about VALUES (1, ?)").run(JSON.stringify(about));
    },
    turns: () => database.prepare("SELECT at, message, result FROM turns ORDER BY number").all().flatMap(readRow),
    beginTurn: ({ at, message }) =>
      Number(database.prepare("INSERT INTO turns (at, message) VALUES (?, ?)").run(at, message).lastInsertRowid),
    endTurn: (number, result) => {
      database.prepare("UPDATE turns SET result = ? WHERE number = ?").run(JSON.stringify(result), number);
    },
    close: () => database.close(),
  };
};
