import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';

/**
 * The certificates that are trusted beside `caFile`'s: undefined for Node.js's own choice, which is made where the user
 * names none. Whoever names some replaces that choice, so it is said whole. Throws `usage` for a file that holds none.
 */
export function trustedCertificates(
  caFile: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] | undefined {
  const extra = env['NODE_EXTRA_CA_CERTS'];
  const files = [caFile, extra].filter((file) => file !== undefined && file !== '');
  if (files.length === 0) return undefined;
  return [...rootCertificates, ...files.map((file) => readCertificates(file ?? ''))];
}

function readCertificates(file: string): string {
  const text = readText(file);
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw new TseccError('usage', message`read certificates '${file}': it holds none in PEM form`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new TseccError('usage', message`read certificates '${file}': it cannot be read`, { cause });
  }
}
