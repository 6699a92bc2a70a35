import type { Diagnostic } from '../../core/diagnostics.js';
import { message } from '../../core/message.js';
import { mapRules } from './map-rules.js';
import type { Check } from './types.js';

/** Maps that the kernel would not make. */
export const checkMaps: Check = ({ object, places }) =>
  object.maps.flatMap((map): Diagnostic[] => {
    const rule = mapRules.find(({ breaks }) => breaks(map));
    if (!rule) return [];
    const location = places.map(map.name, rule.member);
    return [
      {
        severity: rule.severity,
        text: message`map '${map.name}': ${rule.fault(map)}`,
        ...(location && { location }),
        notes: [],
        cure: rule.cure(map),
      },
    ];
  });
