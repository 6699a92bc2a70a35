import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import type { Digest } from '../source/types.js';
import { isDigest } from './digest.js';

/** A place in a registry. */
export interface Reference {
  /** Host, with its port where one is named: `ghcr.io`, `localhost:5000`. */
  readonly registry: string;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: Digest | undefined;
}

// The grammar of github.com/distribution/reference.
const component = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const domain = `(?:${component}(?:\\.${component})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const path = '[a-z0-9]+(?:(?:[._]|__|[-]+)[a-z0-9]+)*';
const pattern = new RegExp(`^(?:(${domain})/)?(${path}(?:/${path})*)(?::(\\w[\\w.-]{0,127}))?(?:@([^@]+))?$`);

/** The longest name that registries take, without tag and digest. */
const maxName = 255;

/** Reads a reference as Docker does: a name without a host is one of Docker Hub's. Throws `usage`. */
export function parseReference(text: string): Reference {
  const [, first, rest = '', tag, digest] = pattern.exec(text.replace(/^oci:\/\//, '')) ?? [];
  if (rest === '')
    throw noReference(text, message`it is not of the form HOST/NAME:TAG or HOST/NAME@sha256:DIGEST`);
  if (digest !== undefined && !isDigest(digest))
    throw noReference(text, message`its digest is not sha256: and 64 hexadecimal digits`);
  const { registry, repository } = normalize(first, rest);
  if (`${registry}/${repository}`.length > maxName)
    throw noReference(text, message`its name is longer than ${maxName} characters`);
  return { registry, repository, tag: tag ?? (digest === undefined ? 'latest' : undefined), digest };
}

/** A first part without a dot, a port or an upper case letter is no host, but a user of Docker Hub. */
function normalize(first: string | undefined, rest: string): { registry: string; repository: string } {
  const isHost = first !== undefined && (/[.:A-Z]/.test(first) || first === 'localhost');
  if (first !== undefined && isHost && first !== 'docker.io' && first !== 'index.docker.io')
    return { registry: first, repository: rest };
  const repository = isHost || first === undefined ? rest : `${first}/${rest}`;
  return {
    registry: 'docker.io',
    repository: repository.includes('/') ? repository : `library/${repository}`,
  };
}

function noReference(text: string, why: ReturnType<typeof message>): TseccError {
  return new TseccError('usage', message`read reference '${text}': ${why}`, {
    cure: message`for instance ghcr.io/owner/name:1.0`,
  });
}

/** The reference as text, in whole. */
export function referenceText({ registry, repository, tag, digest }: Reference): string {
  return `${registry}/${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
