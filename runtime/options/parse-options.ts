import { TseccError } from '../../core/errors.js';
import { languageOf } from '../../core/language.js';
import { message } from '../../core/message.js';
import type { AttachOptions } from '../attach/types.js';
import type { Attachment } from '../configure/attach-elsewhere.js';
import type { NetworkOptions } from '../source/types.js';
import type { TrustRequest } from '../trust/types.js';
import { parseDigest } from './digest.js';
import { parseDuration } from './duration.js';
import { parseBufferSize } from './buffer-size.js';
import { parseMapSize, type MapSize } from './map-size.js';
import { networkFrom } from './network-from.js';
import { parseOutputForm, type OutputForm } from './output-form.js';
import { scanArguments, type ScannedArguments } from './scan.js';
import type { OptionName } from './table.js';

/** What the user asked of tsecli. */
export type Request =
  | { readonly command: 'help' }
  | { readonly command: 'version' }
  /** The arguments behind `completion`. */
  | { readonly command: 'completion'; readonly argv: readonly string[] }
  /** The arguments behind `doctor`. */
  | { readonly command: 'doctor'; readonly argv: readonly string[] }
  /** The arguments of those that sign and verify, without the word. */
  | { readonly command: SigningCommand; readonly argv: readonly string[] }
  /** The arguments of those that speak with registries, without the word. */
  | { readonly command: RegistryCommand; readonly argv: readonly string[] }
  /** The arguments of `inspect`. */
  | { readonly command: 'inspect'; readonly argv: readonly string[] }
  /** The arguments behind `lab`. */
  | { readonly command: 'lab'; readonly argv: readonly string[] }
  /** The same options as for `run`, as far as they matter to loading. */
  | ({ readonly command: 'check' } & RunRequest)
  | ({ readonly command: 'run' } & RunRequest);

/** The commands of signatures, which read their options themselves. */
export const signingCommands = ['generate-key-pair', 'sign', 'verify'] as const;

/** One of {@link signingCommands}. */
export type SigningCommand = (typeof signingCommands)[number];

/** The commands of registries, which read their options themselves. */
export const registryCommands = ['push', 'pull', 'login', 'logout'] as const;

/** One of {@link registryCommands}. */
export type RegistryCommand = (typeof registryCommands)[number];

