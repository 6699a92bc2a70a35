import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { networkFrom } from '../options/network-from.js';
import type { NetworkOptions } from '../source/types.js';
import { scanArguments, type ScannedArguments } from '../options/scan.js';

/** What a command line of `tsecli doctor` asks for. */
export interface DoctorRequest {
  /** A path, `-`, an address or a reference; undefined where it is about the machine alone. */
  readonly package: string | undefined;
  readonly json: boolean;
  /** As for a run: undefined on this host, '' the lab's usual kernel. */
  readonly lab: string | undefined;
  readonly language: string | undefined;
  readonly help: boolean;
  readonly quiet: boolean;
  readonly network: NetworkOptions;
}

const known: ReadonlySet<string> = new Set([
  'json',
  'lab',
  'lang',
  'help',
  'quiet',
  'verbose',
  'ca-file',
  'plain-http',
]);

/** Reads the words of `tsecli doctor`: options may stand on both sides of the package. Throws `usage`. */
export function parseDoctor(argv: readonly string[]): DoctorRequest {
  const before = scanArguments(argv);
  const [name, ...after] = before.rest;
  const { options: more, rest } = scanArguments(after);
  const options: ScannedArguments['options'] = [...before.options, ...more];
  const see = message`see tsecli doctor --help`;
  const strange = options.find((option) => !known.has(option.name));
  if (strange)
    throw new TseccError('usage', message`doctor: --${strange.name} is of no use here`, { cure: see });
  const [stray] = rest;
  if (stray !== undefined) {
    throw new TseccError('usage', message`doctor: '${stray}' is one word too many`, { cure: see });
  }
  const last = (wanted: string) => options.findLast((option) => option.name === wanted);
  const lab = last('lab');
  return {
    package: name,
    json: last('json') !== undefined,
    lab: lab && (lab.value ?? ''),
    language: last('lang')?.value,
    help: last('help') !== undefined,
    quiet: last('quiet') !== undefined,
    network: networkFrom(options),
  };
}
