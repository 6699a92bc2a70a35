import { message, type Message, type Phrase } from '../../core/message.js';
import { traceSource } from '../readers/trace-lines.js';
import type { RingLevel } from '../readers/types.js';
import type { Loss } from './printers/types.js';
import type { Tally } from './tally.js';

/** What losses are told with. */
export interface LossContext {
  /** Tells a person. */
  readonly warn: (text: Phrase) => void;
  /** Prints it among the events, where the form has a place for it. */
  readonly print: ((loss: Loss) => void) | undefined;
  readonly tally: Pick<Tally, 'lose'>;
  /** How full the rings are whose losses nobody counts. */
  readonly levels?: (() => readonly RingLevel[]) | undefined;
  /** Milliseconds. */
  readonly now?: () => number;
}

/** A source is told of at most so often: with the sum of what it has lost since. */
const paceMs = 1000;

interface SourceLoss {
  /** When it was told of last. */
  told: number;
  /** By processor; undefined where the kernel does not say which. A count of null is an unknown one. */
  readonly waiting: Map<number | undefined, number | null>;
}

/** Tells of lost events: of the first at once, then of their sum from time to time, at the end of all that is left. */
export class LossLog {
  readonly #context: LossContext;
  readonly #now: () => number;
  readonly #sources = new Map<string, SourceLoss>();
  readonly #full = new Set<string>();
  #looked = -Infinity;
  #waiting = false;

  constructor(context: LossContext) {
    this.#context = context;
    this.#now = context.now ?? (() => performance.now());
  }

  /** Counts a loss, to be told of soon. `count` undefined: the kernel does not say how many. */
  add(source: string, count: number | undefined, cpu?: number): void {
    this.#context.tally.lose(count);
    this.#keep(source, count ?? null, cpu);
  }

  /** Tells what is due. Gives the milliseconds until more is; undefined when nothing waits. */
  tell(): number | undefined {
    this.#look();
    if (!this.#waiting) return undefined;
    const now = this.#now();
    let next: number | undefined;
    for (const [source, loss] of this.#sources) {
      if (loss.waiting.size === 0) continue;
      const left = loss.told + paceMs - now;
      if (left <= 0) this.#tellOf(source, loss, now);
      else next = Math.min(next ?? left, left);
    }
    this.#waiting = next !== undefined;
    return next;
  }

  /** Tells all that waits. */
  finish(): void {
    this.#looked = -Infinity;
    this.#look();
    for (const [source, loss] of this.#sources) {
      if (loss.waiting.size > 0) this.#tellOf(source, loss, this.#now());
    }
    this.#waiting = false;
  }

  #keep(source: string, count: number | null, cpu?: number): void {
    const loss = this.#sources.get(source) ?? { told: -Infinity, waiting: new Map() };
    const before = loss.waiting.has(cpu) ? (loss.waiting.get(cpu) ?? null) : 0;
    loss.waiting.set(cpu, count === null || before === null ? null : before + count);
    this.#sources.set(source, loss);
    this.#waiting = true;
  }

  /** A ring that was full is told of once: what it has lost nobody can say. */
  #look(): void {
    const { levels, warn, print } = this.#context;
    if (!levels || this.#now() < this.#looked + paceMs) return;
    this.#looked = this.#now();
    for (const { name, full } of levels()) {
      if (!full || this.#full.has(name)) continue;
      this.#full.add(name);
      warn(describeFull(name));
      print?.({ source: name, count: null });
    }
  }

  #tellOf(source: string, loss: SourceLoss, now: number): void {
    const { warn, print } = this.#context;
    const all = [...loss.waiting];
    loss.waiting.clear();
    loss.told = now;
    warn(describeLoss(source, all));
    for (const [cpu, count] of all) print?.({ source, count, ...(cpu === undefined ? {} : { cpu }) });
  }
}

/** What is to be said of a ring buffer that was full. */
export function describeFull(name: string): Message {
  return message`ring buffer '${name}' was full: it may have lost events, which nobody has counted (to count them: #include <tsecc/tsecc.h>; for more room: --buffer-size)`;
}

function describeLoss(
  source: string,
  all: readonly (readonly [cpu: number | undefined, count: number | null])[],
): Message {
  const isKnown = all.every(([, count]) => count !== null);
  const count = isKnown ? all.reduce((sum, [, each]) => sum + (each ?? 0), 0) : message`some`;
  const cpu = all.length === 1 ? all[0]?.[0] : undefined;
  if (source === traceSource) {
    return cpu === undefined
      ? message`lost ${count} lines of bpf_printk`
      : message`lost ${count} lines of bpf_printk on CPU ${cpu}`;
  }
  return cpu === undefined
    ? message`lost ${count} events of '${source}'`
    : message`lost ${count} events of '${source}' on CPU ${cpu}`;
}
