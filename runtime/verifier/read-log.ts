import { readReport, reportTitle } from './read-report.js';
import { readStates } from './read-states.js';
import { writtenRegisters } from './written-registers.js';
import type { Instruction, Register, SourceLine, VerifierLog } from './types.js';

/** What is read of a line, of a reason's lines, and of the calls before it: a log may be of any length. */
const [longestLine, mostSaid, mostCalls] = [2000, 40, 64];

/** Lines that tell how the verifier works and nothing of the program. */
const noise =
  /^(?:processed \d|verification time|stack depth|peak_states|last_idx|regs=|parent |mark_precise|propagating|frame ?\d|caller|callee|returning from|to caller|from \d+ to \d+|cur state|old state|func#|Func#|Validating|insn \d+ |live regs|\.\.\.$|safe$)/;

/** `12: (79) r1 = *(u64 *)(r0 +0)         ; R1_w=scalar()`; with `<invalid CO-RE relocation>` in place of the opcode. */
const instructionLine = /^(\d{1,7}): (?:\([0-9a-f]{2}\) |(?=<))(.*)$/;

/**
 * Reads a verifier's log, of Linux 5.10 to 7.3, in one pass: the last instruction with its source line, the states
 * before it, and what was said behind it.
 */
export function readLog(text: string): VerifierLog {
  const reader = new LogReader();
  for (const line of linesOf(text)) if (!reader.read(line)) break;
  return reader.log();
}

function* linesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    const next = end < 0 ? text.length : end;
    yield text.slice(start, Math.min(next, start + longestLine)).trimEnd();
    start = next + 1;
  }
}

class LogReader {
  #instruction: Instruction | undefined;
  #source: SourceLine | undefined;
  #sourceIsNext = false;
  #said: string[] = [];
  readonly #calls: string[] = [];
  readonly #registers = new Map<string, Register>();
  readonly #sources = new Map<number, SourceLine>();
  #report: string[] | undefined;

  /** Takes a line in; false when the rest does not matter. */
  read(line: string): boolean {
    if (this.#report) return this.#readReport(line);
    if (reportTitle.test(line)) {
      this.#report = [line];
      return true;
    }
    const instruction = instructionLine.exec(line);
    if (instruction) this.#readInstruction(Number(instruction[1]), instruction[2] ?? '');
    else if (line.startsWith(';')) this.#readSource(line);
    else if (/^(?:\d{1,7}:|from \d+ to \d+.*:)? ?(?:frame\d+: ?)?R\d{1,2}(?:_[a-zA-Z]{1,4})?=/.test(line)) {
      this.#setStates(line);
    } else if (line !== '' && !noise.test(line) && this.#said.length < mostSaid) this.#said.push(line.trim());
    return true;
  }

  log(): VerifierLog {
    return {
      instruction: this.#instruction,
      source: this.#source,
      sourceIsNext: this.#sourceIsNext,
      said: this.#said.join('\n'),
      registers: this.#registers,
      sources: this.#sources,
      calls: this.#calls,
      report: this.#report && readReport(this.#report),
    };
  }

  #readReport(line: string): boolean {
    if (line.startsWith('processed ')) return false;
    if (this.#report && this.#report.length < 200) this.#report.push(line);
    return true;
  }

  #readInstruction(index: number, rest: string): void {
    this.#done();
    // The states behind an instruction are those after it.
    const at = rest.search(/\s*;/);
    const text = (at < 0 ? rest : rest.slice(0, at)).trim();
    this.#instruction = { index, text };
    this.#sourceIsNext = false;
    this.#said = [];
    if (this.#source) this.#sources.set(index, this.#source);
    const call = /^call (\w+)#-?\d+/.exec(text)?.[1];
    if (call !== undefined) {
      this.#calls.push(call);
      if (this.#calls.length > mostCalls) this.#calls.shift();
    }
    if (at >= 0) {
      // Only what is done is no longer what it was: a refused instruction has no states behind it.
      for (const name of writtenRegisters(text)) this.#registers.delete(name);
      this.#setStates(rest.slice(at));
    } else this.#pending = text;
  }

  /** In logs before Linux 5.18 no state stands behind an instruction; it is done once another line of it follows. */
  #pending: string | undefined;

  #readSource(line: string): void {
    this.#done();
    const [, text = '', file, number] = /^; ?(.*?)(?: @ ([^@]+):(\d{1,9}))?$/.exec(line) ?? [];
    if (text.trim() === '' && !file) return;
    const position = Number(number);
    if (file !== undefined && position === 0) return;
    this.#sourceIsNext = true;
    this.#source = {
      text: text.trim(),
      file,
      line: file === undefined ? undefined : position,
      column: undefined,
    };
  }

  #done(): void {
    if (this.#pending === undefined) return;
    for (const name of writtenRegisters(this.#pending)) this.#registers.delete(name);
    this.#pending = undefined;
  }

  #setStates(text: string): void {
    this.#done();
    for (const [name, state] of readStates(text)) {
      const before = this.#registers.get(name);
      const source = before?.state === state ? before.source : this.#source;
      this.#registers.set(name, { state, source });
    }
  }
}
