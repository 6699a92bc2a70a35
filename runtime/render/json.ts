import { quoteJson } from '../decode/quote-json.js';
import type { TraceLine } from '../readers/trace-lines.js';
import type { HistogramBatch, HistogramEntry, StackFrame, StackSample } from '../readers/types.js';
import { epochSeconds } from './clock.js';

/**
 * A line of bpf_printk as one JSON object with its line feed: `comm`, `pid`, `cpu`, `flags`, `time` (seconds of the
 * trace clock, a number exact to the microsecond), `message`.
 */
export function renderJson({ comm, pid, cpu, flags, time, message }: TraceLine): string {
  return `{"comm":${quoteJson(comm)},"pid":${pid},"cpu":${cpu},"flags":${quoteJson(flags)},"time":${Number(time)},"message":${quoteJson(message)}}\n`;
}

/** A line that an iterator printed. */
export function renderTextJson(name: string, text: string): string {
  return `{"stream":${quoteJson(name)},"text":${quoteJson(text)}}\n`;
}

/** One histogram: `key` is what tells it from others of its map, `slots` the counts, without the zeros at the end. */
export function renderHistogramJson(
  { name, scale, unit, time }: HistogramBatch,
  entry: HistogramEntry,
): string {
  const { label, slots } = entry;
  const counted = slots.slice(0, slots.findLastIndex((count) => count !== 0n) + 1);
  const key = label === '' ? '' : `,"key":${quoteJson(label)}`;
  return `{"time":${epochSeconds(time)},"stream":${quoteJson(name)}${key},"scale":"${scale}","unit":${quoteJson(unit)},"slots":[${counted.join(',')}]}\n`;
}

/** Events that were lost: the one key is none that an event has alone. */
export function renderLossJson({ source, cpu, count }: LossFacts): string {
  const place = cpu === undefined ? '' : `,"cpu":${cpu}`;
  return `{"lost":{"source":${quoteJson(source)}${place},"count":${count}}}\n`;
}

/** What is told of lost events; `count` null for an unknown number of them. */
export interface LossFacts {
  readonly source: string;
  readonly cpu?: number;
  readonly count: number | null;
}

/** A sample of call stacks: arrays of frames, the innermost first. */
export function renderStackJson(
  name: string,
  { comm, pid, cpu, kernel, user }: StackSample,
  time: number,
): string {
  return `{"time":${epochSeconds(time)},"stream":${quoteJson(name)},"comm":${quoteJson(comm)},"pid":${pid},"cpu":${cpu},"kernel":${framesJson(kernel)},"user":${framesJson(user)}}\n`;
}

function framesJson(frames: readonly StackFrame[]): string {
  const texts = frames.map(({ address, symbol }) => {
    const name = symbol === undefined ? '' : `,"symbol":${quoteJson(symbol)}`;
    return `{"address":"0x${address.toString(16)}"${name}}`;
  });
  return `[${texts.join(',')}]`;
}
