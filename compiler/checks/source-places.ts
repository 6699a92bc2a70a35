import { basename, isAbsolute, join, normalize } from 'node:path';
import type { SourceLocation } from '../../core/diagnostics.js';

/** Where things stand in a source: undefined for what another file has, or a macro makes. */
export interface SourcePlaces {
  /** The text between the quotes of SEC("…") before a function. */
  readonly section: (section: string, name: string) => SourceLocation | undefined;
  /** The name of a function, where it is defined. */
  readonly definition: (name: string) => SourceLocation | undefined;
  /** The macro that a function is defined with, such as BPF_KPROBE. */
  readonly macro: (name: string) => { readonly macro: string; readonly location: SourceLocation } | undefined;
  /** A member in the definition of a map, as `__uint(member, …)` or `__type(member, …)`; else the map's name. */
  readonly map: (name: string, member?: string) => SourceLocation | undefined;
  /** Whether a function's name stands in the source more than once: somebody calls it, or declares it. */
  readonly isUsed: (name: string) => boolean;
  /** A text in the source, at its first place. */
  readonly text: (text: string) => SourceLocation | undefined;
  /** A line that the object's debug information names, by the name it has there. */
  readonly line: (file: string, line: number, column: number) => SourceLocation | undefined;
}

/** Finds places in the text of a source; comments count as text. */
export function sourcePlaces({
  path,
  directory,
  text,
}: {
  readonly path: string;
  readonly directory: string;
  readonly text: string;
}): SourcePlaces {
  const at = (offset: number, length: number): SourceLocation => locate(path, text, offset, length);
  const find = (pattern: RegExp): SourceLocation | undefined => {
    const found = pattern.exec(text);
    const group = found?.indices?.groups?.['it'];
    return group && at(group[0], group[1] - group[0]);
  };
  return {
    section: (section, name) => {
      const before = String.raw`\bSEC\s*\(\s*"(?<it>${escape(section)})"\s*\)`;
      return (
        find(new RegExp(String.raw`${before}[^;{}"]*?\b${name}\b`, 'd')) ?? find(new RegExp(before, 'd'))
      );
    },
    definition: (name) => find(new RegExp(String.raw`\b(?<it>${name})\s*\([^;{}]*\)\s*\{`, 'd')),
    macro: (name) => {
      const location = find(new RegExp(String.raw`\b(?<it>BPF_[A-Z_0-9]+)\s*\(\s*${name}\b`, 'd'));
      const macro = location?.lineText?.slice(location.column - 1).match(/^\w+/)?.[0];
      return location && macro !== undefined ? { macro, location } : undefined;
    },
    map: (name, member) => {
      const own = find(new RegExp(String.raw`\}\s*(?<it>${name})\s+SEC\s*\(`, 'd'));
      if (!own || member === undefined) return own;
      const end = text.search(new RegExp(String.raw`\}\s*${name}\s+SEC\s*\(`));
      const body = text.slice(text.lastIndexOf('{', end), end);
      const inside = new RegExp(String.raw`\b__\w+\s*\(\s*(?<it>${member})\b[^\n;]*`, 'd').exec(body);
      if (!inside) return own;
      return at(end - body.length + inside.index, inside[0].length);
    },
    isUsed: (name) => Array.from(text.matchAll(new RegExp(String.raw`\b${name}\b`, 'g'))).length > 1,
    text: (wanted) => {
      const offset = text.indexOf(wanted);
      return offset < 0 ? undefined : at(offset, wanted.length);
    },
    line: (file, line, column) => {
      if (normalize(file) !== basename(path)) {
        return { file: isAbsolute(file) ? file : join(directory, file), line, column };
      }
      const lineText = text.split('\n')[line - 1];
      return { file: path, line, column, ...(lineText !== undefined && { lineText }) };
    },
  };
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

function locate(file: string, text: string, offset: number, length: number): SourceLocation {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const bytes = (from: number, to: number): number => new TextEncoder().encode(text.slice(from, to)).length;
  return {
    file,
    line: text.slice(0, start).split('\n').length,
    column: bytes(start, offset) + 1,
    length: bytes(offset, Math.min(offset + length, end < 0 ? text.length : end)),
    lineText: text.slice(start, end < 0 ? undefined : end).replace(/\r$/, ''),
  };
}
