import { readObject } from '../../core/object/read-object.js';
import { renameSection } from '../../core/object/rename-section.js';
import type { BpfObject } from '../../core/object/types.js';

/** Sections that libbpf knows since 1.3 only. */
const newer = /^\??tcx?\/(?:ingress|egress)$/;

/** What every libbpf calls programs of their type. */
const olderNames = ['tc', 'classifier'];

/**
 * The object as an older libbpf can load it: its sections for tcx named as those for tc. Where programs attach is not
 * libbpf's affair, so it changes nothing else. Two sections may not have one name, since BTF speaks of them by it: what
 * has more of them than there are older names needs a newer libbpf.
 */
export function nameSectionsForLoading(object: BpfObject): BpfObject {
  const names = new Set(object.elf.sections.map(({ name }) => name.replace(/^\?/, '')));
  const free = olderNames.filter((name) => !names.has(name));
  const wished = new Map(
    object.programs
      .filter(({ section }) => newer.test(section))
      .map(({ section, sectionIndex }) => [sectionIndex, section]),
  );
  let { bytes } = object.elf;
  for (const [index, section] of wished) {
    const name = free.shift();
    if (name !== undefined) bytes = renameSection(bytes, index, section.startsWith('?') ? `?${name}` : name);
  }
  return bytes === object.elf.bytes ? object : readObject(bytes);
}
