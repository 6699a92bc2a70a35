import { message, type Phrase } from '../../core/message.js';
import type { CodeFeature } from '../../core/object/code-features.js';
import type { Reason } from './types.js';

/** Why a version is needed: `the helper bpf_ringbuf_output (on_exec)`. */
export function reasonPhrase({ for: why, what, of }: Reason): Phrase {
  switch (why) {
    case 'kind':
      return message`programs of the kind ${what} (${of.join(', ')})`;
    case 'helper':
      return message`the helper ${what} (${of.join(', ')})`;
    case 'kernel function':
      return message`the kernel's function ${what} (${of.join(', ')})`;
    case 'map':
      return message`maps of the type ${what} (${of.join(', ')})`;
    case 'sleepable':
      return message`programs that sleep (${of.join(', ')})`;
    case 'variables':
      return message`global variables (${what})`;
    case 'code':
      return message`code with ${featurePhrases[what] ?? what} (${of.join(', ')})`;
    case 'types':
      return of.length === 0
        ? message`types of the kernel (BTF), to fit accesses to them`
        : message`types of the kernel (BTF), for ${of.join(', ')}`;
    default:
      return why satisfies never;
  }
}

const features: Readonly<Record<CodeFeature, Phrase>> = {
  'functions of its own': message`functions of its own`,
  '32-bit jumps': message`32-bit jumps`,
  loops: message`loops`,
  'atomic operations': message`atomic operations`,
  'instructions of version 4': message`instructions of version 4`,
  may_goto: 'may_goto',
  'ordered loads and stores': message`ordered loads and stores`,
};
const featurePhrases: Readonly<Record<string, Phrase>> = features;
