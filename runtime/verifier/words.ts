import { message, type Phrase } from '../../core/message.js';

/** The programs that a section makes, as a learner reads it: `kprobe programs` for `kprobe/do_unlinkat`. */
export function programsLike(section: string | undefined): Phrase {
  const kind = /^[\w.+]+/.exec(section ?? '')?.[0];
  return kind === undefined ? message`programs of this kind` : message`${kind} programs`;
}

/** `byte 7`, or `bytes 4 to 7`. */
export function bytesWords(offset: string, length: string): Phrase {
  const last = Number(offset) + Number(length) - 1;
  return last > Number(offset) ? message`bytes ${offset} to ${last}` : message`byte ${offset}`;
}

/** A state, taken apart: `map_value(off=0,ks=4,vs=8)` is of type map_value, with three attributes. */
interface State {
  readonly type: string;
  readonly attribute: (name: string) => string | undefined;
}

/**
 * What a state of a register means, for a person; undefined for one that says no more than its name. Knows the forms
 * of Linux 5.10 (`inv(id=0,umax_value=7)`, `invP5`) and the ones since (`scalar(smin=0,smax=umax=7)`, `5`).
 */
export function stateWords(text: string): Phrase {
  const number = /^(?:invP?)?(-?\d+)$/.exec(text)?.[1];
  if (number !== undefined) return message`the number ${number}`;
  const state = parseState(text);
  const { type, attribute } = state;
  const row = wordsByType.find(([pattern]) => pattern.test(type));
  return row ? row[1](state) : `${attribute('map') ?? type} (${text})`;
}

function parseState(text: string): State {
  const [, type = '', inner = ''] = /^([^(]*)(?:\((.*)\))?$/s.exec(text) ?? [];
  return {
    type: type.replace(/\d+$/, (digits) => (type.startsWith('fp') ? digits : '')),
    attribute: (name) =>
      new RegExp(`(?:^|[,=])${name}(?:_value)?=([^,)]*(?:=[^,)=]*)*)`).exec(inner)?.[1]?.split('=').at(-1),
  };
}

const wordsByType: readonly (readonly [RegExp, (state: State) => Phrase])[] = [
  [/^(?:scalar|inv)$/, numberWords],
  [/^map_value_or_null$/, (state) => message`a pointer to ${valueWords(state)}, or NULL`],
  [/^map_value$/, (state) => message`a pointer to ${valueWords(state)}${offsetWords(state)}`],
  [/^map_ptr$/, ({ attribute }) => message`the map ${attribute('map') ?? ''} itself`],
  [/^(?:ringbuf_|alloc_)?mem_or_null$/, () => message`a pointer to a reserved record, or NULL`],
  [/^(?:ringbuf_|alloc_)mem$/, () => message`a pointer to a reserved record`],
  [/^ctx$/, () => message`the program's context`],
  [
    /^fp/,
    ({ type }) =>
      message`an address on the stack, ${String(Math.abs(Number(type.slice(2))))} bytes below its end`,
  ],
  [
    /^pkt$/,
    ({ attribute }) =>
      message`a pointer into the packet, behind which ${attribute('r') ?? '0'} bytes are known to be`,
  ],
  [/^pkt_end$/, () => message`the end of the packet`],
  [
    /^(?:trusted_|rcu_|untrusted_)*ptr_/,
    ({ type }) => message`a pointer to the kernel's struct ${type.replace(/^(?:\w*?)ptr_/, '')}`,
  ],
];

function valueWords({ attribute }: State): Phrase {
  const [map, size] = [attribute('map'), attribute('vs') ?? '?'];
  return map === undefined
    ? message`a map's value of ${size} bytes`
    : message`a value of map ${map}, of ${size} bytes`;
}

function offsetWords({ attribute }: State): Phrase {
  const offset = attribute('off') ?? '0';
  return offset === '0' ? '' : message`, ${offset} bytes into it`;
}

/** The narrowest bounds that the verifier knows; those of 64 bits as they are. */
function numberWords({ attribute }: State): Phrase {
  const [least, most, signedMost] = [
    attribute('smin') ?? attribute('umin'),
    attribute('umax'),
    attribute('smax'),
  ];
  if (most !== undefined) return message`a number from ${decimal(least ?? '0')} to ${decimal(most)}`;
  if (signedMost !== undefined && least !== undefined) {
    return message`a number from ${decimal(least)} to ${decimal(signedMost)}`;
  }
  if (signedMost !== undefined) return message`a number of at most ${decimal(signedMost)}, perhaps negative`;
  if (least !== undefined) return message`a number not below ${decimal(least)}`;
  return message`a number that nothing is known of`;
}

/** Bounds are hexadecimal where they are large (Linux 6.8 and newer). */
function decimal(text: string): string {
  return /^-?(?:0x[0-9a-f]{1,16}|\d{1,20})$/.test(text)
    ? text.startsWith('-')
      ? `-${BigInt(text.slice(1))}`
      : String(BigInt(text))
    : text;
}
