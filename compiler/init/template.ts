import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../core/language.js';
import { installedPath } from '../output/installed-path.js';

/** Text for a person, in each language. */
type Said = Readonly<Record<Language, string>>;

/** A program to begin with, as `template.json` in its directory describes it. Texts may hold `{{name}}`. */
export interface Template {
  /** The name of its directory. */
  readonly id: string;
  /** What it shows, in a line. */
  readonly title: Said;
  /** What it shows, in a paragraph. */
  readonly about: Said;
  /** Commands for a shell, before it can be run. */
  readonly build: readonly string[];
  /** tsecli's options, as words of a shell. */
  readonly options: string;
  /** For tsecli's `--exec`: what makes something to be seen. */
  readonly workload: string;
  /** What is seen then, for instance. */
  readonly output: readonly string[];
  /** An argument of the program, for instance; empty where it takes none. */
  readonly argument: string;
  /** What to change in it next. */
  readonly next: Said;
  /** Names of its files, `NAME` standing for the program's; their texts lie beside `template.json`, as `<file>.hbs`. */
  readonly files: readonly string[];
}

/** The order of learning; what is not named here comes last. */
const order = ['kprobe', 'fentry', 'tracepoint', 'uprobe', 'usdt', 'perf-event', 'ringbuf', 'histogram'];

/** Every template that is installed. */
export function readTemplates(): readonly Template[] {
  const root = installedPath('templates/init');
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readTemplate(join(root, name), name))
    .sort((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1));
}

const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);

function readTemplate(directory: string, id: string): Template {
  const value: unknown = JSON.parse(readFileSync(join(directory, 'template.json'), 'utf8'));
  const said = (key: string): Said => ({
    en: text(field(value, key), 'en'),
    zh: text(field(value, key), 'zh'),
  });
  const files = readdirSync(directory).filter((name) => name.endsWith('.hbs'));
  return {
    id,
    title: said('title'),
    about: said('about'),
    build: lines(value, 'build'),
    options: text(value, 'options'),
    workload: text(value, 'workload'),
    output: lines(value, 'output'),
    argument: text(value, 'argument'),
    next: said('next'),
    files: files.map((name) => name.slice(0, -'.hbs'.length)).sort(),
  };
}

function text(value: unknown, key: string): string {
  const found = field(value, key);
  if (typeof found === 'string') return found;
  throw new TypeError(`template.json: '${key}' is no text`);
}

function lines(value: unknown, key: string): readonly string[] {
  const found = field(value, key);
  if (Array.isArray(found) && found.every((line) => typeof line === 'string')) return found;
  throw new TypeError(`template.json: '${key}' is no list of lines`);
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}
