import t from 'tap';
import { targetProcess, vanishedProcess } from '../../../runtime/attach/target-process.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const program = loadedProgram('uprobe', '/opt/target:f');

function target(pid: number | undefined): number | undefined {
  const context = contextOf(new FakeKernel({ files: { '/proc/7/maps': '' } }), program);
  return targetProcess(program, { ...context, options: { ...context.options, pid } });
}

t.test('--pid is a process that is there, or left out', async (t) => {
  t.equal(target(7), 7);
  t.equal(target(undefined), undefined);
});

t.test('a process that is not there is one sentence', async (t) => {
  const expected = {
    code: 'attach-failed',
    message: "attach 'prog' to uprobe//opt/target:f: there is no process 99999",
    cure: 'give --pid a running process, or leave it out for all',
  };
  t.throws(() => target(99999), expected);
  t.match(vanishedProcess(program, 99999), expected);
});
