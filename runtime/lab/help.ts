import { message } from '../../core/message.js';
/** What `tsecli lab --help` prints. */
export const labHelp = message`tsecli lab: a small virtual machine with a Linux kernel of its own, no root needed

  tsecli lab list             kernels that are here, and labs that run
  tsecli lab pull [KERNEL]    get a kernel through the package tool of this system
  tsecli lab shell [KERNEL]   a shell in the lab that runs, or in a new one
  tsecli lab btf [KERNEL]     write the type information (BTF) of its kernel to stdout
  tsecli lab clean [KERNEL]   remove what the lab keeps on disk

KERNEL is a version such as 6.1, or the path of a kernel image.

  --new                       shell: a new lab, even if one runs
  -h, --help                  this text

Examples
  tsecli run --lab package.json             run a package in the lab
  tsecli lab shell                          in another terminal: join that lab
  echo 'touch a; rm a' | tsecli lab shell   run commands there
`;
