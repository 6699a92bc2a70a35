import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { parseDigest } from '../options/digest.js';
import { networkFrom } from '../options/network-from.js';
import { scanArguments, type ScannedArguments } from '../options/scan.js';
import type { NetworkOptions } from '../source/types.js';

/** `tsecli inspect [--json] PACKAGE` */
export interface InspectRequest {
  /** A path, `-`, an address or a reference to a registry. */
  readonly package: string;
  readonly json: boolean;
  /** What a run would be given besides: files of public keys, and a digest. */
  readonly keys: readonly string[];
  readonly digest: string | undefined;
  readonly network: NetworkOptions;
  readonly quiet: boolean;
}

const known: ReadonlySet<string> = new Set([
  ...['json', 'output', 'lang', 'quiet', 'verbose'],
  ...['key', 'digest', 'ca-file', 'plain-http'],
]);

/** Reads the words of `tsecli inspect`: options may stand on both sides of the package. Throws `usage`. */
export function parseInspect(argv: readonly string[]): InspectRequest {
  const before = scanArguments(argv);
  const [name, ...after] = before.rest;
  const { options: more, rest } = scanArguments(after);
  const options: ScannedArguments['options'] = [...before.options, ...more];
  const see = message`see tsecli --help`;
  const strange = options.find((option) => !known.has(option.name));
  if (strange)
    throw new TseccError('usage', message`inspect: --${strange.name} is of no use here`, { cure: see });
  if (name === undefined)
    throw new TseccError('usage', message`inspect package: none was named`, { cure: see });
  const [stray] = rest;
  if (stray !== undefined)
    throw new TseccError('usage', message`inspect: '${stray}' is one word too many`, { cure: see });
  const valuesOf = (wanted: string): readonly string[] =>
    options.flatMap((option) => (option.name === wanted ? [option.value ?? ''] : []));
  const digest = valuesOf('digest').at(-1);
  return {
    package: name,
    json: options.some(isJson),
    keys: valuesOf('key'),
    digest: digest === undefined ? undefined : parseDigest(digest),
    network: networkFrom(options),
    quiet: options.some((option) => option.name === 'quiet'),
  };
}

function isJson({ name, value }: ScannedArguments['options'][number]): boolean {
  if (name === 'json') return true;
  if (name !== 'output') return false;
  if (value === 'json') return true;
  throw new TseccError('usage', message`inspect: --output=${value ?? ''} is of no use here`, {
    cure: message`--json gives the description as JSON`,
  });
}
