/** `critical.type` of cosign's payloads (sigstore/pkg/signature/payload). */
const payloadType = 'cosign container image signature';

/** More than cosign's payloads have: whoever signed them chose what stands under `optional`. */
const largestPayload = 64 * 1024;

/**
 * What is signed of an image in a registry: Red Hat's simple signing as cosign writes it, byte for byte. `digest` is
 * that of the manifest, `sha256:…`; `reference` is the repository, and is told, not checked.
 */
export function simpleSigningPayload(digest: string, reference: string): Uint8Array {
  const payload = {
    critical: {
      identity: { 'docker-reference': reference },
      image: { 'docker-manifest-digest': digest },
      type: payloadType,
    },
    optional: null,
  };
  return Buffer.from(JSON.stringify(payload));
}

/** The digest that a payload speaks of; undefined when it is no payload of cosign's. To be asked once its signature holds. */
export function signedDigest(payload: Uint8Array): string | undefined {
  if (payload.length > largestPayload) return undefined;
  try {
    const critical = part(JSON.parse(Buffer.from(payload).toString()), 'critical');
    if (part(critical, 'type') !== payloadType) return undefined;
    const digest = part(part(critical, 'image'), 'docker-manifest-digest');
    return typeof digest === 'string' ? digest : undefined;
  } catch {
    return undefined;
  }
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