/** `tsecli [run] [options] package [program arguments]`. */
export interface RunRequest {
  /** A path, `-`, an address or a reference to a registry. */
  readonly package: string;
  /** What follows the package. */
  readonly programArguments: readonly string[];
  readonly output: OutputForm;
  readonly selection: Selection;
  readonly exec: string | undefined;
  readonly durationMs: number | undefined;
  readonly maxEvents: number | undefined;
  readonly attach: readonly Attachment[];
  /** Names of programs that are left alone. */
  readonly disable: readonly string[];
  readonly partial: boolean;
  readonly attachOptions: AttachOptions;
  /** Rules that the package is held to, as they were written. */
  readonly rules: { readonly allow: readonly string[]; readonly deny: readonly string[] };
  readonly mapSizes: readonly MapSize[];
  /** Bytes of ring buffers, and for each processor of perf buffers and of the trace. */
  readonly bufferSize: number | undefined;
  /** Losses are a failure. */
  readonly failOnLost: boolean;
  /** Undefined: on this host. `auto`: in the lab only if the host cannot. Else in the lab, '' being its usual kernel. */
  readonly lab: string | undefined;
  /** How the network is asked, where the package comes from there. */
  readonly network: NetworkOptions;
  /** What the package has to prove. */
  readonly trust: TrustRequest;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** Which events are shown, what of them, and in which order; read once the types of the events are known. */
export interface Selection {
  /** `pid,peer.port` */
  readonly fields: string | undefined;
  /** `pid == 1` */
  readonly filter: string | undefined;
  /** `bytes`, or `-bytes` for the largest first. */
  readonly sort: string | undefined;
  /** Of those in order, how many; never without `sort`. */
  readonly top: number | undefined;
}

/** Reads tsecli's arguments; throws `usage`. */
export function parseOptions(argv: readonly string[]): Request {
  const scanned = scanArguments(argv);
  // Its options may stand before it as well, as everywhere.
  if (scanned.rest[0] === 'doctor') return { command: 'doctor', argv: withoutWord(argv, scanned.rest) };
  const signing = signingCommands.find((word) => word === scanned.rest[0]);
  if (signing) return { command: signing, argv: withoutWord(argv, scanned.rest) };
  const registry = registryCommands.find((word) => word === scanned.rest[0]);
  if (registry) return { command: registry, argv: withoutWord(argv, scanned.rest) };
  if (scanned.rest[0] === 'inspect') return parseInspectCommand(withoutWord(argv, scanned.rest));
  if (argv.length === 0 || has(scanned, 'help')) return { command: 'help' };
  if (has(scanned, 'version')) return { command: 'version' };
  const [word, ...rest] = scanned.rest;
  if (word === 'lab') return parseLab(scanned, rest);
  if (word === 'completion') return { command: 'completion', argv: rest };
  if (word === 'check') return parseCheck(scanArguments(withoutWord(argv, scanned.rest)));
  if (word === 'run') return parseRun(scanArguments(withoutWord(argv, scanned.rest)));
  return parseRun(scanned);
}

/** What else stands there is read once the command is loaded. */
function parseInspectCommand(argv: readonly string[]): Request {
  return has(scanArguments(argv), 'help') ? { command: 'help' } : { command: 'inspect', argv };
}

function parseLab(scanned: ScannedArguments, rest: readonly string[]): Request {
  const [stray] = scanned.options;
  if (!stray) return { command: 'lab', argv: rest };
  throw new TseccError('usage', message`use --${stray.name} before lab: its options stand behind it`, {
    cure: message`see tsecli lab --help; a package called lab is ./lab`,
  });
}

/** A command's word may stand before, between or after the options: they are read as if it were not there. */
function withoutWord(argv: readonly string[], [, ...rest]: readonly string[]): readonly string[] {
  return [...argv.slice(0, argv.length - rest.length - 1), ...rest];
}

/** Options that say what is done with events, of which there are none without attaching. */
const eventOptions: readonly OptionName[] = [
  'fields',
  'filter',
  'sort',
  'top',
  'exec',
  'duration',
  'max-events',
  'fail-on-lost',
];

function parseCheck(scanned: ScannedArguments): Request {
  const request = parseRun(scanned);
  if (request.command !== 'run') return request;
  const { output } = request;
  const form = output === 'csv' || output === 'raw' ? `output=${output}` : undefined;
  const stray = scanned.options.find(({ name }) => eventOptions.includes(name))?.name ?? form;
  if (stray === undefined) return { ...request, command: 'check' };
  throw new TseccError('usage', message`use --${stray} with check: it only loads, and there are no events`, {
    cure: message`leave it out; -j gives the verdicts as JSON`,
  });
}

function parseRun(scanned: ScannedArguments): Request {
  if (has(scanned, 'help')) return { command: 'help' };
  languageOf({}, last(scanned, 'lang'));
  const [name, ...programArguments] = scanned.rest;
  if (name === undefined)
    throw new TseccError('usage', message`run package: none was named`, { cure: message`see tsecli --help` });
  const duration = last(scanned, 'duration');
  const maxEvents = last(scanned, 'max-events');
  const pid = last(scanned, 'pid');
  const bufferSize = last(scanned, 'buffer-size');
  return {
    command: 'run',
    package: name,
    programArguments,
    output: parseOutput(scanned),
    selection: parseSelection(scanned),
    exec: last(scanned, 'exec'),
    durationMs: duration === undefined ? undefined : parseDuration(duration),
    maxEvents: maxEvents === undefined ? undefined : parseCount('max-events', maxEvents),
    attach: valuesOf(scanned, 'attach').map(parseAttachment),
    disable: valuesOf(scanned, 'disable'),
    partial: has(scanned, 'partial'),
    attachOptions: {
      interfaces: valuesOf(scanned, 'iface'),
      cgroup: last(scanned, 'cgroup'),
      pid: pid === undefined ? undefined : parseCount('pid', pid),
      binary: last(scanned, 'binary'),
    },
    rules: { allow: valuesOf(scanned, 'allow'), deny: valuesOf(scanned, 'deny') },
    mapSizes: valuesOf(scanned, 'map-size').map(parseMapSize),
    bufferSize: bufferSize === undefined ? undefined : parseBufferSize(bufferSize),
    failOnLost: has(scanned, 'fail-on-lost'),
    lab: has(scanned, 'lab') ? (last(scanned, 'lab') ?? '') : undefined,
    network: networkFrom(scanned.options),
    trust: parseTrust(scanned),
    quiet: has(scanned, 'quiet'),
    verbose: has(scanned, 'verbose'),
  };
}

/** The last of `-o FORM` and `-j` counts. */
function parseOutput({ options }: ScannedArguments): OutputForm {
  const form = options.findLast(({ name }) => name === 'output' || name === 'json');
  if (!form) return 'columns';
  return form.name === 'json' ? 'json' : parseOutputForm(form.value ?? '');
}

function parseTrust(scanned: ScannedArguments): TrustRequest {
  const digest = last(scanned, 'digest');
  const [keys, insecure] = [valuesOf(scanned, 'key'), has(scanned, 'insecure')];
  if (!insecure || (keys.length === 0 && digest === undefined)) {
    return { keys, insecure, digest: digest === undefined ? undefined : parseDigest(digest) };
  }
  throw new TseccError(
    'usage',
    message`use --insecure with ${keys.length === 0 ? '--digest' : '--key'}: one of them says that it matters who made it`,
    {
      cure: message`leave out --insecure`,
    },
  );
}

function parseSelection(scanned: ScannedArguments): Selection {
  const top = last(scanned, 'top');
  const sort = last(scanned, 'sort');
  if (top !== undefined && sort === undefined) {
    throw new TseccError('usage', message`use --top ${top}: it needs the order`, {
      cure: message`for instance --sort -bytes --top 10`,
    });
  }
  return {
    fields: last(scanned, 'fields'),
    filter: last(scanned, 'filter'),
    sort,
    top: top === undefined ? undefined : parseCount('top', top),
  };
}

function has(scanned: ScannedArguments, name: string): boolean {
  return scanned.options.some((option) => option.name === name);
}

function valuesOf(scanned: ScannedArguments, name: string): readonly string[] {
  return scanned.options.flatMap((option) => (option.name === name ? [option.value ?? ''] : []));
}

function last(scanned: ScannedArguments, name: string): string | undefined {
  return valuesOf(scanned, name).at(-1);
}

function parseCount(option: string, text: string): number {
  const count = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  if (count > 0) return count;
  throw new TseccError('usage', message`read --${option} '${text}': it is no number above 0`);
}

function parseAttachment(text: string): Attachment {
  const equals = text.indexOf('=');
  const attachment = { program: text.slice(0, Math.max(equals, 0)), section: text.slice(equals + 1) };
  if (attachment.program !== '' && attachment.section !== '') return attachment;
  throw new TseccError('usage', message`read --attach '${text}': it is not of the form PROGRAM=SECTION`, {
    cure: message`for instance --attach do_unlinkat=kprobe/filename_unlinkat`,
  });
}
