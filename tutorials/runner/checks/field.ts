import type { PackageManifest } from '../../../core/package/types.js';
import { matches } from '../match/matches.js';
import { resultOf } from './result.js';
import { plainType } from './type-name.js';
import type { CheckKind } from './types.js';

interface Field {
  readonly stream: string;
  readonly name: string;
  readonly type: string;
}

/** Whether the records of a buffer, or of any, have such a field. */
export const checkField: CheckKind = ({ field }, { facts, saved }) => {
  const { stream, ...pattern } = field ?? { name: '' };
  const type = typeof pattern.type === 'string' ? { type: plainType(pattern.type) } : {};
  const fields = facts
    ? fieldsOf(facts.manifest).filter((each) => stream === undefined || each.stream === stream)
    : [];
  return resultOf(
    fields.some((each) => matches(each, { ...pattern, ...type }, saved)),
    fields.map((each) => `${each.stream}: ${each.type} ${each.name}`),
  );
};

/** What goes into each buffer, as tsecc has found it out; types that are exported without one stand under no stream. */
function fieldsOf({ meta }: PackageManifest): readonly Field[] {
  const maps = Object.entries(meta.tsecc?.maps ?? {});
  return (meta.export_types ?? []).flatMap(({ name, members }) => {
    const streams = maps.filter(([, { events = [] }]) =>
      events.some(({ type }) => type.replace(/^struct /, '') === name),
    );
    return (streams.length > 0 ? streams.map(([stream]) => stream) : ['']).flatMap((stream) =>
      members.map((member) => ({ stream, name: member.name, type: plainType(member.type) })),
    );
  });
}
