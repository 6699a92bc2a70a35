import { parseArgs } from 'node:util';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { PhrasedError } from '../../../core/phrased-error.js';
import type { RegistryCommand } from '../../options/parse-options.js';
import type { NetworkOptions } from '../../source/types.js';
import { architectures } from '../artifact/types.js';
import type { LoginRequest } from './login.js';
import type { PullRequest } from './pull.js';
import type { PushRequest, PushSource } from './push.js';

/** What a command line of `push`, `pull`, `login` or `logout` asks for. */
export type RegistryRequest =
  | { readonly command: 'help' }
  | ({ readonly command: 'push' } & PushRequest)
  | ({ readonly command: 'pull' } & PullRequest)
  | ({ readonly command: 'login' } & LoginRequest)
  | { readonly command: 'logout'; readonly registry: string };

const common = { help: { type: 'boolean', short: 'h' }, lang: { type: 'string' } } as const;
const network = { 'ca-file': { type: 'string' }, 'plain-http': { type: 'boolean' } } as const;
const quiet = { quiet: { type: 'boolean', short: 'q' } } as const;

/** Reads the words behind one of the commands. Throws `usage`. */
export function parseRegistry(command: RegistryCommand, argv: readonly string[]): RegistryRequest {
  try {
    return parsers[command](argv);
  } catch (cause) {
    if (cause instanceof TseccError) throw cause;
    const said = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause);
    throw new TseccError(
      'usage',
      message`${command}: ${cause instanceof PhrasedError ? cause.phrase : said}`,
      {
        cure: message`see tsecli ${command} --help`,
        cause,
      },
    );
  }
}

const parsers: Readonly<Record<RegistryCommand, (argv: readonly string[]) => RegistryRequest>> = {
  push(argv) {
    const own = { format: { type: 'string' }, key: { type: 'string' } } as const;
    const options = { ...common, ...network, ...quiet, ...own };
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
    if (values.help) return { command: 'help' };
    const { format = 'tsecc', key } = values;
    if (format !== 'tsecc' && format !== 'bpfman')
      throw new PhrasedError(message`there is no format '${format}': it is tsecc or bpfman`);
    const names = positionals.slice(0, -1);
    const reference = positionals.at(-1);
    if (reference === undefined || names.length === 0)
      throw new PhrasedError(message`name a package and where it goes: package.json ghcr.io/owner/name:1.0`);
    const sources = names.map(parseSource);
    requireVariants(sources);
    return {
      command: 'push',
      sources,
      reference,
      format,
      key,
      quiet: values.quiet ?? false,
      ...networkOf(values),
    };
  },
  pull(argv) {
    const own = {
      output: { type: 'string', short: 'o' },
      arch: { type: 'string' },
      key: { type: 'string', multiple: true },
    } as const;
    const options = { ...common, ...network, ...quiet, ...own };
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
    if (values.help) return { command: 'help' };
    const reference = one(positionals, message`name a reference: ghcr.io/owner/name:1.0`);
    const { output, arch, key: keys = [] } = values;
    return {
      command: 'pull',
      reference,
      output,
      arch,
      keys,
      quiet: values.quiet ?? false,
      ...networkOf(values),
    };
  },
  login(argv) {
    const own = { username: { type: 'string', short: 'u' }, 'password-stdin': { type: 'boolean' } } as const;
    const options = { ...common, ...network, ...own };
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
    if (values.help) return { command: 'help' };
    const registry = registryName(one(positionals, message`name a registry: ghcr.io`));
    const passwordFromStdin = values['password-stdin'] ?? false;
    if (passwordFromStdin && values.username === undefined)
      throw new PhrasedError(message`--password-stdin needs --username`);
    return { command: 'login', registry, username: values.username, passwordFromStdin, ...networkOf(values) };
  },
  logout(argv) {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: common });
    if (values.help) return { command: 'help' };
    return { command: 'logout', registry: registryName(one(positionals, message`name a registry: ghcr.io`)) };
  },
};

/** `package.json`, or `arm64=package.json`. */
function parseSource(text: string): PushSource {
  const equals = text.indexOf('=');
  const architecture = architectures.find((each) => each === text.slice(0, Math.max(equals, 0)));
  return architecture
    ? { architecture, path: text.slice(equals + 1) }
    : { architecture: undefined, path: text };
}

/** One for all machines, or one for each of some. */
function requireVariants(sources: readonly PushSource[]): void {
  if (sources.length === 1) return;
  const named = new Set(sources.map(({ architecture }) => architecture));
  if (named.has(undefined) || named.size !== sources.length)
    throw new PhrasedError(message`of several packages, say for each its machine: amd64=a.json arm64=b.json`);
}

function one([name, stray]: readonly string[], wanted: ReturnType<typeof message>): string {
  if (stray !== undefined) throw new PhrasedError(message`too many arguments: '${stray}'`);
  if (name === undefined) throw new PhrasedError(wanted);
  return name;
}

/** A host, as people write it: the address of a page of it will do, and Docker's Hub has several names. */
function registryName(text: string): string {
  const host = text.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
  if (!/^(?:[\w.-]+|\[[\da-fA-F:]+\])(?::\d+)?$/.test(host))
    throw new PhrasedError(message`'${text}' is no host`);
  return /^(index\.|registry-1\.)?docker\.io$/.test(host) ? 'docker.io' : host;
}

interface NetworkValues {
  readonly 'ca-file'?: string | undefined;
  readonly 'plain-http'?: boolean | undefined;
}

const networkOf = ({ 'ca-file': caFile, 'plain-http': plainHttp }: NetworkValues): NetworkOptions => ({
  caFile,
  plainHttp,
});
