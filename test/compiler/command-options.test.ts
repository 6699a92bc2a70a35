import t from 'tap';
import { chinese } from '../../core/languages/zh.js';
import { translator } from '../../core/message.js';
import { helpText, optionRows } from '../../compiler/command-options.js';

t.test('the help names every option once, in lines that fit a terminal', async (t) => {
  const text = helpText(String);
  for (const { name } of optionRows) t.equal(text.split(`--${name} `).length - 1 >= 1, true, name);
  for (const line of text.split('\n')) t.ok(line.length <= 110, line);
});

t.test('no letter stands for two options', async (t) => {
  const letters = optionRows.flatMap(({ short }) => short ?? []);
  t.equal(new Set(letters).size, letters.length);
  t.equal(letters.join(''), 'ovyaclnbsh', "the letters are ecc's");
});

t.test('the help is said in Chinese too, and has examples', async (t) => {
  t.match(helpText(String), /Examples:\n {2}tsecc kprobe-link\.bpf\.c {2,}writes kprobe-link/);
  t.match(helpText(String), /Other commands:\n {2}tsecc init [^]*\n {2}tsecc completion SHELL/);
  const text = helpText(translator(chinese));
  t.match(text, /^用法：tsecc \[options\]/);
  t.match(text, / {2}tsecc --watch trace\.bpf\.c {2,}每次保存后重新编译\n/);
  for (const { name } of optionRows) t.ok(text.includes(`--${name}`), name);
  t.notMatch(text, /Examples|Options:|print the/);
});
