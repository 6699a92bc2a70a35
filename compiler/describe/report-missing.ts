import type { Diagnostic } from '../../core/diagnostics.js';
import type { Btf } from '../../core/btf/types.js';
import { nearest } from '../../core/nearest.js';
import { formatNames } from '../../core/record/formats.js';
import { typeText, type EventType } from '../events/event-type.js';
import type { SourceFacts, TypeOrigin } from '../facts/read-facts.js';
import type { ResolvedTypes } from './resolve-types.js';
import { message, type Phrase } from '../../core/message.js';

/**
 * Says which of the wanted types the object does not have, because the source only declares them, defines them where
 * only one function sees them, or not at all.
 */
export function reportMissing(facts: SourceFacts, resolved: ResolvedTypes, btf: Btf): Diagnostic[] {
  return facts.kept
    .filter((type) => !resolved.has(typeText(type)))
    .flatMap((type) => {
      const origin = facts.origins.get(typeText(type));
      return origin ? [explain(type, origin, btf)] : [];
    });
}

function explain(type: EventType, { by, location }: TypeOrigin, btf: Btf): Diagnostic {
  const place = { notes: [], ...(location && { location }) };
  const name = typeText(type);
  switch (by) {
    case 'event':
      return {
        severity: 'error',
        text: message`@event ${name}: the source defines no such type`,
        ...place,
        ...suggest(nearest(type.name, namesOf(btf, ['struct', 'union', 'typedef']))),
      };
    case 'format':
      return {
        severity: 'warning',
        text: message`@format ${type.name}: neither a format nor an enum that the source defines`,
        ...place,
        ...suggest(nearest(type.name, [...formatNames, ...namesOf(btf, ['enum', 'enum64'])])),
      };
    case 'header':
      return {
        severity: 'warning',
        text: message`${name} is not exported: the source does not define it`,
        ...place,
        cure: message`include the header in the source, and look for an #if around it`,
      };
    case 'inferred':
      return {
        severity: 'note',
        text: message`the records in this buffer are not described: ${name} is not defined at the top of the source`,
        ...place,
      };
    default:
      return by satisfies never;
  }
}

function suggest([near]: readonly string[]): { cure?: Phrase } {
  return near === undefined ? {} : { cure: message`did you mean ${near}?` };
}

function namesOf(btf: Btf, kinds: readonly string[]): string[] {
  return btf.types.flatMap((type) =>
    'name' in type && type.name && kinds.includes(type.kind) ? [type.name] : [],
  );
}
