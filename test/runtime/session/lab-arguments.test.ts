import t from 'tap';
import { parseOptions } from '../../../runtime/options/parse-options.js';
import { labArguments } from '../../../runtime/session/lab-arguments.js';

t.test('the guest is asked for the same, without the lab and with its own copy of the package', async (t) => {
  const asked = [
    '-jqv',
    '--exec',
    '--odd -value',
    '--duration=1.5s',
    '--max-events=3',
    '--fields=a,b',
    '--filter=a == "x y"',
    '--sort=-a',
    '--top=4',
    '--map-size=events=1m',
    '--map-size=counts=7',
    '--buffer-size=64k',
    '--fail-on-lost',
    '--attach=a=kprobe/b',
    '--disable=c',
    '--disable=d',
    '--partial',
    '--iface=lo',
    '--iface=2',
    '--cgroup=/sys/fs/cgroup/a',
    '--pid=7',
    '--binary=/bin/sh',
    '--lab=6.12',
    '/host/x.json',
  ];
  const request = parseOptions(asked);
  if (request.command !== 'run') throw new Error('a run was asked for');
  const again = parseOptions(labArguments(request));
  t.same(again, { ...request, lab: undefined, package: 'package.json' });
});

t.test('what was not asked for is not said', async (t) => {
  const request = parseOptions(['--lab', 'pkg']);
  if (request.command !== 'run') throw new Error('a run was asked for');
  t.same(labArguments(request), ['package.json']);
});

t.test('the guest speaks the language of the host', async (t) => {
  const request = parseOptions(['--lab', 'x.json']);
  if (request.command !== 'run') throw new Error('a run was asked for');
  t.same(labArguments(request, 'zh'), ['--lang=zh', 'package.json']);
  t.same(labArguments(request), ['package.json']);
});
