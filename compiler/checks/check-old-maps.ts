import type { Diagnostic } from '../../core/diagnostics.js';
import { message } from '../../core/message.js';
import type { Check } from './types.js';

/** Maps in SEC("maps"), which libbpf has not known since its version 1.0. */
export const checkOldMaps: Check = ({ object: { elf }, places }) => {
  const section = elf.sections.find(({ name }) => name === 'maps');
  return elf.symbols
    .filter(({ type, sectionIndex }) => type === 'object' && sectionIndex === section?.index)
    .map(({ name }): Diagnostic => {
      const location = places.text('SEC("maps")');
      return {
        severity: 'error',
        text: message`map '${name}' is defined in the way of libbpf before 1.0`,
        ...(location && { location }),
        notes: [],
        cure: message`write struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 64); __type(key, u32); __type(value, u64); } ${name} SEC(".maps");`,
      };
    });
};
