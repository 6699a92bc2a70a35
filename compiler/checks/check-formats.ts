import type { Diagnostic } from '../../core/diagnostics.js';
import { message, type Message } from '../../core/message.js';
import type { DataSection } from '../../core/object/types.js';
import { bytesOf } from '../describe/describe-data.js';
import { printkFormat } from '../describe/describe-own.js';
import type { Check } from './types.js';

// What bpf_bprintf_prepare of the kernel reads: %, flags, width, size, conversion.
const conversion = /%(?:%|(?<flags>[-+ 0#]*)(?<width>\d*)(?<rest>(?:ll?)?[diuxX]|[psc]|[a-zA-Z]{1,3}|\.|$))/g;
const known = /^(?:(?:ll?)?[diuxX]|[psc])$/;

/** Formats of bpf_printk that the kernel does not understand: it prints nothing then, and says nothing. */
export const checkFormats: Check = ({ object, places }) =>
  object.dataSections.flatMap((section) =>
    formatsOf(section).flatMap((format): Diagnostic[] => {
      const wrong = Array.from(format.matchAll(conversion)).find(
        ({ groups }) => groups?.['rest'] !== undefined && !known.test(groups['rest']),
      );
      if (!wrong) return [];
      const location = places.text(`"${format}`) && places.text(format);
      return [
        {
          severity: 'warning',
          text: message`the kernel does not print ${wrong[0]}: bpf_printk fails, and prints nothing`,
          ...(location && { location }),
          notes: [],
          cure: cureFor(wrong.groups?.['rest'] ?? ''),
        },
      ];
    }),
  );

function formatsOf(section: DataSection): readonly string[] {
  return section.variables
    .filter(({ name }) => printkFormat.test(name))
    .map((variable) => new TextDecoder().decode(bytesOf(section, variable)).replace(/\0.*$/s, ''));
}

function cureFor(rest: string): Message {
  if (/^[aefgAEFG]|^\./.test(rest))
    return message`BPF has no floating-point numbers: print whole ones with %d or %llu`;
  if (rest.startsWith('o')) return message`print it with %x`;
  if (/^[hzjt]/.test(rest)) return message`leave out the ${rest.charAt(0)}, or write ll for 64 bits`;
  return message`it knows %d, %i, %u, %x, %X with l or ll before them, %s, %c and %p`;
}
