import type { Language } from '../../core/language.js';
import type { Template } from './template.js';

/** A line for each template: its name and what it shows. */
export function listTemplates(templates: readonly Template[], language: Language): readonly string[] {
  const width = Math.max(...templates.map(({ id }) => id.length));
  return templates.map(({ id, title }) => `${id.padEnd(width)}  ${title[language]}`);
}
