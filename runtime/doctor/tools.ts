import type { Check } from '../../core/doctor/types.js';
import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { bpftoolAt } from '../bpftool/bpftool.js';
import { findBpftool } from '../bpftool/find.js';
import { requireVersion } from '../bpftool/version.js';
import { koffi } from '../kernel/libc.js';
import { syscallNumbers } from '../kernel/syscall-numbers.js';
import type { Kernel } from '../kernel/types.js';
import type { DoctorContext } from './types.js';

/** What of tsecli's own means is there. */
export interface FoundTools {
  readonly bpftool: string | undefined;
  readonly withoutCalls: Phrase | undefined;
  readonly checks: readonly Check[];
}

/** Looks for bpftool and asks for its version, and makes sure that calls into libc are possible. */
export async function findTools(kernel: Kernel, env: DoctorContext['env']): Promise<FoundTools> {
  const bpftool = await checkBpftool(kernel, env);
  const calls = checkCalls();
  const node: Check = { id: 'node', state: 'ok', title: 'Node.js', detail: process.version };
  const withoutCalls = calls.state === 'ok' ? undefined : calls.detail;
  return { bpftool: bpftool.version, withoutCalls, checks: [node, bpftool.check, calls] };
}

async function checkBpftool(
  kernel: Kernel,
  env: DoctorContext['env'],
): Promise<{ readonly check: Check; readonly version: string | undefined }> {
  const base = { id: 'bpftool', title: 'bpftool' };
  try {
    const path = findBpftool(kernel, env['PATH']);
    const version = await requireVersion(bpftoolAt(path), kernel);
    return { version, check: { ...base, state: 'ok', detail: `${version}, ${path}` } };
  } catch (error) {
    return { version: undefined, check: { ...base, state: 'missing', ...reasonOf(error) } };
  }
}

function checkCalls(): Check {
  const base = { id: 'calls', title: message`calls into libc` };
  try {
    koffi();
    syscallNumbers();
    return { ...base, state: 'ok', detail: 'koffi' };
  } catch (error) {
    return { ...base, state: 'missing', ...reasonOf(error) };
  }
}

/** What a foreseen error says, and its cure. */
function reasonOf(error: unknown): Pick<Check, 'detail' | 'cure'> {
  if (!(error instanceof TseccError)) throw error;
  return { detail: error.phrases.message, cure: error.phrases.cure };
}
