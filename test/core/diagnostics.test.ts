import t from 'tap';
import { formatDiagnostic, type Diagnostic } from '../../core/diagnostics.js';

const unknownType: Diagnostic = {
  severity: 'error',
  text: "unknown type name '__u64'",
  location: { file: 'a.bpf.c', line: 3, column: 2, length: 5, lineText: '\t__u64 x;' },
  notes: [
    {
      severity: 'note',
      text: 'included from here',
      location: { file: 'b.h', line: 1, column: 1 },
      notes: [],
    },
  ],
  cure: 'include "vmlinux.h" first',
};

t.test('a diagnostic shows place, source line, caret, cure and notes', async (t) => {
  t.equal(
    formatDiagnostic(unknownType, { color: false }),
    [
      "a.bpf.c:3:2: error: unknown type name '__u64'",
      '  \t__u64 x;',
      '  \t^~~~~',
      '  cure: include "vmlinux.h" first',
      'b.h:1:1: note: included from here',
    ].join('\n'),
  );
});

t.test('a diagnostic without a place is one line', async (t) => {
  t.equal(
    formatDiagnostic({ severity: 'warning', text: 'no licence', notes: [] }, { color: false }),
    'warning: no licence',
  );
});

t.test('colors surround words and change none', async (t) => {
  const painted = formatDiagnostic(unknownType, { color: true });
  t.match(painted, '\x1b[1;31merror:\x1b[0m unknown type');
  t.equal(painted.replaceAll(/\p{Cc}\[[\d;]*m/gu, ''), formatDiagnostic(unknownType, { color: false }));
});

t.test('the caret stands under the character, whose bytes and columns differ', async (t) => {
  const lineText = '/* 中é */ x = y;';
  const column = Buffer.byteLength('/* 中é */ x = ') + 1;
  const shown = formatDiagnostic(
    { severity: 'error', text: 'no y', location: { file: 'a.c', line: 1, column, lineText }, notes: [] },
    { color: false },
  );
  t.equal(
    shown.split('\n')[2],
    `  ${' '.repeat('/* 中é */ x = '.length + 1)}^`,
    'a Chinese character takes two columns',
  );
});

t.test('a column behind the end of the line puts the caret at its end', async (t) => {
  const location = { file: 'a.c', line: 1, column: 99, lineText: 'int x' };
  t.equal(
    formatDiagnostic({ severity: 'error', text: 'e', location, notes: [] }, { color: false }).split('\n')[2],
    '       ^',
  );
});

t.test('nothing of foreign origin reaches the terminal as a control character', async (t) => {
  const hostile = '\x1b]0;title\x07';
  const shown = formatDiagnostic(
    {
      severity: 'error',
      text: hostile,
      location: { file: hostile, line: 1, column: 1, lineText: `${hostile}\r` },
      notes: [{ severity: 'note', text: hostile, notes: [] }],
      cure: hostile,
    },
    { color: false },
  );
  t.notMatch(shown, /[^\P{Cc}\n]/u);
});

t.test('ranges are marked beside the place, in columns of the terminal', async (t) => {
  const shown = formatDiagnostic(
    {
      severity: 'error',
      text: 'x',
      notes: [],
      location: {
        file: 'a.c',
        line: 1,
        column: 8,
        length: 1,
        ranges: [
          { column: 1, length: 6 },
          { column: 10, length: 2 },
        ],
        lineText: '打开 + ab',
      },
    },
    { color: false },
  );
  t.same(shown.split('\n').slice(1), ['  打开 + ab', '  ~~~~ ^ ~~']);
});

t.test('a diagnostic is said in other languages too', async (t) => {
  const { chinese } = await import('../../core/languages/zh.js');
  const { message, translator } = await import('../../core/message.js');
  const text = formatDiagnostic(
    { severity: 'warning', text: message`it is a directory`, notes: [], cure: message`make room` },
    { color: false, translate: translator(chinese) },
  );
  t.equal(text, '警告: 这是目录\n  解决办法: 请腾出空间');
});
