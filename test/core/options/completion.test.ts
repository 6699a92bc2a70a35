import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { fillTemplate } from '../../../core/fill-template.js';
import {
  completionValues,
  shells,
  type CompletionFacts,
  type Shell,
} from '../../../core/options/completion.js';
import { message } from '../../../core/message.js';
import { bashCompletion } from '../../fixtures/complete.js';
import { root } from '../../fixtures/project.js';

const facts: CompletionFacts = {
  command: 'tool',
  version: '1',
  options: [
    { name: 'out', short: 'o', value: 'DIR', help: message`it's a [directory]: yes` },
    { name: 'types', value: 'FILE', help: message`a file` },
    { name: 'form', value: 'FORM', choices: ['json', 'csv'], help: message`a form` },
    { name: 'lab', value: 'KERNEL', optionalValue: true, choices: ['auto'], help: message`a kernel` },
    { name: 'text', short: 't', value: 'TEXT', help: message`any text` },
    { name: 'quiet', short: 'q', help: message`no $words \`here\`` },
  ],
  commands: [
    { name: 'run', help: message`run it` },
    { name: 'lab', help: message`the lab`, choices: ['list', 'shell'] },
  ],
  files: ['*.bpf.c', '*.json'],
  optionsFirst: false,
};

const script = (shell: Shell, more: Partial<CompletionFacts> = {}): string =>
  fillTemplate(
    readFileSync(join(root, `templates/completion.${shell}.hbs`), 'utf8'),
    completionValues(shell, { ...facts, ...more }, String),
  );

t.test('bash completes commands, options, their values, and files', async (t) => {
  const complete = bashCompletion(t, 'tool', script('bash'));
  const files = ['a.bpf.c', 'b c.bpf.c', 'package.json', 'src'];
  t.same(complete(''), ['a.bpf.c', 'b c.bpf.c', 'lab', 'package.json', 'run', 'src']);
  t.same(complete('-'), ['--form', '--lab', '--out', '--quiet', '--text', '--types', '-o', '-q', '-t']);
  t.same(complete('--qu'), ['--quiet']);
  t.same(complete('--form', ''), ['csv', 'json']);
  t.same(complete('--form', '=', 'j'), ['json']);
  t.same(complete('--form', '='), ['csv', 'json']);
  t.same(complete('--lab', '=', ''), ['auto']);
  t.same(complete('--lab', 'a'), ['a.bpf.c'], 'a value that may be left out is not the next word');
  t.same(complete('-o', ''), ['src']);
  t.same(complete('--types', 'a'), ['a.bpf.c', 'a.h']);
  t.same(complete('--text', ''), [], 'nobody knows');
  t.same(complete('lab', ''), ['list', 'shell']);
  t.same(complete('lab', 'list', ''), []);
  t.same(complete('-o', 'lab', 'b'), ['b c.bpf.c'], 'a value is no command');
  t.same(complete('a.bpf.c', ''), files);
  t.same(complete('a.bpf.c', '--ty'), ['--types']);
});

t.test('where options stand first, what follows the file belongs to a program', async (t) => {
  const complete = bashCompletion(t, 'tool', script('bash', { optionsFirst: true, transparent: 'run' }));
  t.same(complete('run', '--ou'), ['--out']);
  t.same(complete('run', '--form', ''), ['csv', 'json']);
  t.same(complete('run', ''), ['a.bpf.c', 'b c.bpf.c', 'package.json', 'src']);
  t.same(complete('package.json', '--ou'), []);
  t.same(complete('run', 'package.json', 'a'), ['a.bpf.c', 'a.h'], 'any file');
  t.same(complete('--', 'package.json', '--form', ''), [
    'a.bpf.c',
    'a.h',
    'b c.bpf.c',
    'package.json',
    'src',
  ]);
});

for (const shell of shells) {
  const found = spawnSync(shell, ['-c', 'true']).status === 0;
  t.test(`${shell} reads its script`, { skip: found ? false : `${shell} is not installed` }, async (t) => {
    for (const more of [{}, { optionsFirst: true, transparent: 'run' }]) {
      const path = join(t.testdir({ script: script(shell, more) }), 'script');
      const { status, stderr } = spawnSync(shell, ['-n', path], { encoding: 'utf8' });
      t.same({ status, stderr }, { status: 0, stderr: '' });
    }
  });
}

t.test(
  'fish completes by its script',
  { skip: spawnSync('fish', ['-c', 'true']).status === 0 ? false : 'fish is not installed' },
  async (t) => {
    const complete = (line: string, more: Partial<CompletionFacts> = {}) =>
      spawnSync('fish', ['--no-config', '-c', `${script('fish', more)}\ncomplete -C '${line}'`], {
        encoding: 'utf8',
        cwd: t.testdir({ 'a.bpf.c': '' }),
      })
        .stdout.split('\n')
        .flatMap((found) => found.split('\t')[0] || []);
    t.same(complete('tool --form '), ['csv', 'json']);
    t.same(complete('tool lab '), ['list', 'shell']);
    t.same(complete('tool --qu'), ['--quiet']);
    t.ok(complete('tool ').includes('a.bpf.c'));
    t.same(complete('tool run --qu', { optionsFirst: true, transparent: 'run' }), ['--quiet']);
    t.same(complete('tool x.json --qu', { optionsFirst: true, transparent: 'run' }), []);
  },
);
