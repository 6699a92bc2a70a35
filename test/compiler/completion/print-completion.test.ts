import t from 'tap';
import { optionRows } from '../../../compiler/command-options.js';
import { printCompletion } from '../../../compiler/completion/print-completion.js';
import { subcommandRows } from '../../../compiler/subcommands.js';
import { speaking } from '../../../core/language.js';
import { bashCompletion } from '../../fixtures/complete.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';

async function print(...argv: string[]): Promise<string> {
  const io = memoryIo();
  t.equal(await printCompletion(argv, await speaking(argv, io)), 0);
  return io.output();
}

t.test('bash completes what the tables have', async (t) => {
  const complete = bashCompletion(t, 'tsecc', await print('bash'));
  const words = optionRows.flatMap(({ name, short }) => [`--${name}`, ...(short ? [`-${short}`] : [])]);
  t.same(complete('-'), words.toSorted());
  t.same(complete('--lang', ''), ['en', 'zh']);
  t.ok(complete('--target-arch', '').includes('arm64'));
  t.same(complete('a'), ['a.bpf.c', 'a.h']);
  for (const { name, choices } of subcommandRows) {
    t.ok(complete('').includes(name), name);
    if (choices) t.same(complete(name, ''), (await choices()).toSorted());
  }
});

t.test('descriptions follow the language', async (t) => {
  t.match(await print('fish', '--lang', 'zh'), "-l yaml -s y -d '写 package.yaml 而不是 package.json'");
  t.match(await print('zsh'), /^#compdef tsecc\n/);
  await t.rejects(print('sh'), { code: 'usage' });
});
