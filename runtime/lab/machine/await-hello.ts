import { setTimeout } from 'node:timers/promises';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import type { Hello } from '../protocol/messages.js';
import type { Machine } from './start-qemu.js';

/**
 * Waits until the guest's agent says hello. Throws `tool-missing` where QEMU ends or stops the guest before (KVM that
 * only seems to work leaves it paused with an internal error), or the time, in milliseconds, runs out; throws the
 * signal's reason when it is aborted.
 */
export async function awaitHello(
  machine: Machine,
  milliseconds: number,
  signal?: AbortSignal,
): Promise<Hello> {
  const over = new AbortController();
  const silent = setTimeout(milliseconds, undefined, { signal: over.signal }).then(() => {
    throw new TseccError(
      'tool-missing',
      message`start lab: the guest did not answer within ${milliseconds / 1000} s`,
      {
        log: machine.consoleTail().slice(-40).join('\n'),
      },
    );
  });
  const ended = machine.ended.then((error) => Promise.reject(error));
  const stopped = new Promise<never>((_, reject) => {
    const off = machine.qmp.onEvent(({ event }) => {
      if (event !== 'STOP' && event !== 'GUEST_PANICKED') return;
      reject(
        new TseccError('tool-missing', message`start lab: QEMU stopped the guest (${event.toLowerCase()})`),
      );
    });
    over.signal.addEventListener('abort', off);
  });
  const aborted = new Promise<never>((_, reject) => {
    const abort = () => reject(asError(signal?.reason));
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { signal: over.signal });
  });
  for (const other of [silent, ended, stopped, aborted]) other.catch(() => undefined);
  try {
    return await Promise.race([machine.client.hello(), silent, ended, stopped, aborted]);
  } finally {
    over.abort();
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('aborted');
}
