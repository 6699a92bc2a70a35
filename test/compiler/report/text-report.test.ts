import t from 'tap';
import { CompileError } from '../../../compiler/compile-error.js';
import { textReport } from '../../../compiler/report/text-report.js';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { collectingIo } from '../../fixtures/report-io.js';

t.test('stages go to standard output, all else to standard error', async (t) => {
  const { io, written } = collectingIo();
  const report = textReport(io);
  report.stage('Compiling bpf object...');
  report.diagnostics([{ severity: 'warning', text: 'unused', notes: [], cure: 'use it' }]);
  report.verdict(
    { ok: true, at: new Date(2026, 0, 1, 12, 3, 4), seconds: 0.081, source: undefined },
    'a.bpf.c',
  );
  report.say(message`watching ${'a.bpf.c'}; Ctrl-C ends`);
  t.same(written(), {
    stdout: 'Compiling bpf object...\n',
    stderr: 'warning: unused\n  cure: use it\n12:03:04 ok 0.08 s\nwatching a.bpf.c; Ctrl-C ends\n',
  });
});

t.test('an error comes behind what was found', async (t) => {
  const { io, written } = collectingIo();
  const report = textReport(io);
  report.error(new CompileError('compile: refused', [{ severity: 'error', text: 'wrong', notes: [] }]));
  report.error(new TseccError('usage', 'read: no', { cure: 'do' }));
  t.equal(written().stderr, 'error: wrong\ntsecc: compile: refused\ntsecc: read: no (do)\n');
});
