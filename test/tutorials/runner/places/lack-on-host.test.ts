import t from 'tap';
import { lackOnHost } from '../../../../tutorials/runner/places/lack-on-host.js';
import { realKernel } from '../../../../runtime/kernel/real-kernel.js';

t.test('a host lacks what it cannot load, and Linux that it is older than', async (t) => {
  const kernel = realKernel();
  t.equal(
    await lackOnHost(kernel, process.env, { kinds: ['no such kind'] }),
    undefined,
    'unknown kinds are no reason',
  );
  t.match(String(await lackOnHost(kernel, process.env, { linux: '99.0' })), /needs Linux 99\.0/);
  const without = {
    ...process.env,
    PATH: '/nowhere',
    BPFTOOL: '/nowhere/bpftool',
    TSECLI_BPFTOOL: '/nowhere/bpftool',
  };
  t.type(await lackOnHost(kernel, without, { kinds: [] }), 'undefined');
});
