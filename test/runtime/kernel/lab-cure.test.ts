import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { labCure, labVariable } from '../../../runtime/kernel/lab-cure.js';
import { root } from '../../fixtures/project.js';
import { inEnglish } from '../../fixtures/in-english.js';

t.test('outside of the lab, the lab is the way', async (t) => {
  t.equal(inEnglish(labCure('kernel')), 'use --lab');
  t.equal(
    inEnglish(labCure('newer kernel', 'leave it out')),
    'leave it out; or use --lab with a newer kernel',
  );
  t.equal(
    inEnglish(labCure('rights', 'run it with sudo')),
    'run it with sudo; or use --lab, which needs no root',
  );
});

t.test('in the lab, another kernel is, and rights are nothing to be had', async (t) => {
  process.env[labVariable] = '1';
  t.teardown(() => delete process.env[labVariable]);
  t.equal(inEnglish(labCure('kernel', 'nearest: x')), 'nearest: x; or use another kernel: --lab=KERNEL');
  t.equal(inEnglish(labCure('newer kernel')), 'use a newer kernel: --lab=KERNEL');
  t.equal(labCure('rights', 'run as root'), 'run as root');
  t.equal(labCure('rights'), undefined);
});

t.test('no other file of the runtime sends anybody to the lab by words of its own', async (t) => {
  const files = readdirSync(join(root, 'runtime'), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    if (file.startsWith('lab/') || file.startsWith('options/') || file === 'kernel/lab-cure.ts') continue;
    t.notMatch(readFileSync(join(root, 'runtime', file), 'utf8'), /use --lab/, file);
  }
});
