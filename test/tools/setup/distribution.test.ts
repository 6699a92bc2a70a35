import t from 'tap';
import { readDistribution } from '../../../tools/setup/distribution.mjs';

const table = [
  ['PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n', 'debian', 'Debian GNU/Linux 12 (bookworm)'],
  ['PRETTY_NAME="Ubuntu 24.04 LTS"\nID=ubuntu\nID_LIKE=debian\n', 'debian', 'Ubuntu 24.04 LTS'],
  ['ID=linuxmint\nID_LIKE="ubuntu debian"\n', 'debian', 'linuxmint'],
  ["ID='fedora'\nVERSION_ID=41\n", 'fedora', 'fedora'],
  ['ID="rocky"\nID_LIKE="rhel centos fedora"\n', 'fedora', 'rocky'],
  ['ID=arch\nPRETTY_NAME="Arch Linux"', 'arch', 'Arch Linux'],
  ['ID=manjaro\nID_LIKE=arch\n', 'arch', 'manjaro'],
  ['ID=alpine\nPRETTY_NAME="Alpine Linux v3.20"\n', 'alpine', 'Alpine Linux v3.20'],
  ['ID=nixos\nPRETTY_NAME="NixOS"\n', undefined, 'NixOS'],
  ['ID=constructor\n', undefined, 'constructor'],
  ['', undefined, 'this system'],
] as const;

t.test('os-release names the family of distributions', async (t) => {
  for (const [text, family, name] of table) t.same(readDistribution(text), { name, family }, name);
});
