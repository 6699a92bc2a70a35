import type { Diagnostic } from '../../core/diagnostics.js';
import { listFunctions } from '../../core/object/functions.js';
import { parseSection } from '../../core/object/program-kinds.js';
import { sectionTable } from '../../core/object/section-table.js';
import { message, type Message } from '../../core/message.js';
import { nearest } from '../../core/nearest.js';
import type { Check, Checked } from './types.js';

const prefixes: readonly string[] = sectionTable.map(({ prefix }) => prefix);

/** Sections that libbpf does not know, or that lack a target; functions that have none. */
export const checkSections: Check = (checked) => [...wrongSections(checked), ...lostFunctions(checked)];

function wrongSections({ object, places }: Checked): Diagnostic[] {
  return object.programs.flatMap(({ name, section }): Diagnostic[] => {
    const parsed = parseSection(section);
    if (parsed.kind !== 'unknown' && parsed.kind !== 'incomplete') return [];
    const location = places.section(section, name);
    return [
      {
        severity: 'warning',
        text:
          parsed.kind === 'unknown'
            ? message`libbpf knows no section '${section}': '${name}' cannot be loaded`
            : message`section '${section}' does not say where '${name}' is to be attached`,
        ...(location && { location }),
        notes: [],
        program: name,
        cure:
          parsed.kind === 'unknown'
            ? nearestSection(parsed.section)
            : message`for instance ${exampleOf(parsed.of)}`,
      },
    ];
  });
}

const examples: Readonly<Record<string, string>> = {
  kprobe: 'SEC("kprobe/do_unlinkat")',
  kretprobe: 'SEC("kretprobe/do_unlinkat")',
  tracepoint: 'SEC("tracepoint/syscalls/sys_enter_openat")',
  raw_tp: 'SEC("raw_tp/sched_switch")',
  'raw_tp.w': 'SEC("raw_tp.w/sched_switch")',
  tp_btf: 'SEC("tp_btf/sched_switch")',
};

const exampleOf = (kind: string): string => examples[kind] ?? `SEC("${kind}/do_unlinkat")`;

function nearestSection(section: string): Message {
  const text = section.replace(/^\?/, '');
  const [prefix = '', ...target] = text.split('/');
  if (prefixes.includes(prefix)) {
    const within = nearest(text, prefixes, 1)[0];
    return within === undefined
      ? message`leave out what stands behind '${prefix}'`
      : message`did you mean ${`SEC("${within}")`}?`;
  }
  const [near] = nearest(prefix, prefixes, 1);
  const whole = near === undefined ? nearest(text, prefixes, 1)[0] : [near, ...target].join('/');
  return whole === undefined
    ? message`begin it with what the program attaches to: kprobe/, tracepoint/, fentry/, uprobe/, xdp, tc, …`
    : message`did you mean ${`SEC("${whole}")`}?`;
}

// A global function that nobody calls was meant as a program.
function lostFunctions({ object, places }: Checked): Diagnostic[] {
  return listFunctions(object.elf).flatMap(({ name, section, binding }): Diagnostic[] => {
    if (section.name !== '.text' || binding !== 'global') return [];
    const location = places.definition(name);
    if (!location || places.isUsed(name)) return [];
    return [
      {
        severity: object.programs.length === 0 ? 'error' : 'warning',
        text: message`'${name}' is no program: it stands in no section`,
        location,
        notes: [],
        cure: message`put SEC("…") before it, for instance SEC("kprobe/do_unlinkat"); before a function that others call, static`,
      },
    ];
  });
}
