import t from 'tap';
import { SystemCallError } from '../../../runtime/kernel/libc.js';
import { openSources } from '../../../runtime/readers/open-sources.js';
import type { PlannedSource } from '../../../runtime/readers/plan-sources.js';

const kernel = { release: '6.1.0' };
const maps = [
  { name: 'a', fd: 5, definition: undefined },
  { name: 'b', fd: 6, definition: undefined },
];

function plan(log: string[], failing?: unknown): PlannedSource[] {
  return ['a', 'gone', 'b'].map((map) => ({
    map,
    streams: [],
    notes: [],
    open: (fd) => {
      if (failing !== undefined && map === 'b') throw failing;
      log.push(`open ${map} ${fd}`);
      return { read: async function* () {}, [Symbol.dispose]: () => void log.push(`close ${map}`) };
    },
  }));
}

t.test('each map that is there is opened', async (t) => {
  const log: string[] = [];
  t.equal(openSources(kernel, plan(log), maps).length, 2);
  t.same(log, ['open a 5', 'open b 6']);
});

t.test('when one cannot be opened, those before it are closed', async (t) => {
  const log: string[] = [];
  t.throws(() => openSources(kernel, plan(log, new SystemCallError('mmap', 12)), maps), {
    code: 'kernel-cannot',
    message: /^read map 'b': kernel 6.1.0 refuses it: .*ENOMEM/,
  });
  t.same(log, ['open a 5', 'close a']);
  t.throws(() => openSources(kernel, plan([], new Error('ours')), maps), { message: 'ours' });
});
