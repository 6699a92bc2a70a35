import t from 'tap';
import { installHint } from '../../../compiler/toolchain/install-hint.js';
import { inEnglish } from '../../fixtures/in-english.js';

t.test('the hint is the command of this distribution', async (t) => {
  t.equal(installHint('bpf headers', 'ID=debian\n'), 'apt-get install libbpf-dev');
  t.equal(
    installHint('bpf headers', 'NAME="Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n'),
    'apt-get install libbpf-dev',
  );
  t.equal(installHint('clang', 'ID="rocky"\nID_LIKE="rhel centos fedora"\n'), 'dnf install clang');
  t.equal(installHint('bpftool', 'ID=arch\n'), 'pacman -S bpf');
  t.equal(installHint('kernel headers', 'ID=alpine\n'), 'apk add linux-headers');
});

t.test('an unknown distribution gets all of them', async (t) => {
  t.equal(
    inEnglish(installHint('clang', 'ID=constructor\n')),
    'apt-get install clang, or dnf install clang, or pacman -S clang, or apk add clang',
  );
});
