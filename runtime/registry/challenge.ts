/** How a registry wants to be asked: the content of `WWW-Authenticate`. */
export interface Challenge {
  readonly scheme: 'basic' | 'bearer';
  readonly realm: string | undefined;
  readonly service: string | undefined;
  readonly scope: string | undefined;
}

/** Reads `WWW-Authenticate` (RFC 9110, 11.6.1): the first challenge that we can answer; undefined for none. */
export function parseChallenge(header: string | undefined): Challenge | undefined {
  // Several challenges stand in one header: each begins with a word that no equals sign follows.
  const starts = [...(header ?? '').matchAll(/(?:^|,)\s*(basic|bearer)(?=\s|,|$)/gi)];
  const challenges = starts.map((start, index) => {
    const text = (header ?? '').slice(start.index + start[0].length, starts[index + 1]?.index);
    const values = new Map(
      [...text.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g)].map(
        ([, key = '', quoted, bare = '']) => [key.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare],
      ),
    );
    const scheme: Challenge['scheme'] = start[1]?.toLowerCase() === 'basic' ? 'basic' : 'bearer';
    return { scheme, realm: values.get('realm'), service: values.get('service'), scope: values.get('scope') };
  });
  return challenges.find(({ scheme, realm }) => scheme === 'basic' || realm !== undefined);
}
