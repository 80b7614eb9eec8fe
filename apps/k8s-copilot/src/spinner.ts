import type { Io } from "./io.ts";
import { type AppLanguage, word } from "./words.ts";

export type Spinner = { say(text: string): void; clear(): void; stop(): void };

const frames = ["|", "/", "-", "\\"];

/** One line on a terminal that says what is happening and for how long. Silent where stderr is no terminal. */
export const createSpinner = ({ stderr }: Pick<Io, "stderr">, language: AppLanguage): Spinner => {
  if (!stderr.isTTY || process.env.TERM === "dumb") return { say: () => {}, clear: () => {}, stop: () => {} };
  const begun = Date.now();
  let text = "";
  let frame = 0;
  const clear = () => stderr.write("\r\u001b[2K");
  const draw = () => {
    if (text === "") return;
    const seconds = Math.floor((Date.now() - begun) / 1_000);
    const time = seconds > 0 ? ` ${word(language, "seconds", { seconds })}` : "";
    frame = (frame + 1) % frames.length;
    clear();
    stderr.write(`${frames[frame]} ${text.slice(0, Math.max(10, (stderr.columns ?? 80) / 2 - 10))}${time}`);
  };
  const timer = setInterval(draw, 120);
  timer.unref();
  return {
    say: (next) => {
      text = next;
      draw();
    },
    clear,
    stop: () => {
      clearInterval(timer);
      text = "";
      clear();
    },
  };
};
