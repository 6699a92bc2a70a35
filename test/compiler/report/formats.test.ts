import t from 'tap';
import { askedFormat, formats } from '../../../compiler/report/formats.js';

t.test('a command line asks for text or for JSON', async (t) => {
  t.same(formats, ['text', 'json']);
  t.equal(askedFormat(['a.bpf.c']), 'text');
  t.equal(askedFormat(['--format', 'json', 'a.bpf.c']), 'json');
  t.equal(askedFormat(['a.bpf.c', '--format=json']), 'json');
  t.equal(askedFormat(['--format=json', '--format', 'text']), 'text', 'the last one counts');
  t.equal(askedFormat(['a.bpf.c', '--', '--format=json']), 'text', 'behind two dashes it is not ours');
  t.equal(askedFormat(['--format']), 'text');
});
