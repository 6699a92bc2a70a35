import { cpus, release } from 'node:os';
import t from 'tap';
import { describeMachine } from '../../../tools/figures/machine.mjs';

t.test('the machine is told with its kernel and the versions of what was measured', async (t) => {
  const machine = describeMachine();
  t.match(machine, { processors: cpus().length, kernel: release(), system: /\w/ });
  t.ok(machine.tools.includes(`Node.js ${process.versions.node}`));
  for (const tool of machine.tools) t.match(tool, /^\S+ \d+(?:\.\d+)+$/);
});
