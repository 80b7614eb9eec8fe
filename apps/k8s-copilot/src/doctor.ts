import { assemble } from "./assemble.ts";
import { exitCodes } from "./exit-codes.ts";
import { type Io, say } from "./io.ts";
import type { Ready } from "./options.ts";
import { useProxy } from "./proxy.ts";
import { shown } from "./settings.ts";
import { word } from "./words.ts";

type Check = { readonly name: string; readonly ok: boolean; readonly detail: string };

/** Looks at everything that a first start can stumble over; each failure names its cause and what helps. */
export const runDoctor = async (running: Ready & { readonly io: Io }): Promise<number> => {
  const { io, settings, options, language } = running;
  await useProxy(io.env);
  for (const notice of settings.notices) say(io, notice);
  const proxy = io.env.HTTPS_PROXY ?? io.env.https_proxy;
  const checks: Check[] = [
    { name: word(language, "nodeVersion"), ok: true, detail: process.version },
    {
      name: word(language, "locale"),
      ok: true,
      detail: `${io.env.LC_ALL ?? io.env.LANG ?? "C"}, ${io.stdout.columns ?? "-"} columns`,
    },
    { name: word(language, "proxy"), ok: true, detail: proxy ?? word(language, "none") },
    ...settings.list.map(
      (setting): Check => ({
        name: setting.key,
        ok: true,
        detail: setting.value === undefined ? "-" : `${shown(setting)} (${setting.source})`,
      }),
    ),
    await serverCheck(running),
    await keyCheck(running),
  ];
  const bad = checks.filter(({ ok }) => !ok).length;
  if (options.json || options.output === "json")
    io.stdout.write(`${JSON.stringify({ ok: bad === 0, checks }, null, 2)}\n`);
  else {
    for (const { name, ok, detail } of checks) io.stdout.write(`${ok ? "ok  " : "FAIL"}  ${name}: ${detail}\n`);
    io.stdout.write(`${bad === 0 ? word(language, "doctorOk") : word(language, "doctorBad", { count: bad })}\n`);
  }
  return bad === 0 ? exitCodes.ok : exitCodes.failure;
};

const serverCheck = async ({ io, settings, options, language }: Ready & { readonly io: Io }): Promise<Check> => {
  const name = word(language, "mcpServer");
  try {
    const assembled = await assemble({
      io,
      settings,
      flags: { ...options, offline: true },
      guidance: "direct",
      language,
      onProgress: () => {},
    });
    await assembled.close();
    return {
      name,
      ok: true,
      detail: `${assembled.server}, ${word(language, "toolsCount", { count: assembled.toolCount })}`,
    };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
};

const keyCheck = async ({ settings, options, language }: Ready & { readonly io: Io }): Promise<Check> => {
  const name = word(language, "modelKey");
  if (settings.apiKey === undefined || options.offline) return { name, ok: true, detail: word(language, "noKey") };
  const { checkKey } = await import("@k8s-copilot/openrouter");
  const result = await checkKey({ apiKey: settings.apiKey, baseUrl: settings.baseUrl });
  if (result.kind === "ok") return { name, ok: true, detail: word(language, "keyWorks", { model: settings.model }) };
  return { name, ok: false, detail: `${result.failure.message} ${result.failure.remedy}` };
};
