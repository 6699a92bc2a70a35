import { spawnSync } from 'node:child_process';
import t from 'tap';
import { initScript } from '../../../../runtime/lab/image/init-script.js';

t.test('the script is one that a shell can read', async (t) => {
  const script = initScript({ modules: ['virtio', 'veth'], node: '/usr/bin/node' });
  t.equal(spawnSync('sh', ['-n'], { input: script }).status, 0);
});

t.test('modules are loaded in order, after /proc is there and before the agent starts', async (t) => {
  const lines = initScript({ modules: ['virtio', 'veth'], node: '/usr/bin/node' }).split('\n');
  const at = (part: string) => lines.findIndex((line) => line.includes(part));
  const order = [
    'mount -t proc',
    'insmod /lib/modules/virtio.ko',
    'insmod /lib/modules/veth.ko',
    'lab-agent.js',
    'poweroff',
  ];
  const places = order.map(at);
  t.notOk(places.includes(-1), places.join(' '));
  t.same(
    places,
    places.toSorted((a, b) => a - b),
  );
});
