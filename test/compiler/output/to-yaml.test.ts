import * as fc from 'fast-check';
import t from 'tap';
import { parse } from 'yaml';
import { toYaml } from '../../../compiler/output/to-yaml.js';

t.test('a value is written in block style', async (t) => {
  t.equal(
    toYaml({ a: [{ b: 1, c: [] }, 'x: y'], d: {}, e: null, yes: true, 'k k': [[1, 2]] }),
    [
      'a:',
      '  -',
      '    b: 1',
      '    c: []',
      '  - "x: y"',
      'd: {}',
      'e: null',
      '"yes": true',
      '"k k":',
      '  -',
      '    - 1',
      '    - 2',
      '',
    ].join('\n'),
  );
});

t.test('any JSON value reads back as it was', async (t) => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      t.strictSame(parse(toYaml(plain)), plain);
    }),
    { numRuns: 300 },
  );
});
