import t from 'tap';
import { isTar } from '../../../../runtime/source/bundle/is-tar.js';
import { tarOf } from '../../../fixtures/hostile/tar.js';

t.test('a tar is told by its bytes', async (t) => {
  t.equal(isTar(tarOf({ name: 'a' })), true);
  // GNU's own form.
  t.equal(isTar(tarOf({ name: 'a', magic: 'ustar  \u0000' })), true);
  t.equal(isTar(Buffer.from('{"bpf_object":"ustar"}'.padEnd(600))), false);
  t.equal(isTar(new Uint8Array(10)), false);
});
