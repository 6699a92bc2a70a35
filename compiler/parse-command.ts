import { TseccError } from '../core/errors.js';
import { version } from '../core/version.js';
import { splitFlags } from './clang/split-flags.js';
import { helpText, type Command } from './command-options.js';
import type { PackageKind } from './output/output-paths.js';
import { scanOptions } from './scan-options.js';

const seeHelp = 'see tsecc --help';

/** What a command line of tsecc asks for. Throws `usage`, and names the nearest option for one that is unknown. */
export function parseCommand(argv: readonly string[]): Command {
  const { values, words } = scanOptions(argv);
  if (values.has('help')) return { kind: 'print', text: helpText() };
  if (values.has('version')) return { kind: 'print', text: `${version}\n` };
  const value = (name: string): string | undefined => values.get(name)?.at(-1);
  return {
    kind: 'compile',
    source: onlySource(words),
    verbose: values.has('verbose'),
    options: {
      outputDirectory: value('output-path'),
      packageKind: packageKind(values),
      additionalFlags: (values.get('additional-cflags') ?? []).flatMap(splitFlags),
      clang: value('clang-bin'),
      strip: value('llvm-strip-bin'),
      vmlinux: value('vmlinux'),
      targetArchitecture: value('target-arch'),
      btfhubArchive: archiveFor(values.has('btfgen'), value('btfhub-archive')),
      standalone: values.has('standalone'),
    },
  };
}

function packageKind(values: ReadonlyMap<string, unknown>): PackageKind {
  if (values.has('no-generate-package-json')) return 'none';
  return values.has('yaml') ? 'yaml' : 'json';
}

/** ecc clones an archive of many gigabytes by itself; here it is named. */
function archiveFor(wanted: boolean, archive: string | undefined): string | undefined {
  if (wanted === (archive !== undefined)) return archive;
  throw new TseccError(
    'usage',
    wanted
      ? 'read the command line: --btfgen needs an archive of types of kernels'
      : 'read the command line: --btfhub-archive is of no use without --btfgen',
    {
      cure: wanted
        ? '--btfhub-archive DIR, for instance a clone of github.com/aquasecurity/btfhub-archive'
        : 'add -b',
    },
  );
}

function onlySource([source, ...rest]: readonly string[]): string {
  if (source === undefined)
    throw new TseccError('usage', 'read the command line: no source named', { cure: seeHelp });
  if (rest.length === 0) return source;
  throw new TseccError(
    'usage',
    `read the command line: one source at a time, but ${rest.length + 1} are named`,
    {
      cure: `compile '${rest[0]}' by itself, with -o DIR`,
    },
  );
}
