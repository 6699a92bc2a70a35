import { SHT_NOBITS } from '../../core/elf/constants.js';
import { ElfError } from '../../core/elf/elf-error.js';
import { readElf } from '../../core/elf/read-elf.js';
import type { Patch } from './types.js';
import { message } from '../../core/message.js';

/** An object with its variables set, and what has to be set in maps instead. */
export interface PatchedObject {
  /** A copy. */
  readonly object: Uint8Array;
  /** Patches of `.bss`, which has no bytes in the file: to be written into its map once it is there. */
  readonly runtime: readonly Patch[];
}

/** Puts patches into the sections of an object. Throws {@link ElfError} for one that is not inside of its section. */
export function applyToObject(bytes: Uint8Array, patches: readonly Patch[]): PatchedObject {
  // Not slice(): of a Buffer, which the bytes may be, that is no copy.
  const object = new Uint8Array(bytes);
  const runtime: Patch[] = [];
  if (patches.length === 0) return { object, runtime };
  const { sections } = readElf(bytes);
  for (const patch of patches) {
    const section = sections[patch.sectionIndex];
    if (section?.name !== patch.section || patch.offset + patch.bytes.length > section.size) {
      throw new ElfError(
        message`set variable: bytes ${patch.offset} to ${patch.offset + patch.bytes.length} are not in '${patch.section}'`,
      );
    }
    if (section.type === SHT_NOBITS) runtime.push(patch);
    else object.set(patch.bytes, section.offset + patch.offset);
  }
  return { object, runtime };
}
