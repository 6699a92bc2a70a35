import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { makeCgroup, makeScratch, removeCgroup } from '../../../../tutorials/runner/places/scratch.js';
import { scratchDirectory } from '../../../fixtures/project.js';

t.test('what the dead left is removed, what the living have stays', async (t) => {
  const parent = scratchDirectory(t);
  const dead = spawnSync('true').pid;
  for (const name of [`tselearn-${dead}-aaa`, `tselearn-${process.ppid}-bbb`, 'tselearn', 'other'])
    mkdirSync(join(parent, name, 'inner'), { recursive: true });
  const made = makeScratch(parent);
  t.ok(existsSync(made));
  t.same(
    readdirSync(parent).filter((name) => join(parent, name) !== made),
    ['other', 'tselearn', `tselearn-${process.ppid}-bbb`],
  );
});

t.test('cgroups are made and removed in the same way', async (t) => {
  const root = scratchDirectory(t);
  mkdirSync(join(root, `tselearn-${spawnSync('true').pid}-aaa`));
  const made = makeCgroup(root, 'word');
  t.same(readdirSync(root), [`tselearn-${process.pid}-word`]);
  removeCgroup(made);
  t.same(readdirSync(root), []);
  t.doesNotThrow(() => removeCgroup(made));
});
