// Programs that real kernels refuse: each is refused, and for the reason that its name says, at its line.
// UPDATE_VERIFIER_LOGS=6.1,6.12,7.2,5.10 keeps what those kernels say, for the tests without a kernel.
import { writeFileSync } from 'node:fs';
import t from 'tap';
import { readObject } from '../../core/object/read-object.js';
import { findRefusal } from '../../runtime/bpftool/verifier-log.js';
import { explainRefusal } from '../../runtime/verifier/explain.js';
import { testKernels } from '../fixtures/kernels.js';
import { scratchDirectory } from '../fixtures/project.js';
import {
  compileRefused,
  expectedKind,
  keptLogs,
  logFile,
  refuseInGuest,
} from '../fixtures/verifier/refused.js';

const updated = process.env['UPDATE_VERIFIER_LOGS']?.split(',');

t.test('programs are refused', async (t) => {
  const objects = await compileRefused(scratchDirectory(t));
  for (const kernel of updated ?? testKernels) {
    t.test(`by Linux ${kernel}`, async (t) => {
      // A million instructions take minutes in an emulated machine.
      const asked = new Map([...objects].filter(([id]) => id !== 'too-many-instructions' || updated));
      const logs = await refuseInGuest(kernel, asked);
      if (updated) for (const [id, log] of logs) writeFileSync(logFile(id, kernel), log);
      for (const id of keptLogs(kernel).keys()) {
        const object = asked.get(id);
        if (!object) continue;
        const refusal = findRefusal(logs.get(id) ?? '');
        if (!refusal) {
          t.fail(`${id} is refused`);
          continue;
        }
        const told = explainRefusal({ ...refusal, release: kernel, object: readObject(object) });
        t.equal(told.kind, expectedKind(id, kernel), `${id}: ${told.said}`);
        t.match(told.place, { file: `${id}.bpf.c`, line: Number, column: Number }, `${id} has its place`);
      }
    });
  }
});
