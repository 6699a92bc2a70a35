import { setTimeout } from 'node:timers/promises';
import { TseccError } from '../../core/errors.js';
import { codeOf } from './explain-failure.js';

/** How often a transfer is tried in all. */
const tries = 5;

/** Milliseconds before the second try; before each further one twice as many. */
const firstWait = 200;

/**
 * Does a transfer, and again where the network or the server failed it for the moment; the last failure is thrown. What is
 * wrong with an answer is no reason to ask again.
 */
export async function withRetries<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await task();
    } catch (error) {
      signal?.throwIfAborted();
      if (attempt === tries || !isPassing(error)) throw error;
      await setTimeout(firstWait * 2 ** (attempt - 1), undefined, signal ? { signal } : {});
    }
  }
}

/** A failure that may be gone at the next try: one of the network, but of certificates and unknown names. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof TseccError) || error.code !== 'unforeseen') return false;
  return error instanceof PassingError || passing.has(codeOf(error.cause));
}

/** A server's answer that says to come again. */
export class PassingError extends TseccError {}

const passing = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ERR_STREAM_PREMATURE_CLOSE',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);

/** Statuses that say so. */
export const passingStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);
