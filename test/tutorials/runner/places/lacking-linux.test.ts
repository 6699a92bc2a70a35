import t from 'tap';
import { lackingLinux } from '../../../../tutorials/runner/places/lacking-linux.js';

t.test('only an older kernel lacks something', async (t) => {
  t.equal(lackingLinux('6.1.0-49-cloud-amd64', { linux: '5.8' }), undefined);
  t.equal(lackingLinux('5.10.0', { linux: '5.8' }), undefined, '10 is more than 8');
  t.equal(lackingLinux('5.10.0', {}), undefined);
  t.match(String(lackingLinux('5.10.0', { linux: '5.17' })), 'needs Linux 5.17 or newer, and this is 5.10.0');
  t.ok(lackingLinux('5.19', { linux: '6.1' }));
});
