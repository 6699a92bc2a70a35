import { Readable } from 'node:stream';
import { message } from '../../core/message.js';
import { findExecutable } from '../toolchain/find-executable.js';
import { findTool, type Tool } from '../toolchain/find-tool.js';
import { installHint } from '../toolchain/install-hint.js';
import { run } from '../toolchain/run.js';
import type { CheckRow, DoctorContext, Finding } from './types.js';

/** The programs that a compile starts, each of them asked for its version or tried. */
export const programRows: readonly CheckRow[] = [
  { id: 'node', title: 'Node.js', needed: true, look: () => ({ state: 'ok', detail: process.version }) },
  { id: 'clang', title: 'clang', needed: true, look: (context) => askVersion('clang', context) },
  { id: 'bpf-target', title: message`clang's BPF target`, needed: true, look: compileNothing },
  { id: 'llvm-strip', title: 'llvm-strip', needed: true, look: (context) => askVersion('llvm-strip', context) },
  { id: 'bpftool', title: 'bpftool', needed: true, look: (context) => askVersion('bpftool', context) },
  { id: 'xz', title: 'xz', needed: false, look: findXz },
];

/** What `--version` says, and where the program is. */
async function askVersion(tool: Tool, { env, signal }: DoctorContext): Promise<Finding> {
  const path = findTool(tool, env);
  const { code, stdout, stderr } = await run(path, [tool === 'bpftool' ? 'version' : '--version'], { signal });
  const version = /\d+\.\d+(?:\.\d+)?/.exec(stdout.toString())?.[0];
  if (code === 0) return { state: 'ok', detail: `${version ?? ''}${version === undefined ? '' : ', '}${path}` };
  const said = stderr.trim().split('\n')[0] || message`exit code ${code ?? 1}`;
  return { state: 'missing', detail: message`'${path}' does not work: ${said}`, cure: installHint(tool) };
}

/** A clang can be built without it. */
async function compileNothing({ env, signal }: DoctorContext): Promise<Finding> {
  const clang = findTool('clang', env);
  const args = ['-target', 'bpf', '-g', '-O2', '-x', 'c', '-c', '-', '-o', '-'];
  const input = Readable.from(['int x = 1;\n']);
  const { code, stdout, stderr } = await run(clang, args, { signal, input });
  if (code === 0 && stdout.length > 0) return { state: 'ok', detail: message`an object was compiled` };
  const [said = ''] = stderr.trim().split('\n');
  return { state: 'missing', detail: message`'${clang}' does not compile for BPF: ${said}`, cure: installHint('clang') };
}

function findXz({ env }: DoctorContext): Finding {
  const path = findExecutable('xz', env);
  if (path !== undefined) return { state: 'ok', detail: path };
  return { state: 'missing', detail: message`--btfgen unpacks the types of other kernels with it`, cure: installHint('xz') };
}
