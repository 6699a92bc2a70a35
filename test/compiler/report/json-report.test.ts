import t from 'tap';
import { CompileError } from '../../../compiler/compile-error.js';
import { diagnosticRecord, jsonReport } from '../../../compiler/report/json-report.js';
import type { Diagnostic } from '../../../core/diagnostics.js';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { collectingIo } from '../../fixtures/report-io.js';

const wrong: Diagnostic = {
  severity: 'error',
  text: message`no member ${'x'}`,
  location: { file: 'a.bpf.c', line: 3, column: 7, length: 4, lineText: 'return x->y;' },
  notes: [{ severity: 'note', text: 'here', location: { file: 'b.h', line: 1, column: 2 }, notes: [] }],
  cure: 'write y',
  program: 'trace',
};

t.test('a diagnostic has what an editor needs', async (t) => {
  t.same(
    diagnosticRecord(wrong, (phrase) => `zh ${String(phrase)}`),
    {
      file: 'a.bpf.c',
      line: 3,
      column: 7,
      endColumn: 11,
      severity: 'error',
      message: 'zh no member x',
      cure: 'zh write y',
      program: 'trace',
      notes: [
        { file: 'b.h', line: 1, column: 2, endColumn: 3, severity: 'note', message: 'zh here', notes: [] },
      ],
    },
  );
});

t.test('each line of standard output is an object, and nothing else is there', async (t) => {
  const { io, written } = collectingIo();
  const report = jsonReport(io);
  report.stage('Compiling bpf object...');
  report.diagnostics([{ severity: 'warning', text: 'a\nb', notes: [] }]);
  report.error(new CompileError('compile: refused', [wrong]));
  report.error(new CompileError('compile: clang failed', []));
  report.error(new TseccError('usage', 'read: no', { cure: 'do' }));
  report.error(new Error('lost'));
  report.verdict({ ok: false, at: new Date(), seconds: 0.0814, source: undefined }, 'a.bpf.c');
  report.say(message`watching ${'a.bpf.c'}; Ctrl-C ends`);
  const { stdout, stderr } = written();
  t.same(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
    [
      { severity: 'warning', message: 'a\nb', notes: [] },
      diagnosticRecord(wrong, String),
      { severity: 'error', code: 'compile-failed', message: 'compile: clang failed', notes: [] },
      { severity: 'error', code: 'usage', message: 'read: no', cure: 'do', notes: [] },
      { severity: 'error', code: 'unforeseen', message: 'lost', notes: [] },
      { verdict: 'failed', file: 'a.bpf.c', seconds: 0.081 },
    ],
  );
  t.equal(stderr, 'watching a.bpf.c; Ctrl-C ends\n');
});
