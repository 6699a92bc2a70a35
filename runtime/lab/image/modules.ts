import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';

const run = promisify(execFile);

/** A kernel module, uncompressed. */
export interface KernelModule {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the lab loads where the kernel has it as a module: its line to the host, then what lessons attach to. */
export const wantedModules = [
  'virtio_pci',
  'virtio_console',
  'cls_bpf',
  'act_bpf',
  'sch_ingress',
  'dummy',
  'veth',
] as const;

/**
 * Finds the wanted modules and all they depend on below a `/lib/modules/<release>` directory, in the order to load
 * them. Those that are not there are left out: the kernel has them built in, or not at all.
 */
export async function collectModules(root: string, busybox: string): Promise<KernelModule[]> {
  const files = await findModules(root);
  const collected = new Map<string, KernelModule>();
  const visiting = new Set<string>();
  const visit = async (name: string): Promise<void> => {
    const path = files.get(name);
    if (path === undefined || visiting.has(name)) return;
    visiting.add(name);
    const bytes = await readModule(path, busybox);
    for (const needed of dependenciesOf(bytes)) await visit(needed);
    collected.set(name, { name, bytes });
  };
  for (const name of wantedModules) await visit(name);
  return [...collected.values()];
}

/**
 * Names a module says it needs, from `depends=` in its .modinfo (include/linux/moduleparam.h). Packages have no
 * modules.dep: depmod makes it at installation.
 */
export function dependenciesOf(module: Uint8Array): string[] {
  const found = /\0depends=([\w,-]*)\0/.exec(Buffer.from(module).toString('latin1'));
  return (found?.[1] ?? '').split(',').filter(Boolean).map(normalName);
}

async function findModules(root: string): Promise<Map<string, string>> {
  const files = await readdir(join(root, 'kernel'), { recursive: true }).catch(() => []);
  return new Map(
    files.flatMap((file) => {
      const name = /([^/]+)\.ko(?:\.\w+)?$/.exec(file)?.[1];
      return name ? [[normalName(name), join(root, 'kernel', file)] as const] : [];
    }),
  );
}

/** The kernel reads `-` and `_` in module names as the same. */
function normalName(name: string): string {
  return name.replaceAll('-', '_');
}

async function readModule(path: string, busybox: string): Promise<Uint8Array> {
  if (path.endsWith('.ko')) return readFile(path);
  if (path.endsWith('.gz')) return gunzipSync(await readFile(path));
  const [command, args] = path.endsWith('.xz') ? [busybox, ['xz', '-dc', path]] : ['zstd', ['-dcq', path]];
  try {
    const { stdout } = await run(command, args, { encoding: 'buffer', maxBuffer: 64 << 20 });
    return stdout;
  } catch (cause) {
    throw new TseccError('tool-missing', message`build lab: cannot unpack kernel module '${path}'`, {
      cure: path.endsWith('.zst') ? message`install zstd` : undefined,
      cause,
    });
  }
}
