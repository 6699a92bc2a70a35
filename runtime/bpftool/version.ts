import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import type { Kernel } from '../kernel/types.js';
import { BpftoolError, type Bpftool } from './bpftool.js';
import { installCure } from './install-cure.js';

/** Before 7.0 bpftool pinned programs by section instead of by name. */
const oldestMajor = 7;

/**
 * Throws `tool-missing` when bpftool is too old, or does not work at all, as Ubuntu's script without the running
 * kernel's tools; gives the version. Asked only after something failed: it costs a process.
 */
export async function requireVersion(bpftool: Bpftool, kernel: Kernel): Promise<string> {
  const version = await readVersion(bpftool, kernel);
  if (Number.parseInt(version, 10) >= oldestMajor) return version;
  throw new TseccError('tool-missing', message`use bpftool: version ${version} is too old`, {
    cure: installCure(kernel),
  });
}

async function readVersion(bpftool: Bpftool, kernel: Kernel): Promise<string> {
  try {
    const answer: unknown = JSON.parse(await bpftool(['version', '-j']));
    if (typeof answer === 'object' && answer !== null && 'version' in answer) return String(answer.version);
    return 'unknown';
  } catch (cause) {
    if (!(cause instanceof BpftoolError) && !(cause instanceof SyntaxError)) throw cause;
    const said =
      cause instanceof BpftoolError
        ? (cause.stderr.trim().split('\n')[0] ?? '')
        : message`it does not tell its version`;
    throw new TseccError('tool-missing', message`use bpftool: ${said || message`it does not work`}`, {
      cure: installCure(kernel),
      cause,
    });
  }
}
