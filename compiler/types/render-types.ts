import { typeName } from '../../core/btf/type-name.js';
import type { BpfObject } from '../../core/object/types.js';
import type { PackageMeta } from '../../core/package/types.js';
import { isBufferMap } from '../../core/object/map-types.js';
import { plainRecord } from '../../core/record/record-of.js';
import { renderTemplate } from '../output/render-template.js';
import { typesMark } from '../output/output-paths.js';
import { Declarations, type FieldText } from './declarations.js';
import { commentText, propertyKey, quote } from './identifiers.js';
import { shapeOf } from '../../core/record/shape-of.js';
import { lineType } from './line-type.js';
import { entryOf, streamsOf, type StreamFacts } from './streams.js';

/** Names that the template declares itself. */
const ownNames = [
  'Events',
  'Lines',
  'Maps',
  'Variables',
  'Line',
  'Lost',
  'TraceLine',
  'Histogram',
  'StackSample',
  'Record',
  'Wide',
];

/** BPF_FUNC_trace_printk and BPF_FUNC_trace_vprintk of include/uapi/linux/bpf.h. */
const printers = [6, 177];

/**
 * A module of TypeScript types (`.d.ts`) for what the library gives and tsecli prints as JSON of a package: its events,
 * entries of its maps, and its variables. The same package gives the same text.
 */
export function renderTypes(object: BpfObject, meta: PackageMeta): string {
  const declarations = new Declarations(ownNames);
  const facts = { object, meta };
  const streams = streamsOf(facts);
  const events = streams.flatMap((stream) => eventField(stream, declarations));
  const fields = streams.map((stream) => lineField(stream, recordStreams(streams) > 1, declarations));
  const maps = object.maps.flatMap((map) => {
    if (isBufferMap(map.type)) return [];
    const { key, value } = entryOf(facts, map);
    const type = `{ key: ${declarations.textOf(key.shape)}; value: ${declarations.textOf(value.shape)} }`;
    return [{ key: propertyKey(map.name), type, about: '' }];
  });
  const sections = variableSections(object, declarations);
  const programs = object.programs.filter(({ section }) => /^iter(?:\.s)?\//.test(section));
  const prints = object.programs.some(({ helpers }) => helpers.some((id) => printers.includes(id)));
  const loses = prints || object.maps.some(({ type }) => isBufferMap(type));
  const lines = [
    ...(fields.length > 0 ? ['Lines[keyof Lines]'] : []),
    ...(prints ? ['TraceLine'] : []),
    ...(loses ? ['Lost'] : []),
    ...programs.map(({ name }) => `{ stream: ${quote(name)}; text: string }`),
  ];
  return renderTemplate('types.d.ts', {
    mark: typesMark,
    name: meta.bpf_skel.obj_name,
    declarations: declarations.all.map((each) => ({
      name: each.name,
      parameters: each.parameters,
      about: each.about,
      fields: each.kind === 'interface' ? each.fields : [],
      type: each.kind === 'alias' ? each.type : '',
    })),
    events,
    fields,
    maps,
    sections,
    lines: lines.length === 0 ? 'never' : lines.join(' | '),
    prints,
    loses,
    histograms: streams.some(({ kind }) => kind === 'histograms'),
    stacks: streams.some(({ kind }) => kind === 'stacks'),
  });
}

const recordStreams = (streams: readonly StreamFacts[]): number =>
  streams.reduce((sum, stream) => sum + (stream.kind === 'records' ? stream.records.length : 0), 0);

/** What the library makes of a stream's records; none for what has an event of its own kind. */
function eventField(stream: StreamFacts, declarations: Declarations): readonly FieldText[] {
  if (stream.kind !== 'records') return [];
  const types = new Set(stream.records.map((record) => declarations.textOf(record, 'bigint')));
  return [{ key: propertyKey(stream.map), type: [...types].join(' | '), about: '' }];
}

function lineField(stream: StreamFacts, several: boolean, declarations: Declarations): FieldText {
  const key = propertyKey(stream.map);
  if (stream.kind === 'histograms') return { key, type: `Histogram<${quote(stream.map)}>`, about: '' };
  if (stream.kind === 'stacks') return { key, type: `StackSample<${quote(stream.map)}>`, about: '' };
  const types = stream.records.map((record) =>
    lineType(record, several ? stream.map : undefined, declarations),
  );
  const union = [...new Set(types)];
  return {
    key,
    type: union.length === 1 ? union.join('') : union.map((type) => `(${type})`).join(' | '),
    about: '',
  };
}

// bpf_printk keeps its formats in variables of this name (bpf_helpers.h of libbpf).
const printkFormat = /(?:^|\.)____fmt(?:\.|$)/;

function variableSections({ btf, dataSections }: BpfObject, declarations: Declarations) {
  if (!btf) return [];
  return dataSections.flatMap((section) => {
    const fields = section.variables
      .filter(({ name }) => !printkFormat.test(name))
      .map(({ name, typeId, offset }) => {
        const shape = shapeOf(btf, typeId, undefined, { whole: true });
        return { name, offset, type: typeName(btf, typeId), shape };
      });
    return fields.length === 0
      ? []
      : [
          {
            key: propertyKey(section.name),
            about: commentText(section.name),
            fields: declarations.fieldsOf(plainRecord(section.size, fields)),
          },
        ];
  });
}
