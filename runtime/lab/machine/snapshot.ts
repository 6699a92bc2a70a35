import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { machineFiles } from './arguments.js';
import type { Machine } from './start-qemu.js';

// With it, a migration leaves out memory that lies in a shared file: state alone is 0.3 MB.
const capabilities = { capabilities: [{ capability: 'x-ignore-shared', state: true }] };

/**
 * Saves a machine's state beside its memory file; both make the snapshot. The machine stays stopped afterwards. It must
 * run before, since a machine that was saved stopped would wait to be continued. Throws `tool-missing`.
 */
export async function saveSnapshot({ qmp }: Machine): Promise<void> {
  await qmp.execute('migrate-set-capabilities', capabilities);
  // A shell runs the command, so it holds no path: QEMU's working directory is the snapshot's.
  await qmp.execute('migrate', { uri: `exec:cat > ${machineFiles.state}` });
  for (;;) {
    const status = statusOf(await qmp.execute('query-migrate'));
    if (status === 'completed') return;
    if (status === 'failed' || status === 'cancelled') {
      throw new TseccError('tool-missing', message`build lab: QEMU could not save the machine`, {
        cure: message`is the disk full?`,
      });
    }
    await setTimeout(10);
  }
}

/**
 * Sets a machine that was started with resume arguments going from its snapshot. All commands are sent at once; the
 * agent's answer, {@link LabClient.hello}, tells that it runs.
 */
export async function resumeSnapshot({ qmp, client }: Machine): Promise<void> {
  client.resumed({ time: Date.now(), entropy: randomBytes(64).toString('base64') });
  await Promise.all([
    qmp.execute('qmp_capabilities'),
    qmp.execute('migrate-set-capabilities', capabilities),
    qmp.execute('migrate-incoming', { uri: `exec:cat < ${machineFiles.state}` }),
  ]);
}

function statusOf(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'status' in answer ? answer.status : undefined;
}
