import {
  accessSync,
  constants,
  openSync,
  readdirSync,
  readSync,
  closeSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** A program of the host that the lab needs, and in which package each distribution has it. */
interface Need {
  readonly names: readonly string[];
  readonly accept: (path: string) => boolean;
  readonly cure: Phrase;
}

/** Programs the lab needs: QEMU runs it, the others go into it. */
export const needs = {
  qemu: {
    names: [process.arch === 'arm64' ? 'qemu-system-aarch64' : 'qemu-system-x86_64'],
    accept: () => true,
    cure: message`install it: apt-get install --no-install-recommends qemu-system-x86 on Debian and Ubuntu, dnf install qemu-system-x86-core on Fedora, pacman -S qemu-system-x86 on Arch, apk add qemu-system-x86_64 on Alpine`,
  },
  busybox: {
    names: ['busybox', 'busybox.static'],
    accept: isStatic,
    cure: message`install it: apt-get install busybox-static on Debian and Ubuntu, dnf install busybox on Fedora, pacman -S busybox on Arch, apk add busybox-static on Alpine`,
  },
  bpftool: {
    names: ['bpftool'],
    accept: isElf,
    cure: message`install it: apt-get install bpftool on Debian, apt-get install linux-tools-generic on Ubuntu, dnf install bpftool on Fedora, pacman -S bpf on Arch, apk add bpftool on Alpine`,
  },
} as const satisfies Record<string, Need>;

/** Finds one of them in PATH and in the administrator's directories; throws `tool-missing`, which says the package. */
export function findTool(tool: keyof typeof needs, env: Environment): string {
  const { names, accept, cure }: Need = needs[tool];
  for (const directory of searchPath(env)) {
    for (const name of names) {
      const path = join(directory, name);
      if (isExecutable(path) && accept(path)) return realpathSync(path);
    }
  }
  const what = tool === 'busybox' ? message`a statically linked busybox` : (names[0] ?? tool);
  throw new TseccError('tool-missing', message`open lab: ${what} is not installed`, { cure });
}

/** Finds an optional helper by its name. */
export function findHelper(name: string, env: Environment): string | undefined {
  return searchPath(env)
    .map((directory) => join(directory, name))
    .find(isExecutable);
}

function searchPath(env: Environment): string[] {
  const path = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  // Ubuntu's /usr/sbin/bpftool is a script that looks for the running kernel's own; the real ones lie here.
  return [...path, '/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/bin', '/bin', ...linuxTools()];
}

function linuxTools(base = '/usr/lib/linux-tools'): string[] {
  try {
    return readdirSync(base).map((version) => join(base, version));
  } catch {
    return [];
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isElf(path: string): boolean {
  return head(path, 4).toString('latin1') === '\x7fELF';
}

/** Whether a 64-bit ELF file asks for no dynamic loader: it has no PT_INTERP among its program headers. */
function isStatic(path: string): boolean {
  const bytes = head(path, 4096);
  if (bytes.length < 64 || !isElf(path)) return false;
  const offset = Number(bytes.readBigUInt64LE(32));
  const entrySize = bytes.readUInt16LE(54);
  const count = bytes.readUInt16LE(56);
  const PT_INTERP = 3;
  for (let i = 0; i < count; i++) {
    const at = offset + i * entrySize;
    if (at + 4 > bytes.length || bytes.readUInt32LE(at) === PT_INTERP) return false;
  }
  return true;
}

function head(path: string, size: number): Buffer {
  const fd = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(size);
    return bytes.subarray(0, readSync(fd, bytes, 0, size, 0));
  } finally {
    closeSync(fd);
  }
}
