import { parseArgs } from 'node:util';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { PhrasedError } from '../../core/phrased-error.js';
import { parseDigest } from '../options/digest.js';
import type { SigningCommand } from '../options/parse-options.js';
import type { NetworkOptions } from '../source/types.js';

/** What a command line of `generate-key-pair`, `sign` or `verify` asks for. */
export type SigningRequest =
  | { readonly command: 'help' }
  | { readonly command: 'generate-key-pair'; readonly prefix: string }
  | {
      readonly command: 'sign';
      readonly package: string;
      readonly key: string;
      readonly output: string | undefined;
    }
  | {
      readonly command: 'verify';
      readonly package: string;
      readonly keys: readonly string[];
      readonly signature: string | undefined;
      readonly digest: string | undefined;
      readonly quiet: boolean;
      readonly network: NetworkOptions;
    };

const common = { help: { type: 'boolean', short: 'h' }, lang: { type: 'string' } } as const;

/** Reads the words behind one of the commands. Throws `usage`. */
export function parseSigning(command: SigningCommand, argv: readonly string[]): SigningRequest {
  try {
    switch (command) {
      case 'generate-key-pair':
        return parseGenerate(argv);
      case 'sign':
        return parseSign(argv);
      case 'verify':
        return parseVerify(argv);
      default:
        return command satisfies never;
    }
  } catch (cause) {
    if (cause instanceof TseccError) throw cause;
    const said = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause);
    throw new TseccError(
      'usage',
      message`${command}: ${cause instanceof PhrasedError ? cause.phrase : said}`,
      { cure: message`see tsecli ${command} --help`, cause },
    );
  }
}

function parseGenerate(argv: readonly string[]): SigningRequest {
  const options = { ...common, 'output-key-prefix': { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
  if (values.help) return { command: 'help' };
  refuseMore(positionals);
  return { command: 'generate-key-pair', prefix: values['output-key-prefix'] ?? 'cosign' };
}

function parseSign(argv: readonly string[]): SigningRequest {
  const options = { ...common, key: { type: 'string' }, 'output-signature': { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
  if (values.help) return { command: 'help' };
  if (values.key === undefined) throw new PhrasedError(message`name the private key: --key FILE`);
  return {
    command: 'sign',
    package: onePackage(positionals),
    key: values.key,
    output: values['output-signature'],
  };
}

function parseVerify(argv: readonly string[]): SigningRequest {
  const options = {
    ...common,
    key: { type: 'string', multiple: true },
    signature: { type: 'string' },
    digest: { type: 'string' },
    'ca-file': { type: 'string' },
    'plain-http': { type: 'boolean' },
    quiet: { type: 'boolean', short: 'q' },
  } as const;
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
  if (values.help) return { command: 'help' };
  const { key: keys = [], signature, digest } = values;
  return {
    command: 'verify',
    package: onePackage(positionals),
    keys,
    signature,
    digest: digest === undefined ? undefined : parseDigest(digest),
    quiet: values.quiet ?? false,
    network: { caFile: values['ca-file'], plainHttp: values['plain-http'] },
  };
}

function onePackage([name, ...more]: readonly string[]): string {
  refuseMore(more);
  if (name === undefined) throw new PhrasedError(message`name a package`);
  return name;
}

function refuseMore([stray]: readonly string[]): void {
  if (stray !== undefined) throw new PhrasedError(message`too many arguments: '${stray}'`);
}
