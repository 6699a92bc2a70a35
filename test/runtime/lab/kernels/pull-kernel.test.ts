import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import type { PackageTool } from '../../../../runtime/lab/kernels/package-tool.js';
import { pullKernel } from '../../../../runtime/lab/kernels/pull-kernel.js';
import { fakeLab, namesIn, recordedProgress } from '../../../fixtures/lab/fake-lab.js';

/** A distribution that has one kernel, and how often it was asked for it. */
function distribution(release: string, fail = false): PackageTool & { asked: number } {
  return {
    program: 'sh',
    asked: 0,
    async fetch(_version, { directory }) {
      this.asked++;
      if (fail) throw new Error('the mirror is down');
      const modules = join(directory, 'modules');
      mkdirSync(modules);
      writeFileSync(join(directory, 'vmlinuz'), 'image');
      return { release, image: join(directory, 'vmlinuz'), modules };
    },
  };
}

t.test('a pulled kernel is kept under its version and nothing else is', async (t) => {
  const { paths, env } = fakeLab(t.testdir());
  const tool = distribution('6.12.1-x');
  const kernel = await pullKernel('6.12', { paths, env, progress: recordedProgress() }, { tools: [tool] });
  t.equal(kernel.release, '6.12.1-x');
  t.same(namesIn(paths.kernels), ['.lock', '6.1', '6.12']);
});

t.test('what is here already is not pulled again, unless it is to be renewed', async (t) => {
  const { paths, env } = fakeLab(t.testdir());
  const tool = distribution('6.1.9-x');
  const context = { paths, env, progress: recordedProgress() };
  t.equal((await pullKernel('6.1', context, { tools: [tool] })).release, '6.1.0-1-fake');
  t.equal(tool.asked, 0);
  t.equal((await pullKernel('6.1', context, { tools: [tool], renew: true })).release, '6.1.9-x');
});

t.test('two that pull at once pull once', async (t) => {
  const { paths, env } = fakeLab(t.testdir());
  const tool = distribution('6.12.1-x');
  const context = { paths, env, progress: recordedProgress() };
  await Promise.all([
    pullKernel('6.12', context, { tools: [tool] }),
    pullKernel('6.12', context, { tools: [tool] }),
  ]);
  t.equal(tool.asked, 1);
});

t.test('a pull that fails leaves nothing, and what a dead one left is swept', async (t) => {
  const { paths, env } = fakeLab(t.testdir());
  mkdirSync(join(paths.kernels, '.pulling-dead'));
  const context = { paths, env, progress: recordedProgress() };
  await t.rejects(pullKernel('6.12', context, { tools: [distribution('', true)] }), {
    message: 'the mirror is down',
  });
  t.same(namesIn(paths.kernels), ['.lock', '6.1']);
});

t.test('where no package tool is known, a path is the cure', async (t) => {
  const { paths, env } = fakeLab(t.testdir());
  const context = { paths, env, progress: recordedProgress() };
  await t.rejects(pullKernel('6.12', context, { tools: [] }), { code: 'tool-missing', cure: /vmlinuz/ });
});

t.test('a cache that cannot be made says so', async (t) => {
  const { paths, env, directory } = fakeLab(t.testdir({ file: '' }));
  const context = {
    paths: { ...paths, kernels: join(directory, 'file/x') },
    env,
    progress: recordedProgress(),
  };
  await t.rejects(pullKernel('6.12', context, { tools: [distribution('6.12.1')] }), {
    code: 'tool-missing',
    message: /cache directory cannot be made/,
  });
});
