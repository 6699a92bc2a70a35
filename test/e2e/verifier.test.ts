// Programs that real kernels refuse: each is refused, and for the reason that its name says.
// UPDATE_VERIFIER_LOGS=6.1,6.12 keeps what those kernels say, for the tests without a kernel.
import { writeFileSync } from 'node:fs';
import t from 'tap';
import { scratchDirectory } from '../fixtures/project.js';
import { compileRefused, logFile, refuseInGuest } from '../fixtures/verifier/refused.js';

t.setTimeout(600_000);

const updated = process.env['UPDATE_VERIFIER_LOGS']?.split(',');

t.test('programs are refused', { timeout: 600_000 }, async (t) => {
  const objects = await compileRefused(scratchDirectory(t));
  for (const kernel of updated ?? ['6.1', '6.12']) {
    const logs = await refuseInGuest(kernel, objects);
    for (const [id, log] of logs) if (updated) writeFileSync(logFile(id, kernel), log);
  }
});
