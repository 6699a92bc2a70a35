import { getSystemErrorMap } from 'node:util';
import { errnoWords } from '../../core/errno-words.js';
import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';

/** Why no answer came from a server, as a sentence; the error's own words where they are not known. */
export function explainFailure(host: string, cause: unknown): TseccError {
  const code = codeOf(cause);
  if (code === 'DEPTH_ZERO_SELF_SIGNED_CERT' || certificateCode.test(code)) {
    return new TseccError('unforeseen', message`ask '${host}': its certificate is not trusted (${code})`, {
      cure: message`name the certificate of who signed it: --ca-file FILE`,
      cause,
    });
  }
  return new TseccError('unforeseen', message`ask '${host}': ${wordsOf(code, cause)}`, {
    cure: message`see whether the name is right and the network there; proxies are read from HTTPS_PROXY and NO_PROXY`,
    cause,
  });
}

const certificateCode = /^(UNABLE_TO_|CERT_|SELF_SIGNED_|ERR_TLS_CERT|INVALID_CA|HOSTNAME_MISMATCH)/;

/** The word of an error, or of what it was made of. */
export function codeOf(error: unknown): string {
  for (let each = error, depth = 0; each instanceof Error && depth < 8; each = each.cause, depth++) {
    if (each instanceof AggregateError && each.errors.length > 0) return codeOf(each.errors[0]);
    if ('code' in each && typeof each.code === 'string') return each.code;
  }
  return '';
}

function wordsOf(code: string, cause: unknown): Phrase {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return message`no host of this name is known`;
  if (timeouts.has(code)) return message`it did not answer in time`;
  if (code === 'UND_ERR_SOCKET' || code === 'ECONNRESET') return message`the connection was cut`;
  const [, known] = [...getSystemErrorMap().values()].find(([name]) => name === code) ?? [];
  return errnoWords[code] ?? known ?? (cause instanceof Error ? cause.message : String(cause));
}

const timeouts = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);
