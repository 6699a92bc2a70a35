import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matches } from '../match/matches.js';
import { resultOf } from './result.js';
import type { CheckKind } from './types.js';

/** Whether the script left a file, or one with such a text. */
export const checkFile: CheckKind = ({ file }, { script, saved }) => {
  if (!file || !script) return resultOf(false);
  const names = readdirSync(script.directory).toSorted();
  const isThere = names.includes(file.name);
  if (isThere !== (file.exists ?? true)) return resultOf(false, names);
  if (file.text === undefined) return resultOf(true);
  const text = readFileSync(join(script.directory, file.name), 'utf8');
  return resultOf(matches(text, file.text, saved), text.trimEnd().split('\n'));
};
