import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import {
  goScript,
  otherProcessIds,
  quote,
  waitingScript,
  workloadScript,
} from '../../../../tutorials/runner/places/workload.js';
import { scratchDirectory } from '../../../fixtures/project.js';

const shell = (script: string): string => execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' });

t.test('a workload is done in a directory of its own, and its end means nothing', async (t) => {
  const directory = join(scratchDirectory(t), "it's");
  shell(workloadScript(directory, 'touch a # comment\nexit 3'));
  t.ok(existsSync(join(directory, 'a')));
});

t.test('a workload can wait as a process whose id is known', async (t) => {
  const directory = join(scratchDirectory(t), 'work');
  const pid = shell(waitingScript(directory, 'echo $$ > pid')).trim();
  t.match(pid, /^\d+$/);
  t.notOk(existsSync(join(directory, 'pid')));
  shell(goScript(directory, pid));
  t.equal(shell(`cat ${quote(join(directory, 'pid'))}`).trim(), pid);
});

t.test('process ids count on from a number that nobody knows', async (t) => {
  const ids = Array.from({ length: 20 }, () => Number(/^echo (\d+) /.exec(otherProcessIds())?.[1]));
  t.ok(ids.every((id) => id >= 1000 && id < 30_000));
  t.ok(new Set(ids).size > 1);
});
