import { readObject } from '../../core/object/read-object.js';
import { renameSection } from '../../core/object/rename-section.js';
import type { BpfObject } from '../../core/object/types.js';
import { hasKernelFunction } from '../kernel/kernel-functions.js';
import type { Kernel } from '../kernel/types.js';

/** A section that not every kernel and libbpf has. */
interface OlderName {
  /** The section by which a program of the same type is loaded everywhere; libbpf takes anything behind it and `/`. */
  readonly name?: string;
  /** Such sections behind which libbpf takes nothing. */
  readonly exact?: readonly string[];
  /** The function of the kernel without which it cannot attach such programs. */
  readonly needs?: string;
  /** True for what libbpf 1.1 knows, which is the oldest that is supported (bpftool 7.1). */
  readonly known?: boolean;
}

/** Linux ≥ 5.18 with CONFIG_FPROBE; Linux ≥ 6.6 with CONFIG_UPROBES. */
const manyKprobes = 'register_fprobe_ips';
const manyUprobes = 'bpf_uprobe_multi_link_attach';

/** What every libbpf calls programs for tc. */
const tc: OlderName = { exact: ['tc', 'classifier'] };

/** By whole section, or by what stands before its first slash. */
const olderNames: Readonly<Record<string, OlderName>> = {
  'kprobe.multi': { name: 'kprobe', needs: manyKprobes, known: true },
  'kretprobe.multi': { name: 'kretprobe', needs: manyKprobes, known: true },
  'uprobe.multi': { name: 'uprobe', needs: manyUprobes },
  'uprobe.multi.s': { name: 'uprobe.s', needs: manyUprobes },
  'uretprobe.multi': { name: 'uretprobe', needs: manyUprobes },
  'uretprobe.multi.s': { name: 'uretprobe.s', needs: manyUprobes },
  'usdt.s': { name: 'uprobe.s' },
  'tc/ingress': tc,
  'tc/egress': tc,
  'tcx/ingress': tc,
  'tcx/egress': tc,
};

/** An object that loads where the original does not, and the programs whose sections are others in it. */
export interface OlderObject {
  readonly object: BpfObject;
  readonly programs: ReadonlySet<string>;
}

/**
 * The object with programs for many probes made into ones for a single probe where the kernel has no links for many:
 * the helpers that a program gets are chosen when it is loaded, and those for many must not run elsewhere.
 */
export function forThisKernel(object: BpfObject, kernel: Kernel): OlderObject | undefined {
  return renameAll(object, (older) => isLacking(kernel, older));
}

/** The object for a libbpf that does not know all of its sections (before 1.3), where older ones do the same. */
export function forOlderLibbpf(object: BpfObject, kernel: Kernel): OlderObject | undefined {
  return renameAll(object, (older) => !older.known || isLacking(kernel, older));
}

function isLacking(kernel: Kernel, { needs }: OlderName): boolean {
  return needs !== undefined && !hasKernelFunction(kernel, needs);
}

function renameAll(object: BpfObject, isWanted: (older: OlderName) => boolean): OlderObject | undefined {
  const taken = new Set(object.elf.sections.map(({ name }) => name.slice(markOf(name).length)));
  const sections = new Map(object.programs.map((program) => [program.sectionIndex, program.section]));
  const renamed = new Set<number>();
  let bytes = object.elf.bytes;
  for (const [index, section] of sections) {
    const older = olderNameOf(section);
    if (!older || !isWanted(older)) continue;
    // Sections are found by name in .BTF.ext: each needs one of its own. What has none left stays as it is.
    const name = older.exact?.find((each) => !taken.has(each)) ?? (older.name && `${older.name}/${index}`);
    if (name === undefined) continue;
    taken.add(name);
    bytes = renameSection(bytes, index, `${markOf(section)}${name}`);
    renamed.add(index);
  }
  if (renamed.size === 0) return undefined;
  const changed = object.programs.filter(({ sectionIndex }) => renamed.has(sectionIndex));
  return { object: readObject(bytes), programs: new Set(changed.map(({ name }) => name)) };
}

function olderNameOf(section: string): OlderName | undefined {
  const plain = section.slice(markOf(section).length);
  return olderNames[plain] ?? olderNames[plain.split('/')[0] ?? ''];
}

/** `?` before a section keeps libbpf from loading it. */
function markOf(section: string): string {
  return section.startsWith('?') ? '?' : '';
}
