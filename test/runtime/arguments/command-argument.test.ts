import * as fc from 'fast-check';
import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { readCommandArgument } from '../../../runtime/arguments/command-argument.js';

t.test('reads what ecc writes', async (t) => {
  t.same(readCommandArgument('target_pid', { default: 5, short: 'p', long: 'pid', help: 'the process' }), {
    name: 'pid',
    short: 'p',
    help: 'the process',
    fallback: 5,
  });
  const plain = { name: 'x', short: undefined, help: undefined, fallback: undefined };
  for (const cmdarg of [undefined, null, {}, 'text', { short: null, default: null }]) {
    t.same(readCommandArgument('x', cmdarg), plain);
  }
});

t.test('refuses what cannot be an option', async (t) => {
  for (const cmdarg of [
    { long: '' },
    { long: '--x' },
    { long: 'a b' },
    { short: 'pp' },
    { short: '-' },
    { long: 5 },
  ]) {
    t.throws(() => readCommandArgument('x', cmdarg), {
      code: 'package-invalid',
      message: /^read cmdarg of variable 'x': '(long|short)' is no option name$/,
    });
  }
});

t.test('any JSON is read or refused', async (t) => {
  const value = fc.record({
    long: fc.jsonValue(),
    short: fc.jsonValue(),
    default: fc.jsonValue(),
    help: fc.jsonValue(),
  });
  fc.assert(
    fc.property(fc.oneof(value, fc.jsonValue()), (cmdarg) => {
      try {
        return readCommandArgument('x', cmdarg).name.length > 0;
      } catch (error) {
        return error instanceof TseccError;
      }
    }),
  );
  t.pass();
});
