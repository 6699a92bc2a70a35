import t from 'tap';
import { parseMapSize } from '../../../runtime/options/map-size.js';

t.test('a map and its size', async (t) => {
  t.same(parseMapSize('events=1'), { map: 'events', size: 1 });
  t.same(parseMapSize('a=4294967295'), { map: 'a', size: 2 ** 32 - 1 });
  t.same(parseMapSize('a=256k'), { map: 'a', size: 262_144 });
  t.same(parseMapSize('a=2M'), { map: 'a', size: 2 ** 21 });
  t.same(parseMapSize('a=1g'), { map: 'a', size: 2 ** 30 });
});

t.test('what is none of these is a usage error', async (t) => {
  for (const text of [
    '',
    'a',
    'a=',
    '=5',
    'a=b',
    'a=-1',
    'a=1.5',
    'a=0',
    'a=4294967296',
    'a=4g',
    'a=1t',
    'a=99999999999',
  ])
    t.throws(() => parseMapSize(text), { code: 'usage' }, text);
});
