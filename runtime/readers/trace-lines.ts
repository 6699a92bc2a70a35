/** What trace lines are said to come from. No map is meant: C has no such name for one. */
export const traceSource = 'bpf_printk';

/** One line that a program wrote by bpf_printk. */
export interface TraceLine {
  readonly kind: 'line';
  /** Command name of the process that was running; `<...>` where the kernel did not know it. */
  readonly comm: string;
  /** Its thread id, as the first pid namespace counts. */
  readonly pid: number;
  readonly cpu: number;
  /** Interrupt and preemption flags, for instance `d..31` (Documentation/trace/ftrace.rst). */
  readonly flags: string;
  /** Seconds of the trace clock as the kernel wrote them, to the microsecond: `4710.951696`. */
  readonly time: string;
  /** What the program wrote, without the line feed at its end. */
  readonly message: string;
}

/** What a chunk of trace_pipe says. */
export type TraceEvent =
  | TraceLine
  /** Events that the kernel overwrote before they were read; `count` undefined when it does not say how many. */
  | { readonly kind: 'lost'; readonly cpu: number; readonly count: number | undefined }
  /** Text that is no line as we know them, kept as it is. */
  | { readonly kind: 'text'; readonly text: string };

/**
 * A line's header, as trace_print_context of kernel/trace/trace_output.c writes it: `%16s-%-7d [%03d] flags time: `.
 * A command name has at most 15 bytes and may hold blanks and dashes, so the last dash that fits ends it.
 */
const header = /^ *(.{0,15})-(\d+) +\[(\d+)\] (\S+) +(\d+\.\d+): bpf_trace_printk: (.*)$/s;

const lost = /^CPU:(\d+) \[LOST (?:(\d+) )?EVENTS\]$/;

/**
 * Splits one read of trace_pipe into its events. A read ends where an event ends (tracing_read_pipe gives whole
 * events when the buffer is large enough). Lines without a header belong to the message before them; the empty one
 * that a format ending in `\n` leaves behind is dropped.
 */
export function parseTraceChunk(chunk: string): readonly TraceEvent[] {
  const events: TraceEvent[] = [];
  const lines = chunk.split('\n');
  // What follows the last line feed is no line.
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) append(events, line);
  return events.map(withoutClosingLineFeed);
}

function append(events: TraceEvent[], line: string): void {
  const event = parseLost(line) ?? parseHeader(line);
  const last = events.at(-1);
  if (event) events.push(event);
  else if (last?.kind === 'line')
    events[events.length - 1] = { ...last, message: `${last.message}\n${line}` };
  else if (line !== '') events.push({ kind: 'text', text: line });
}

function parseHeader(line: string): TraceLine | undefined {
  const match = header.exec(line);
  if (!match) return undefined;
  const [, comm = '', pid, cpu, flags = '', time = '', message = ''] = match;
  return { kind: 'line', comm, pid: Number(pid), cpu: Number(cpu), flags, time, message };
}

function parseLost(line: string): TraceEvent | undefined {
  const match = lost.exec(line);
  if (!match) return undefined;
  return {
    kind: 'lost',
    cpu: Number(match[1]),
    count: match[2] === undefined ? undefined : Number(match[2]),
  };
}

function withoutClosingLineFeed(event: TraceEvent): TraceEvent {
  if (event.kind !== 'line' || !event.message.endsWith('\n')) return event;
  return { ...event, message: event.message.slice(0, -1) };
}
