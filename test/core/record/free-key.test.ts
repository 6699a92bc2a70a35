import t from 'tap';
import { freeKey, streamKeys, timeKeys } from '../../../core/record/free-key.js';

const fields = (...names: readonly string[]) => names.map((name) => ({ name }));

t.test('the time has the first name that no field has', async (t) => {
  t.equal(freeKey(timeKeys, fields('pid')), 'time');
  t.equal(freeKey(timeKeys, fields('time')), 'timestamp');
  t.equal(freeKey(timeKeys, fields('time', 'timestamp')), 'read_at');
  t.equal(freeKey(timeKeys, fields('time', 'timestamp', 'read_at')), '@time');
});

t.test('so has the stream', async (t) => {
  t.equal(freeKey(streamKeys, fields('a')), 'stream');
  t.equal(freeKey(streamKeys, fields('stream')), 'stream_name');
  t.equal(freeKey(['a', 'b'], fields('a', 'b')), '@a');
});
