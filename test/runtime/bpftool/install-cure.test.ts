import t from 'tap';
import { installCure } from '../../../runtime/bpftool/install-cure.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { inEnglish } from '../../fixtures/in-english.js';

function cureOn(osRelease: string): string {
  return String(installCure(new FakeKernel({ files: { '/etc/os-release': osRelease } })));
}

t.test('each distribution has its command', async (t) => {
  t.equal(cureOn('NAME="Debian"\nID=debian\n'), 'install bpftool 7.0 or later: sudo apt install bpftool');
  t.match(cureOn('ID=ubuntu\nID_LIKE=debian\n'), /linux-tools-generic/);
  t.match(cureOn('ID=fedora\n'), /dnf install/);
  t.match(cureOn('ID="alpine"\n'), /apk add/);
});

t.test('an unknown one is served by what it is like', async (t) => {
  t.match(cureOn('ID=linuxmint\nID_LIKE="ubuntu debian"\n'), /linux-tools-generic/);
  t.match(cureOn('ID=manjaro\nID_LIKE=arch\n'), /pacman/);
});

t.test('where nothing is known, no command is invented', async (t) => {
  t.equal(cureOn('ID=constructor\n'), 'install bpftool 7.0 or later');
  t.equal(inEnglish(installCure(new FakeKernel())), 'install bpftool 7.0 or later');
});
