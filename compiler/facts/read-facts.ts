import { resolve } from 'node:path';
import type { Diagnostic, SourceLocation } from '../../core/diagnostics.js';
import { formatNames } from '../../core/record/formats.js';
import { readAnnotations, type SourceAnnotations } from '../annotations/read-annotations.js';
import type { Source } from '../clang/compile-source.js';
import { exportedTypes, typedefsOf, typeText, type EventType } from '../events/event-type.js';
import { inferEvents, type BufferEvents } from '../events/infer-events.js';
import { outputHelpers } from '../events/output-calls.js';
import { planExports, type ExportPlan } from '../events/plan-exports.js';
import { readDeclarations } from '../source/declarations.js';
import { indexLines } from '../source/line-index.js';
import { parseC } from '../source/parse-c.js';
import { includeDirectories, parseHeader, readHeaders, type HeaderFile } from './read-headers.js';
import { message } from '../../core/message.js';

/** What a source says about itself beyond what clang puts into its object. */
export interface SourceFacts {
  /** Those of the source, with the structs and members of its headers behind them. */
  readonly annotations: SourceAnnotations;
  readonly buffers: readonly BufferEvents[];
  readonly plan: ExportPlan;
  /** What clang has to keep in BTF: the types of the plan, then the enums that `@format` names. */
  readonly kept: readonly EventType[];
  /** Where a type was named or is defined, and whether its author asked for it; for messages. */
  readonly origins: ReadonlyMap<string, TypeOrigin>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where the wish to export a type comes from. */
export interface TypeOrigin {
  /** `event` is an annotation, `header` the header of the command line, `inferred` the code, `format` an annotation. */
  readonly by: 'event' | 'header' | 'inferred' | 'format';
  readonly location: SourceLocation | undefined;
}

/** What to read beside the source. */
export interface FactOptions {
  /** The header of the command line, whose structs are exported. */
  readonly header?: { readonly path: string; readonly text: string } | undefined;
  /** Exports the structs of the source itself. */
  readonly headerOnly?: boolean | undefined;
  /** The user's flags for clang: they may add directories of headers. */
  readonly flags?: readonly string[] | undefined;
}

/** A file that was read, with its annotations. */
interface ReadFile extends HeaderFile {
  readonly annotations: SourceAnnotations;
}

/**
 * Reads the annotations of a source and of the headers that it includes in quotes, and decides what is exported. What is
 * wrong is in the diagnostics; throws only what the parser throws.
 */
export async function readFacts(source: Source, options: FactOptions = {}): Promise<SourceFacts> {
  const declarations = readDeclarations(await parseC(source.text, { bodiesWith: outputHelpers }));
  const file = withAnnotations({ path: source.path, declarations });
  const included = await readHeaders(source.path, declarations, includeDirectories(options.flags ?? []));
  const given = options.header && (await headerOf(options.header, included));
  const headers = [...new Set([...(given ? [given] : []), ...included])].map(withAnnotations);
  const files = [file, ...headers];

  const { maps } = file.annotations;
  const events = inferEvents(
    declarations,
    source.path,
    maps,
    headers.map((header) => header.declarations),
  );
  const exporter = options.headerOnly ? file : given;
  const exported = exporter ? exportedTypes(exporter.declarations) : [];
  const configured = [...maps].flatMap(([name, { manifest }]) => ('export_config' in manifest ? [name] : []));
  const plan = planExports(events.buffers, exported, new Set(configured));
  const enums = namedEnums(files);
  const kept = new Map([...plan.types, ...enums.keys()].map((type) => [typeText(type), type]));
  return {
    annotations: mergeHeaders(file.annotations, headers),
    buffers: events.buffers,
    plan,
    kept: [...kept.values()],
    origins: new Map([
      ...[...enums].map(([type, origin]) => [typeText(type), origin] as const),
      ...(exporter ? exportedFrom(exporter, exported) : []),
      ...carriedBy(file, events.buffers),
    ]),
    diagnostics: [
      ...files.flatMap(({ annotations }) => annotations.diagnostics),
      ...events.diagnostics,
      ...(exporter && exported.length === 0 ? [nothingExported(exporter.path)] : []),
    ],
  };
}

const withAnnotations = (file: HeaderFile): ReadFile => ({
  ...file,
  annotations: readAnnotations(file.declarations, file.path),
});

/** The header of the command line is mostly one of those that the source includes. */
async function headerOf(
  header: { readonly path: string; readonly text: string },
  included: readonly HeaderFile[],
): Promise<HeaderFile> {
  const same = included.find(({ path }) => resolve(path) === resolve(header.path));
  return same ?? { path: header.path, declarations: await parseHeader(header.text) };
}

function nothingExported(path: string): Diagnostic {
  return { severity: 'warning', text: message`'${path}' defines no struct: it exports nothing`, notes: [] };
}

/** A header's programs, maps and variables are not the source's own; its structs and members are everybody's. */
function mergeHeaders(own: SourceAnnotations, headers: readonly ReadFile[]): SourceAnnotations {
  const read = [...headers.map(({ annotations }) => annotations), own];
  return {
    ...own,
    structs: new Map(read.flatMap(({ structs }) => [...structs])),
    members: new Map(read.flatMap(({ members }) => [...members])),
  };
}

/** What `@format` names and is none of the formats: enums, or typedefs of enums. */
function namedEnums(files: readonly ReadFile[]): Map<EventType, TypeOrigin> {
  const typedefs = typedefsOf(files.map(({ declarations }) => declarations));
  const found = new Map<EventType, TypeOrigin>();
  const names = new Set(formatNames);
  for (const { path, declarations, annotations } of files) {
    const locate = indexLines(path, declarations.tree.source);
    for (const { own, at } of annotations.members.values()) {
      if (own.format === undefined || names.has(own.format)) continue;
      names.add(own.format);
      const kind = typedefs.has(own.format) ? 'typedef' : 'enum';
      found.set({ kind, name: own.format }, { by: 'format', location: locate(at) });
    }
  }
  return found;
}

function exportedFrom(
  { path, declarations }: HeaderFile,
  types: readonly EventType[],
): (readonly [string, TypeOrigin])[] {
  const locate = indexLines(path, declarations.tree.source);
  const declared = [...declarations.tags, ...declarations.typedefs];
  return types.map((type) => {
    const at = declared.find(({ name }) => name === type.name)?.at;
    const location = at === undefined ? undefined : locate(at, at + type.name.length);
    return [typeText(type), { by: 'header', location }];
  });
}

function carriedBy(
  { path, declarations }: HeaderFile,
  buffers: readonly BufferEvents[],
): (readonly [string, TypeOrigin])[] {
  const locate = indexLines(path, declarations.tree.source);
  return buffers.flatMap(({ map, types, stated }) => {
    const at = declarations.maps.find(({ name }) => name === map)?.at;
    const location = at === undefined ? undefined : locate(at, at + map.length);
    return types.map((type) => [typeText(type), { by: stated ? 'event' : 'inferred', location }] as const);
  });
}
