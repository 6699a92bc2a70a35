import { message, type Message } from '../../../core/message.js';
import type { RegistryCommand } from '../../options/parse-options.js';

/** The help of each command. */
export const registryHelp: Readonly<Record<RegistryCommand, Message>> = {
  push: message`Usage: tsecli push [options] PACKAGE REFERENCE
       tsecli push [options] amd64=PACKAGE arm64=PACKAGE REFERENCE

Puts a package or a bundle into a registry and prints the reference with its digest. Beside the package lies the BPF object
itself, for other tools. Packages for several machines become one reference, of which each machine takes its own.

Options:
      --format FORMAT  tsecc, or bpfman: an image as bpfman reads it
      --key FILE       sign it with this private key, as cosign does; its password comes from COSIGN_PASSWORD or is
                       asked for
      --ca-file FILE   trust these certificates, too
      --plain-http     ask the registry without TLS; one on this machine is asked so anyway if it has no TLS
      --lang LANG      language of messages: en or zh; else that of the locale
  -q, --quiet          show no progress
  -h, --help           print this text

Example:
  tsecli push package.json ghcr.io/owner/name:1.0
`,
  pull: message`Usage: tsecli pull [options] REFERENCE

Fetches a package or a bundle from a registry into a file, as it was pushed. It is checked against its digest, but not run:
nobody vouches for it, unless --key asks who signed it.

Options:
  -o, --output FILE   write it there, - is standard output; else package.json, or NAME.tar for a bundle
      --key FILE      write it only if this public key, or another that is given, has signed it
      --arch ARCH     the variant for this architecture: amd64, arm64; else this machine's
      --ca-file FILE  trust these certificates, too
      --plain-http    ask the registry without TLS; one on this machine is asked so anyway if it has no TLS
      --lang LANG     language of messages: en or zh; else that of the locale
  -q, --quiet         show no progress
  -h, --help          print this text

Example:
  tsecli pull -o opens.json ghcr.io/owner/opens:1.0
`,
  login: message`Usage: tsecli login [options] REGISTRY

Keeps name and password, or an access token in its place, for a registry: where Docker keeps them, so that each finds the
other's. The registry is asked first whether they are right.

Options:
  -u, --username NAME   who you are; else it is asked for
      --password-stdin  read the password from standard input; else it is asked for
      --ca-file FILE    trust these certificates, too
      --plain-http      ask the registry without TLS; one on this machine is asked so anyway if it has no TLS
      --lang LANG       language of messages: en or zh; else that of the locale
  -h, --help            print this text

Example:
  tsecli login -u owner --password-stdin ghcr.io < token
`,
  logout: message`Usage: tsecli logout [options] REGISTRY

Forgets name and password for a registry.

Options:
      --lang LANG  language of messages: en or zh; else that of the locale
  -h, --help       print this text
`,
};
