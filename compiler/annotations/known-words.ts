import {
  anything,
  either,
  flag,
  objectOf,
  oneOf,
  recordOf,
  text,
  textLike,
  wholeNumber,
  type Check,
} from './shapes.js';
import type { ValueKind } from './split-words.js';
import { message } from '../../core/message.js';

/** Where a doc comment stands. */
export type Place = 'license' | 'program' | 'map' | 'variable' | 'struct' | 'member';

/** A word that means something to tsecc or tsecli. */
export interface KnownWord {
  readonly word: string;
  readonly places: readonly Place[];
  readonly value: ValueKind;
  readonly check: Check;
  /** Ours: it goes into our own part of the manifest, and ecc knows nothing of it. */
  readonly own: boolean;
  /** It cannot be anything but an annotation: worth a word where it stands beside nothing. */
  readonly unmistakable: boolean;
}

const everywhere: readonly Place[] = ['license', 'program', 'map', 'variable', 'struct', 'member'];
const number = wholeNumber(0);

/** ecc's words come from its document_parser.rs, their shapes from bpf-loader-lib's `meta` (eunomia-bpf 1.0). */
const words: readonly KnownWord[] = [
  ecc('description', everywhere, 'text', text, { unmistakable: false }),
  ecc('brief', ['license'], 'text', text, { unmistakable: false }),
  ecc('details', ['license'], 'text', text, { unmistakable: false }),
  ecc('version', ['license'], 'text', text, { unmistakable: false }),
  ecc('value', ['variable'], 'line', anything, { unmistakable: false }),
  ecc(
    'cmdarg',
    ['variable'],
    'json',
    objectOf({
      default: anything,
      short: textLike(/^\S$/u, message`text of one character`),
      long: textLike(/^[A-Za-z0-9][\w-]*$/, message`letters, digits, - and _`),
      help: text,
    }),
  ),
  ecc(
    'sample',
    ['map'],
    'json',
    objectOf(
      {
        interval: wholeNumber(1),
        type: oneOf('log2_hist', 'linear_hist', 'default_kv'),
        unit: text,
        clear_map: flag,
      },
      ['interval'],
    ),
  ),
  ecc('intepreter', ['map'], 'json', interpreter()),
  ecc('interpreter', ['map'], 'json', interpreter()),
  ecc(
    'export_config',
    ['map'],
    'line',
    either(
      objectOf({ custom_members: anything }, ['custom_members']),
      objectOf({ btf_type_id: number }, ['btf_type_id']),
      oneOf('no_export', 'default'),
    ),
  ),
  ecc('ifindex', ['program'], 'line', number),
  ecc('flags', ['program'], 'line', number, { unmistakable: false }),
  ecc('xdpopts', ['program'], 'json', objectOf({ old_prog_fd: wholeNumber(-1) })),
  ecc(
    'tchook',
    ['program'],
    'json',
    objectOf({
      ifindex: number,
      attach_point: oneOf('BPF_TC_INGRESS', 'BPF_TC_EGRESS', 'BPF_TC_CUSTOM'),
      parent: number,
    }),
  ),
  ecc('tcopts', ['program'], 'json', objectOf({ handle: number, priority: number })),

  own(
    'fallback',
    ['program'],
    'line',
    textLike(/\S/, message`one or more sections, such as kprobe/filename_unlinkat`),
  ),
  own('optional', ['program'], 'flag', flag),
  own('alternative', ['program'], 'line', textLike(/^[A-Za-z_][\w-]*$/, message`the name of a group`)),
  own(
    'event',
    ['map'],
    'line',
    textLike(/^[A-Za-z_][\w\s,]*$/, message`one or more types, such as struct event`),
  ),
  own(
    'format',
    ['member'],
    'line',
    textLike(/^(?:enum\s+)?[A-Za-z_]\w*$/, message`the name of a format or of an enum`),
  ),
];

function interpreter(): Check {
  return objectOf({ stack_trace: objectOf({ field_map: recordOf(text), with_symbols: flag }) });
}

function ecc(
  word: string,
  places: readonly Place[],
  value: ValueKind,
  check: Check,
  { unmistakable } = { unmistakable: true },
): KnownWord {
  return { word, places, value, check, own: false, unmistakable };
}

function own(word: string, places: readonly Place[], value: ValueKind, check: Check): KnownWord {
  return {
    word,
    places,
    value,
    check,
    own: true,
    unmistakable: word === 'fallback' || word === 'alternative',
  };
}

/** The known words by name. */
export const knownWords: ReadonlyMap<string, KnownWord> = new Map(words.map((known) => [known.word, known]));

/** Words of doxygen that have nothing to do with ours, however near they look. */
export const commonWords: ReadonlySet<string> = new Set(
  (
    'author authors brief bug code copyright date def defgroup deprecated details endcode enum example file fn ' +
    'ingroup internal license link mainpage name note param post pre private public ref remark remarks result ' +
    'return returns retval section see short since struct subsection test throws todo tparam typedef union var ' +
    'version warning'
  ).split(' '),
);

/** Keys that the manifest itself has at these places; an annotation of the same name must not take them over. */
export const reservedWords: ReadonlySet<string> = new Set([
  'attach',
  'constructor',
  'ident',
  'link',
  'mmaped',
  'name',
  'prototype',
  'type',
]);
