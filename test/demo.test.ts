import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import t from 'tap';
import { findFault } from '../tools/demo/judge.mjs';
import { recordBuild } from '../tools/setup/build.mjs';
import { copyProject, scratchDirectory } from './fixtures/project.js';

t.test('npm run demo ends with the four trace lines, and says where it ran', async (t) => {
  const project = `${scratchDirectory(t)}/project`;
  copyProject(project);
  const demo = spawnSync(process.execPath, ['tools/demo.mjs'], { cwd: project, encoding: 'utf8' });
  t.equal(demo.status, 0, demo.stderr);
  t.equal(findFault(demo.stdout), undefined);
  t.match(demo.stderr, /^demo: ran on Linux \d\S+, (in the lab|on this host)$/m);
});

t.test('the demo fails when a trace line is absent', async (t) => {
  const project = `${scratchDirectory(t)}/project`;
  copyProject(project);
  // A tsecli that prints but one line, in a project whose build counts as fresh.
  rmSync(`${project}/dist/bin`, { recursive: true });
  mkdirSync(`${project}/dist/bin`);
  for (const name of ['tsecc', 'tselearn']) writeFileSync(`${project}/dist/bin/${name}.js`, '');
  writeFileSync(
    `${project}/dist/bin/tsecli.js`,
    `if (process.argv[2] === 'run') console.log('              rm-7 [000] d..31 1.5: bpf_trace_printk: KPROBE ENTRY');`,
  );
  recordBuild(project);
  const demo = spawnSync(process.execPath, ['tools/demo.mjs'], { cwd: project, encoding: 'utf8' });
  t.equal(demo.status, 1);
  t.match(demo.stderr, /^demo: failed: the trace lacks line 1 of the 4 expected ones/m);
});
