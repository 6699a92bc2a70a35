import t from 'tap';
import { rootPrefix } from '../../../tools/setup/privilege.mjs';
import { fakeHost } from '../../fixtures/fake-host.js';

const sudo = { '/usr/bin/sudo': '' };
const allowed = () => ({ status: 0, output: '' });

t.test('root needs no sudo', async (t) => {
  t.same(rootPrefix(fakeHost({ root: true, files: sudo })), []);
});

t.test('a user whose sudo asks nothing uses it without a terminal', async (t) => {
  t.same(rootPrefix(fakeHost({ root: false, files: sudo, answer: allowed })), [
    'sudo',
    '-n',
    'env',
    'DEBIAN_FRONTEND=noninteractive',
  ]);
});

t.test('a user at a terminal can be asked for a password', async (t) => {
  t.same(rootPrefix(fakeHost({ root: false, files: sudo, terminal: true })), [
    'sudo',
    'env',
    'DEBIAN_FRONTEND=noninteractive',
  ]);
});

t.test('without sudo, or with nobody to answer it, there is no way', async (t) => {
  t.equal(rootPrefix(fakeHost({ root: false, terminal: true })), undefined);
  t.equal(rootPrefix(fakeHost({ root: false, files: sudo })), undefined);
});
