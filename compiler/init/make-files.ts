import { fillTemplate } from '../../core/fill-template.js';
import { join } from 'node:path';
import { objectNames } from '../describe/object-name.js';
import type { Language } from '../../core/language.js';
import { renderTemplate } from '../output/render-template.js';
import type { FileToWrite } from '../output/write-atomically.js';
import { runCommands } from './run-commands.js';
import type { Template } from './template.js';

/** The files of a template for a program of this name: what it is made of, and README.md in the reader's language. */
export function makeFiles(
  template: Template,
  name: string,
  directory: string,
  language: Language,
): readonly FileToWrite[] {
  const made = template.files.map((file) => ({
    path: join(directory, file.replace('NAME', name)),
    content: renderTemplate(`init/${template.id}/${file}`, { name }),
  }));
  return [...made, { path: join(directory, 'README.md'), content: makeReadme(template, name, language) }];
}

function makeReadme(template: Template, name: string, language: Language): string {
  const fill = (text: string): string => fillTemplate(text, { name });
  return renderTemplate(`init/README.${language}.md`, {
    name,
    object: objectNames(name).stem,
    title: template.title[language],
    about: fill(template.about[language]),
    commands: runCommands(template, name),
    output: template.output.map(fill),
    options: template.options === '' ? '' : `${template.options} `,
    argument: template.argument,
    next: fill(template.next[language]),
  });
}
