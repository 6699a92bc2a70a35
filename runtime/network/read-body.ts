import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { explainFailure } from './explain-failure.js';
import type { Answer } from './types.js';

/** What a body is read for. */
export interface BodyOptions {
  /** In bytes; one that is larger is not read to its end. */
  readonly limit: number;
  /** For messages. */
  readonly name: Phrase;
  /** Told of each piece, which is kept even when the connection is cut behind it. */
  readonly onPiece?: (piece: Uint8Array) => void;
}

/** Reads an answer to its end. Throws `package-invalid` beyond the limit, `unforeseen` when the connection is cut. */
export async function readBody(answer: Answer, { limit, name, onPiece }: BodyOptions): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  if (Number(answer.header('content-length') ?? 0) > limit) {
    answer.discard();
    throw tooLarge(name, limit);
  }
  try {
    for await (const piece of answer.body) {
      const bytes = Buffer.from(piece);
      size += bytes.length;
      if (size > limit) throw tooLarge(name, limit);
      pieces.push(bytes);
      onPiece?.(bytes);
    }
  } catch (cause) {
    throw cause instanceof TseccError ? cause : explainFailure(answer.url.host, cause);
  }
  return Buffer.concat(pieces);
}

function tooLarge(name: Phrase, limit: number): TseccError {
  return new TseccError('package-invalid', message`read ${name}: it is larger than ${limit} bytes`);
}
