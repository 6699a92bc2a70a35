import t from 'tap';
import { matchFunctions } from '../../../../runtime/attach/binary/match-functions.js';
import { resolveFunction } from '../../../../runtime/attach/binary/resolve-function.js';
import { binary } from '../../../fixtures/binaries/binaries.js';
import { loadedProgram } from '../../../fixtures/kernel/points.js';

const program = loadedProgram('uprobe.multi', '/opt/target:known_*');
const target = binary('target');

t.test('a pattern gives each place of the functions that match, once', async (t) => {
  const wanted = ['known_add', 'known_sub'].map((name) => resolveFunction(program, target, name));
  t.same(new Set(matchFunctions(program, target, 'known_*')), new Set(wanted));
  t.same(matchFunctions(program, target, 'known_s??'), [resolveFunction(program, target, 'known_sub')]);
  t.equal(matchFunctions(program, binary('versions.so'), 'known_r*').length, 2, 'two versions');
});

t.test('a plain name means what it means for a single probe', async (t) => {
  t.same(matchFunctions(program, target, '_start'), [0x110]);
  t.throws(() => matchFunctions(program, target, 'known_ad'), {
    message: /no function known_ad$/,
    cure: /nearest: known_add/,
  });
});

t.test('a pattern that matches nothing is an error', async (t) => {
  t.throws(() => matchFunctions(program, target, 'nothing_*'), {
    code: 'attach-failed',
    message:
      "attach 'prog' to uprobe.multi//opt/target:known_*: no function of /opt/target matches nothing_*",
    cure: 'it names 4',
  });
});
