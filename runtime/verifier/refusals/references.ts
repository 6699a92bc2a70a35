import { message, type Message } from '../../../core/message.js';
import type { Refusal, RefusalContext } from '../types.js';

/** What is reserved or taken, and has to be given back exactly once. */
export const referenceRefusals: readonly Refusal[] = [
  {
    id: 'unreleased-record',
    pattern: /Unreleased reference id=\d+ alloc_insn=(\d+)/,
    when: (context, match) => /ringbuf_reserve/.test(takenBy(context, match)),
    why: (match, context) =>
      message`the record that is reserved ${placeWords(context, match)} is neither submitted nor discarded on this way out of the program, and would block the ring buffer for ever`,
    cure: () =>
      message`call bpf_ringbuf_submit(event, 0) or bpf_ringbuf_discard(event, 0) before each return behind the test for NULL`,
  },
  {
    id: 'unreleased-reference',
    pattern: /Unreleased reference id=\d+ alloc_insn=(\d+)/,
    why: (match, context) =>
      message`what is taken ${placeWords(context, match)} is not given back on this way out of the program`,
    cure: () =>
      message`give it back before each return, with the function that belongs to it: bpf_sk_release(), bpf_task_release(), bpf_iter_…_destroy()`,
  },
  {
    id: 'double-submit',
    pattern: /R1 type=(?:scalar|inv) expected=(?:ringbuf_|alloc_)?mem$/m,
    when: ({ log }) => log.calls.slice(0, -1).some(isSubmit),
    why: () => message`the record was submitted or discarded before, and is the program's no more`,
    cure: () =>
      message`submit or discard each record once: remove the second call, or return behind the first`,
  },
  {
    id: 'use-after-submit',
    pattern: /(R\d+) invalid mem access '(?:scalar|inv)'/,
    // The log does not tell that a record became a number to the verifier when it was given away.
    when: ({ log }, [, register = '']) =>
      log.calls.some(isSubmit) && /^$|mem\(/.test(log.registers.get(register)?.state ?? ''),
    why: () =>
      message`the record is used after it was submitted or discarded: then it belongs to the reader, no more to the program`,
    cure: () => message`write all of the record first, and submit it last`,
  },
];

const isSubmit = (name: string): boolean => /^bpf_ringbuf_(?:submit|discard)/.test(name);

const takenBy = ({ log }: RefusalContext, [, taken = '']: RegExpExecArray): string =>
  log.sources.get(Number(taken))?.text ?? '';

/** Before Linux 6.10, logs have the text of a line, and not its number. */
function placeWords({ log }: RefusalContext, [, taken = '']: RegExpExecArray): Message {
  const source = log.sources.get(Number(taken));
  if (source?.line !== undefined) return message`in line ${source.line}`;
  return source ? message`by '${source.text}'` : message`before`;
}
