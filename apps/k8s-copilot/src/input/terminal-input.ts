import type { Io } from "../io.ts";
import { wrapped } from "../output/wrap.ts";
import type { Say } from "../words.ts";
import { createApprovalReader } from "./approval.ts";
import { createLineEditor, type LineEnd } from "./line-editor.ts";
import type { LineMemory } from "./line-memory.ts";
import type { Menu } from "./menu-below.ts";
import { burstMs, createSegmenter, type Segment } from "./segments.ts";

/** A person at a terminal. While nobody reads, Ctrl-C interrupts and other keys wait for the next message. */
export type TerminalInput = {
  readLine(prompt: string, menu?: Menu): Promise<LineEnd>;
  /** The word typed by hand; undefined when the person refused with Ctrl-C, Ctrl-D or Esc. */
  readApproval(words: ApprovalWords): Promise<string | undefined>;
  /** Whom to tell of Ctrl-C while nobody reads. */
  onInterrupt(handler: () => void): void;
  /** Forgets what was typed ahead: it was not meant for what is asked now. */
  dropTypeAhead(): void;
  /** Gives the terminal back. Who still reads is told that it ended. May be called twice. */
  close(): void;
};

/** What stands before the word, and what is said once of input that does not count. */
export type ApprovalWords = { readonly prompt: string; readonly ignored: string };

const bracketedPasteOn = "\x1b[?2004h";
const bracketedPasteOff = "\x1b[?2004l";
const maxTypeAhead = 4096;

type Reader = (segment: Segment) => void;

export const createTerminalInput = (io: Io, say: () => Say): TerminalInput => {
  const { stdin, stderr } = io;
  const segmenter = createSegmenter();
  const memory: LineMemory = { history: [], pastes: new Map() };
  let reader: Reader | undefined;
  let typeAhead = "";
  let interrupt = () => {};
  let giveUp = () => {};
  let burst: NodeJS.Timeout | undefined;

  const deliver: Reader = (segment) => {
    if (reader !== undefined) return reader(segment);
    if (segment.kind === "paste") return;
    if (segment.text.includes("\x03")) {
      typeAhead = "";
      return interrupt();
    }
    typeAhead = (typeAhead + segment.text).slice(0, maxTypeAhead);
  };
  const listen = (chunk: string) => {
    clearTimeout(burst);
    segmenter.push(chunk).forEach(deliver);
    if (segmenter.isHolding()) burst = setTimeout(() => segmenter.flush().forEach(deliver), burstMs);
  };
  const terminal = holdTerminal(io, listen);

  const readLine = async (prompt: string, menu?: Menu): Promise<LineEnd> => {
    const editor = createLineEditor({
      output: stderr,
      prompt,
      menu,
      memory,
      pasteMark: (lines, index) => say()("chatPasted", { lines, index }),
      suspend: () =>
        terminal.suspend(() => {
          editor.redraw();
        }),
    });
    reader = editor.take;
    giveUp = editor.close;
    const ahead = /^[^\r\n]*[\r\n]*/.exec(typeAhead)?.[0] ?? "";
    typeAhead = typeAhead.slice(ahead.length);
    if (ahead !== "") deliver({ kind: "typed", text: ahead });
    const end = await editor.ended;
    reader = undefined;
    giveUp = () => {};
    return end;
  };

  const readApproval = ({ prompt, ignored }: ApprovalWords): Promise<string | undefined> =>
    new Promise((resolve) => {
      const approval = createApprovalReader(() => performance.now());
      let wasTold = false;
      const finish = (word: string | undefined) => {
        reader = undefined;
        giveUp = () => {};
        stderr.write("\n");
        resolve(word);
      };
      reader = (segment) => {
        const step = approval.take(segment);
        if (step.kind === "done") return finish(step.word);
        if (step.kind === "cancelled") return finish(undefined);
        if (step.kind === "typing") return void stderr.write(step.echo);
        if (!wasTold) stderr.write(`\n${wrapped(ignored, stderr.columns || 80)}\n${prompt}`);
        wasTold = true;
      };
      giveUp = () => finish(undefined);
      stderr.write(prompt);
    });

  return {
    readLine,
    readApproval,
    onInterrupt: (handler) => {
      interrupt = handler;
    },
    dropTypeAhead: () => {
      typeAhead = "";
    },
    close: () => {
      clearTimeout(burst);
      giveUp();
      terminal.release();
      stdin.off("data", listen);
    },
  };
};

/** Takes the terminal's keys as they come, and gives it back as it was, also when the process dies of something. */
const holdTerminal = ({ stdin, stderr, onExit, suspend }: Io, listen: (chunk: string) => void) => {
  const take = () => {
    stdin.setRawMode(true);
    stderr.write(bracketedPasteOn);
  };
  const giveBack = () => {
    stdin.setRawMode(false);
    stderr.write(bracketedPasteOff);
  };
  stdin.setEncoding("utf8");
  stdin.on("data", listen);
  take();
  stdin.resume();
  const forget = onExit(giveBack);
  let isReleased = false;
  return {
    suspend: (resumed: () => void) => {
      giveBack();
      suspend(() => {
        take();
        resumed();
      });
    },
    release: () => {
      if (isReleased) return;
      isReleased = true;
      forget();
      giveBack();
      stdin.pause();
    },
  };
};
