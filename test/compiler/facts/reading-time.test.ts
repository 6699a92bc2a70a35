import t from 'tap';
import { readingTime } from '../../../compiler/facts/reading-time.js';
import { outputHelpers } from '../../../compiler/events/output-calls.js';
import { sourceText } from '../../fixtures/sources/sources.js';

t.test('a source that hands something out is read before clang runs', async (t) => {
  for (const helper of outputHelpers) t.equal(readingTime(`${helper}(&rb, …)`), 'before', helper);
  t.equal(readingTime('/// @event struct a'), 'before');
  t.equal(readingTime('int a; ///< @format ns'), 'before');
});

t.test('a source with annotations only is read while clang runs', async (t) => {
  for (const text of ['/// x', '/** x */', '//! x', '/*! x */']) t.equal(readingTime(text), 'beside', text);
});

t.test('all others are not read, the first lesson among them', async (t) => {
  for (const text of ['//// x', '/*** x */', '/**/', '// @event x', 'my_bpf_ringbuf_output_it()'])
    t.equal(readingTime(text), 'never', text);
  t.equal(readingTime(sourceText('kprobe-link.bpf.c')), 'never');
});
