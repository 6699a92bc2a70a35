import t from 'tap';
import { rootNames } from '../../../compiler/source/root-names.js';
import { declarationsOf } from '../../fixtures/annotations/read-source.js';

t.test('a struct without a tag is called by its first typedef that is no pointer', async (t) => {
  const source = 'typedef struct { int a; } *p, x, y; typedef struct b { int c; } d;';
  const names = rootNames(await declarationsOf(source));
  t.equal(names.get(source.indexOf('{')), 'x');
  t.equal(names.get(source.lastIndexOf('{')), 'd');
});
