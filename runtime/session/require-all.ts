import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import type { RingLevel } from '../readers/types.js';

/** Throws `events-lost` where events were lost, or may be without anybody having counted them. */
export function requireAll(lost: number, levels: readonly RingLevel[]): void {
  if (lost > 0) {
    throw new TseccError('events-lost', message`receive all events: ${lost} were lost`, {
      cure: message`more room: --buffer-size; or fewer events: choose in the program what it sends`,
    });
  }
  const full = levels.find((level) => level.full);
  if (!full) return;
  throw new TseccError(
    'events-lost',
    message`receive all events: ring buffer '${full.name}' was full, and what it lost cannot be counted`,
    {
      cure: message`to count it: #include <tsecc/tsecc.h> and tsecc_ringbuf_reserve; for more room: --buffer-size`,
    },
  );
}
