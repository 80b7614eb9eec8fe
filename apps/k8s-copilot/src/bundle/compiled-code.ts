import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Script, type ScriptOptions } from "node:vm";
import { crc32 } from "node:zlib";

/**
 * What V8 made of the bundle's files, kept from run to run: to parse and compile them takes longer than all else at the
 * start. Node 22 does this itself (`module.enableCompileCache`), Node 20 does not. It only
 * saves time: whatever cannot be read or written, does not fit or is damaged, is passed over silently.
 */
export type CompiledCode = {
  /** `name` is the file's in the bundle. */
  script(name: string, source: Source, options: ScriptOptions): Script;
  /** Writes down what is new. To be called at the end of the process, when V8 has compiled what the run needed. */
  keep(): void;
};

/** What stands in the file, and what the script is made of it. */
type Source = { readonly bytes: Buffer; readonly text: string };

type Used = { readonly path: string; readonly bytes: Buffer; readonly script: Script; readonly kept: Kept | undefined };

type Kept = { readonly data: Buffer; readonly ageMs: number };

/** V8 compiles a function when it is first called, so what is kept grows when it is looked at again now and then. */
const renewAfterMs = 3_600_000;

export const createCompiledCode = (folder: string): CompiledCode => {
  const used: Used[] = [];
  return {
    script: (name, { bytes, text }, options) => {
      const path = join(folder, `${name}.bin`);
      const kept = readKept(path, bytes);
      const script = new Script(text, kept === undefined ? options : { ...options, cachedData: kept.data });
      used.push({ path, bytes, script, kept: script.cachedDataRejected === true ? undefined : kept });
      return script;
    },
    keep: () => {
      try {
        const old = used.filter(({ kept }) => kept === undefined || kept.ageMs > renewAfterMs);
        if (old.length > 0) mkdirSync(folder, { recursive: true, mode: 0o700 });
        for (const each of old) renew(each);
      } catch {}
    },
  };
};

/** In front of the data stand checksums of the file and of the data: V8 itself trusts both, and crashes on damage. */
const headerBytes = 8;

const readKept = (path: string, file: Buffer): Kept | undefined => {
  try {
    const bytes = readFileSync(path);
    const data = bytes.subarray(headerBytes);
    if (bytes.readUInt32LE(0) !== crc32(file) || bytes.readUInt32LE(4) !== crc32(data)) return undefined;
    return { data, ageMs: Date.now() - statSync(path).mtimeMs };
  } catch {
    return undefined;
  }
};

/** After a long run V8 has dropped what it compiled at the start, so less never takes the place of more. */
const renew = ({ path, bytes, script, kept }: Used): void => {
  const data = script.createCachedData();
  if (kept !== undefined && data.length <= kept.data.length) {
    const now = new Date();
    utimesSync(path, now, now);
    return;
  }
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32LE(crc32(bytes), 0);
  header.writeUInt32LE(crc32(data), 4);
  writeFileSync(path, Buffer.concat([header, data]), { mode: 0o600 });
};
