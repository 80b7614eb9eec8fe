import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { type CompiledCode, createCompiledCode } from "./compiled-code.ts";

/** Runs a file of the bundle, and what it requires of the bundle, with what V8 made of them in earlier runs. */
export const load = (folder: string, file: string): void => {
  // Reading a sentence runs hundreds of regular expressions. V8 makes bytecode of each at first, and compiles it again on
  // its second run; compiled at once, an `ask` takes an eighth less processor time (1.12 s instead of 1.27 s).
  setFlagsFromString("--no-regexp-tier-up");
  const compiled = createCompiledCode(compiledFolder(process.env.XDG_CACHE_HOME));
  process.on("exit", compiled.keep);
  createLoader(folder, compiled)(file);
};

/** One folder for each Node, because one cannot use what another compiled. It may be deleted at any time. */
const compiledFolder = (base: string | undefined): string =>
  join(
    base !== undefined && isAbsolute(base) ? base : join(homedir(), ".cache"),
    "k8s-copilot",
    `${process.version}-${process.arch}`,
  );

const [head, tail] = ["(function(exports,require,module,__filename,__dirname){", "\n})"];

/** Modules as Node's own loader runs them, which offers no way to hand compiled code in. */
const createLoader = (folder: string, compiled: CompiledCode) => {
  const loaded = new Map<string, { exports: unknown }>();
  const loadFile = (file: string): unknown => {
    const before = loaded.get(file);
    if (before !== undefined) return before.exports;
    const filename = join(folder, file);
    const bytes = readFileSync(filename);
    const source = { bytes, text: `${head}${bytes.toString("utf8")}${tail}` };
    const run = compiled.script(file, source, { filename, columnOffset: -head.length }).runInThisContext();
    const module = { exports: {} };
    loaded.set(file, module);
    const outside = createRequire(filename);
    const require = (name: string): unknown => (name.startsWith("./") ? loadFile(name.slice(2)) : outside(name));
    run.call(module.exports, module.exports, require, module, filename, folder);
    return module.exports;
  };
  return loadFile;
};
