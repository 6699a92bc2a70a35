import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import type { CommandIo } from '../../../../../core/command.js';
import { warmUp } from '../../../../../runtime/lab/guest/warm-up/warm-up.js';

t.test('main runs twice on a package that is there, and what it prints stays here', async (t) => {
  const trace = join(t.testdir({ trace: 'what it traced' }), 'trace');
  const calls: (readonly string[])[] = [];
  const main = async (argv: readonly string[], io: CommandIo): Promise<number> => {
    calls.push(argv);
    io.stdout.write('out');
    t.match(readFileSync(join(io.cwd(), 'package.json'), 'utf8'), /bpf_object/);
    return 0;
  };
  t.equal(await warmUp(main, trace), 'out');
  t.equal(calls.length, 2);
  t.equal(calls[0]?.at(-1), 'package.json');
  t.equal(readFileSync(trace, 'utf8'), '', 'the kernel keeps nothing of it');
});

t.test('a kernel that cannot run it does no harm', async (t) => {
  const main = () => Promise.reject(new Error('this kernel has no such function'));
  t.equal(await warmUp(main, join(t.testdir(), 'absent')), '');
});
