import * as fc from 'fast-check';
import t from 'tap';
import { parseUsdtArguments } from '../../../../runtime/attach/usdt/parse-arguments.js';
import { Message } from '../../../../core/message.js';
import { inEnglish } from '../../../fixtures/in-english.js';

const [x86, arm] = [62, 183];

t.test('x86 arguments are constants, registers and memory', async (t) => {
  t.strictSame(
    parseUsdtArguments(x86, '-4@%edi 8@-16(%rbp) 2@$-7 -1@8(%rsp) 8@(%rax) 8@0x10(%r12) 8@$0xff'),
    [
      { size: 4, signed: true, kind: 'register', register: 112 },
      { size: 8, signed: false, kind: 'memory', register: 32, offset: -16n },
      { size: 2, signed: false, kind: 'constant', value: -7n },
      { size: 1, signed: true, kind: 'memory', register: 152, offset: 8n },
      { size: 8, signed: false, kind: 'memory', register: 80, offset: 0n },
      { size: 8, signed: false, kind: 'memory', register: 24, offset: 16n },
      { size: 8, signed: false, kind: 'constant', value: 255n },
    ],
  );
});

t.test('arm64 arguments, too, and blanks in brackets belong to them', async (t) => {
  t.strictSame(parseUsdtArguments(arm, '8@x3 -4@[sp, 60] -4@5 8@[x19] 4@w0'), [
    { size: 8, signed: false, kind: 'register', register: 24 },
    { size: 4, signed: true, kind: 'memory', register: 248, offset: 60n },
    { size: 4, signed: true, kind: 'constant', value: 5n },
    { size: 8, signed: false, kind: 'memory', register: 152, offset: 0n },
    { size: 4, signed: false, kind: 'register', register: 0 },
  ]);
});

t.test('a probe without arguments has none', async (t) => {
  t.strictSame(parseUsdtArguments(x86, ''), []);
});

t.test('what cannot be read is named', async (t) => {
  t.equal(
    inEnglish(parseUsdtArguments(x86, '8@%rdi 8f@%xmm0')),
    'argument 1 of the probe is in a place that is not supported: 8f@%xmm0',
  );
  for (const text of ['8@%xmm0', '8@(%rax,%rbx,4)', '3@%rax', '%rax', '8@symbol(%rip)', '8@$x']) {
    t.type(parseUsdtArguments(x86, text), Message, text);
  }
  t.type(parseUsdtArguments(243, '8@a0'), Message, 'an unknown machine');
});

t.test('any text gives arguments or a reason, in time', async (t) => {
  fc.assert(
    fc.property(fc.constantFrom(x86, arm, 0), fc.string(), (machine, text) => {
      const parsed = parseUsdtArguments(machine, text);
      return parsed instanceof Message || Array.isArray(parsed);
    }),
  );
  t.pass();
});
