/**
 * Whether a package's name is a reference to a registry (`ghcr.io/owner/name:tag`, `localhost:5000/x`, `oci://…`), and no
 * path. That depends on the name alone, never on what files there are: a file must not come in place of a package whose
 * signature would be asked for. Its first part is a host with a dot or a port, or localhost; what begins with a dot or a slash, or
 * ends as a file of ours does, is a path.
 */
export function isReferenceName(name: string): boolean {
  if (name.startsWith('oci://')) return true;
  if (/\.(json|tar)$/.test(name) || name.startsWith('.') || name.startsWith('/')) return false;
  const [host = '', ...rest] = name.split('/');
  return (
    rest.length > 0 &&
    (host === 'localhost' ||
      /^[\w-]+(\.[\w-]+)+(:\d+)?$|^[\w-]+:\d+$/.test(host) ||
      /^\[[\da-f:]+\](:\d+)?$/i.test(host))
  );
}
