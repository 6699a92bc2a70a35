import { parseSection } from '../../core/object/program-kinds.js';
import { readObject } from '../../core/object/read-object.js';
import { renameSection } from '../../core/object/rename-section.js';
import type { BpfObject } from '../../core/object/types.js';

/**
 * Sections that newer libbpfs know, and the one by which an older one loads a program of the same type. Attaching is
 * our own work: what it needs to know stands in the plan, which was made from the original.
 */
const olderNames: Readonly<Record<string, string>> = {
  'uprobe.multi': 'uprobe',
  'uprobe.multi.s': 'uprobe.s',
  'uretprobe.multi': 'uretprobe',
  'uretprobe.multi.s': 'uretprobe.s',
  'usdt.s': 'uprobe.s',
};

/**
 * The object for a libbpf that does not know all of its sections (before 1.3); undefined when it has none that an
 * older one loads by another name.
 */
export function withOlderSections(object: BpfObject): BpfObject | undefined {
  const renamed = new Map<number, string>();
  for (const { section, sectionIndex } of object.programs) {
    const older = olderNames[prefixOf(section)];
    // Sections are found by name in .BTF.ext: each needs one of its own.
    if (older !== undefined) renamed.set(sectionIndex, `${markOf(section)}${older}/${sectionIndex}`);
  }
  if (renamed.size === 0) return undefined;
  let bytes = object.elf.bytes;
  for (const [index, section] of renamed) bytes = renameSection(bytes, index, section);
  return readObject(bytes);
}

/** `?` before a section keeps libbpf from loading it. */
function markOf(section: string): string {
  return parseSection(section).autoload ? '' : '?';
}

function prefixOf(section: string): string {
  return section.slice(markOf(section).length).split('/')[0] ?? '';
}
