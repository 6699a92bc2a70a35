import { message, type Message } from '../../core/message.js';
import type { SigningCommand } from '../options/parse-options.js';

/** The help of each command. */
export const signingHelp: Readonly<Record<SigningCommand, Message>> = {
  'generate-key-pair': message`Usage: tsecli generate-key-pair [options]

Makes a pair of keys as cosign makes them: cosign.key, encrypted with a password, signs packages; cosign.pub, which
everybody may have, verifies them. The password comes from COSIGN_PASSWORD or is asked for.

Options:
      --output-key-prefix NAME  write NAME.key and NAME.pub
      --lang LANG               language of messages: en or zh; else that of the locale
  -h, --help                    print this text
`,
  sign: message`Usage: tsecli sign --key FILE [options] PACKAGE

Signs a package or a bundle: writes the signature of its bytes to PACKAGE.sig, as cosign sign-blob makes it.

Options:
      --key FILE               the private key: cosign's, or one of openssl on P-256; its password comes from
                               COSIGN_PASSWORD or is asked for
      --output-signature FILE  write the signature there
      --lang LANG              language of messages: en or zh; else that of the locale
  -h, --help                   print this text
`,
  verify: message`Usage: tsecli verify [options] PACKAGE

Tells who signed a package, by the signature in PACKAGE.sig or in its registry; it ends with 7 when no trusted key did.

Options:
      --key FILE        a public key that is trusted, may be given again; without it those of /etc/tsecli/policy.json
      --signature FILE  the signature is there
      --digest DIGEST   the package has to have this digest, too: sha256:…
      --ca-file FILE    trust these certificates of servers, too
      --plain-http      ask other machines without TLS, too
      --lang LANG       language of messages: en or zh; else that of the locale
  -q, --quiet           show no progress
  -h, --help            print this text
`,
};
