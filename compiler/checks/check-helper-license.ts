import type { Diagnostic } from '../../core/diagnostics.js';
import { codeSections } from '../../core/object/functions.js';
import { gplHelpers, isGplCompatible } from '../../core/object/gpl-helpers.js';
import { readReferences } from '../../core/object/instructions.js';
import { message } from '../../core/message.js';
import { instructionLines } from './instruction-lines.js';
import type { Check } from './types.js';

/** Calls of helpers that a license which is not GPL-compatible does not get: the verifier refuses them. */
export const checkHelperLicense: Check = ({ object, places }) => {
  const { license, elf } = object;
  if (license === undefined || isGplCompatible(license)) return [];
  const lineOf = instructionLines(object, places);
  return codeSections(elf).flatMap((section) =>
    readReferences(section.data, elf.littleEndian).flatMap((reference): Diagnostic[] => {
      const helper = reference.kind === 'helper' ? gplHelpers.get(reference.id) : undefined;
      if (helper === undefined) return [];
      const location = lineOf(section.name, reference.offset);
      return [
        {
          severity: 'error',
          text: message`the kernel gives ${helper} only to programs with a GPL-compatible license, not to '${license}'`,
          ...(location && { location }),
          notes: [],
          cure: message`write "GPL" or "Dual BSD/GPL" in SEC("license")`,
        },
      ];
    }),
  );
};
