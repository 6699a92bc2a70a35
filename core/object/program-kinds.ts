import { nearest } from '../nearest.js';
import { sectionTable, type ProgramKind, type SectionRow } from './section-table.js';
import { message, type Phrase } from '../message.js';

/** The kinds whose section names one thing of the kernel, in `target`. */
export type NamedKind = 'raw_tp' | 'raw_tp.w' | 'tp_btf' | 'fentry' | 'fexit' | 'fmod_ret';

/** What every parsed section has. */
interface Section {
  /** As it was given. */
  readonly section: string;
  /** False for SEC("?…"): libbpf does not load such a program unless told to. */
  readonly autoload: boolean;
  /** True for a program that may sleep, such as SEC("fentry.s/…"). */
  readonly sleepable: boolean;
}

/**
 * A section as a value: `kind` tells what else is there. `target` is the text behind the prefix and its slash.
 * `incomplete` is a known kind (`of`) whose target is missing or malformed; `unknown` is one libbpf does not know.
 */
export type ParsedSection = Section &
  (
    | { readonly kind: 'kprobe' | 'kretprobe'; readonly target: string; readonly offset: number }
    | {
        readonly kind: 'tracepoint';
        readonly target: string;
        readonly category: string;
        readonly name: string;
      }
    | { readonly kind: NamedKind; readonly target: string }
    | {
        readonly kind: Exclude<ProgramKind, 'kprobe' | 'kretprobe' | 'tracepoint' | NamedKind>;
        readonly target: string | undefined;
      }
    | { readonly kind: 'incomplete'; readonly of: ProgramKind; readonly reason: Phrase }
    | { readonly kind: 'unknown'; readonly reason: Phrase }
  );

const rows: ReadonlyMap<string, SectionRow> = new Map(sectionTable.map((row) => [row.prefix, row]));

/**
 * Reads the name of a program's section as libbpf 1.x does: `kprobe/do_unlinkat+0x10`, `tp/syscalls/sys_enter_openat`.
 * Never throws: a section that cannot be used is `incomplete` or `unknown`, with the reason.
 */
export function parseSection(section: string): ParsedSection {
  const autoload = !section.startsWith('?');
  const text = autoload ? section : section.slice(1);
  const found = findRow(text);
  if (!found) return { section, autoload, sleepable: false, kind: 'unknown', reason: explainUnknown(text) };
  const { row, target } = found;
  return { section, autoload, sleepable: row.sleepable, ...parseTarget(row, target) };
}

function findRow(text: string): { row: SectionRow; target: string | undefined } | undefined {
  const whole = rows.get(text);
  if (whole) return { row: whole, target: undefined };
  const slash = text.indexOf('/');
  const row = rows.get(text.slice(0, Math.max(slash, 0)));
  if (!row || row.takes === 'nothing') return undefined;
  return { row, target: text.slice(slash + 1) };
}

function explainUnknown(text: string): Phrase {
  const prefix = text.split('/')[0] ?? '';
  const row = rows.get(prefix);
  if (row) return message`'${prefix}' takes nothing behind a slash`;
  const [near] = nearest(text, [...rows.keys()], 1).concat(nearest(prefix, [...rows.keys()], 1));
  return near
    ? message`libbpf knows no such section (nearest: ${near})`
    : message`libbpf knows no such section`;
}

/** A section without what {@link parseSection} adds to each. */
type Parsed = ParsedSection extends infer T ? (T extends unknown ? Omit<T, keyof Section> : never) : never;

const functionName = /^[\w.]+$/;
const moduleFunction = /^(?:[\w-]+:)?[\w.]+$/;
const eventName = /^[\w-]+$/;

function parseTarget(row: SectionRow, target: string | undefined): Parsed {
  switch (row.kind) {
    case 'kprobe':
    case 'kretprobe':
      return parseProbe(row.kind, target);
    case 'tracepoint':
      return parseTracepoint(target);
    case 'raw_tp':
    case 'raw_tp.w':
    case 'tp_btf':
      return parseNamed(row.kind, target, eventName, message`a tracepoint`);
    case 'fentry':
    case 'fexit':
    case 'fmod_ret':
      return parseNamed(row.kind, target, moduleFunction, message`a function`);
    default:
      return { kind: row.kind, target };
  }
}

function parseNamed(kind: NamedKind, target: string | undefined, pattern: RegExp, what: Phrase): Parsed {
  if (target === undefined)
    return { kind: 'incomplete', of: kind, reason: message`names no target: ${what} is wanted` };
  if (!pattern.test(target))
    return { kind: 'incomplete', of: kind, reason: message`'${target}' is not the name of ${what}` };
  return { kind, target };
}

function parseTracepoint(target: string | undefined): Parsed {
  const [category = '', name = '', ...rest] = (target ?? '').split('/');
  if (eventName.test(category) && eventName.test(name) && rest.length === 0) {
    return { kind: 'tracepoint', target: `${category}/${name}`, category, name };
  }
  const reason =
    target === undefined
      ? message`names no target: category/name is wanted`
      : message`'${target}' is not of the form category/name`;
  return { kind: 'incomplete', of: 'tracepoint', reason };
}

function parseProbe(kind: 'kprobe' | 'kretprobe', target: string | undefined): Parsed {
  if (target === undefined)
    return { kind: 'incomplete', of: kind, reason: message`names no target: a function is wanted` };
  const plus = target.indexOf('+');
  const name = plus < 0 ? target : target.slice(0, plus);
  const offset = plus < 0 ? 0 : parseOffset(target.slice(plus + 1));
  if (!functionName.test(name) || offset === undefined) {
    return {
      kind: 'incomplete',
      of: kind,
      reason: message`'${target}' is not of the form function or function+offset`,
    };
  }
  if (kind === 'kretprobe' && offset !== 0) {
    return {
      kind: 'incomplete',
      of: kind,
      reason: message`a kretprobe takes no offset: it fires where the function returns`,
    };
  }
  return { kind, target: name, offset };
}

/** An offset in the notations of C, as libbpf reads it with `%li`: decimal, 0x hexadecimal, 0 octal. */
function parseOffset(text: string): number | undefined {
  if (/^0x[\da-f]{1,8}$/i.test(text)) return Number(text);
  if (/^0[0-7]{0,10}$/.test(text)) return Number.parseInt(text, 8);
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
}
