import { Readable } from 'node:stream';
import { message } from '../../core/message.js';
import { systemDirectories } from '../clang/compile-source.js';
import { architectureOf } from '../toolchain/architecture.js';
import { findTool } from '../toolchain/find-tool.js';
import { installHint, type Part } from '../toolchain/install-hint.js';
import { run } from '../toolchain/run.js';
import type { CheckRow, DoctorContext, Finding } from './types.js';

/** The headers that sources include, each found by clang as in a compile. */
export const headerRows: readonly CheckRow[] = [
  {
    id: 'bpf-headers',
    title: message`headers of libbpf`,
    needed: true,
    look: (context) => include('bpf/bpf_helper_defs.h', 'bpf headers', context),
  },
  {
    id: 'kernel-headers',
    title: message`headers of the kernel`,
    // Sources that include vmlinux.h do without.
    needed: false,
    look: (context) => include('asm/types.h', 'kernel headers', context),
  },
];

async function include(header: string, part: Part, { env, signal }: DoctorContext): Promise<Finding> {
  const system = systemDirectories(architectureOf(process.arch)).flatMap((path) => ['-idirafter', path]);
  const args = ['-target', 'bpf', ...system, '-x', 'c', '-M', '-'];
  // Of their names alone: what is in them hangs on what is included before.
  const input = Readable.from([`#if !__has_include(<${header}>)\n#error missing\n#endif\n`]);
  const { code } = await run(findTool('clang', env), args, { signal, input });
  if (code === 0) return { state: 'ok', detail: `<${header}>` };
  return { state: 'missing', detail: message`clang finds no <${header}>`, cure: installHint(part) };
}
