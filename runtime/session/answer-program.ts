import { escapeText } from '../../core/escape.js';
import { readObject } from '../../core/object/read-object.js';
import type { OpenedPackage } from '../../core/package/types.js';
import { argumentsOf } from '../arguments/arguments-of.js';
import { renderHelp } from '../arguments/render-help.js';
import { eventTypeOf } from '../decode/event-type.js';
import { message, type Translate } from '../../core/message.js';

/** What a program answers to `-h` or `--version`, as text of lines. Throws `package-invalid` where it is not whole. */
export function answerProgram(
  { manifest, object }: OpenedPackage,
  asked: 'help' | 'version',
  translate: Translate = String,
): string {
  const { meta } = manifest;
  const { obj_name: name, doc } = meta.bpf_skel;
  if (asked === 'version') {
    const answer = doc?.version ? `${name} ${doc.version}` : translate(message`${name} has no version`);
    return `${escapeText(answer)}\n`;
  }
  const facts = readObject(object);
  const { btf } = facts;
  const types = new Set((meta.export_types ?? []).map((type) => type.type_id));
  return renderHelp({
    meta,
    arguments: argumentsOf(facts, meta),
    events: btf ? [...types].map((id) => eventTypeOf(btf, id)) : [],
    programs: facts.programs,
    translate,
  });
}
