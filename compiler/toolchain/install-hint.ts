import { readFileSync } from 'node:fs';
import { joinPhrases, message, type Phrase } from '../../core/message.js';

// The package that holds each part, by distribution. Checked against Debian 12 and Ubuntu 24.04, Fedora 40,
// Arch and Alpine 3.20.
const packages = {
  clang: { debian: 'clang', fedora: 'clang', arch: 'clang', alpine: 'clang' },
  'llvm-strip': { debian: 'llvm', fedora: 'llvm', arch: 'llvm', alpine: 'llvm' },
  bpftool: { debian: 'bpftool', fedora: 'bpftool', arch: 'bpf', alpine: 'bpftool' },
  xz: { debian: 'xz-utils', fedora: 'xz', arch: 'xz', alpine: 'xz' },
  'bpf headers': { debian: 'libbpf-dev', fedora: 'libbpf-devel', arch: 'libbpf', alpine: 'libbpf-dev' },
  'kernel headers': {
    debian: 'linux-libc-dev',
    fedora: 'kernel-headers',
    arch: 'linux-api-headers',
    alpine: 'linux-headers',
  },
} as const;

const commands = {
  debian: 'apt-get install',
  fedora: 'dnf install',
  arch: 'pacman -S',
  alpine: 'apk add',
} as const;

/** Something a distribution's package holds and a compile needs. */
export type Part = keyof typeof packages;
type Family = keyof typeof commands;

const families = new Map<string, Family>([
  ['debian', 'debian'],
  ['ubuntu', 'debian'],
  ['fedora', 'fedora'],
  ['rhel', 'fedora'],
  ['arch', 'arch'],
  ['alpine', 'alpine'],
]);

/** How to install a part: the one command of this distribution, or those of all that we know. */
export function installHint(part: Part, osRelease: string = readOsRelease()): Phrase {
  const words = /^ID=(.*)$/m.exec(osRelease)?.[1] ?? '';
  const like = /^ID_LIKE=(.*)$/m.exec(osRelease)?.[1] ?? '';
  const family = `${words} ${like}`
    .replaceAll(/["']/g, '')
    .split(' ')
    .map((id) => families.get(id))
    .find((found) => found !== undefined);
  if (family) return `${commands[family]} ${packages[part][family]}`;
  const known: readonly Family[] = ['debian', 'fedora', 'arch', 'alpine'];
  return joinPhrases(
    known.map((each) => `${commands[each]} ${packages[part][each]}`),
    (before, next) => message`${before}, or ${next}`,
  );
}

// os-release(5). Nothing to say about a system without it.
function readOsRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}
