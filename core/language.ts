import type { CommandIo } from './command.js';
import { TseccError } from './errors.js';
import { message, type Translate, translator } from './message.js';

/** The languages that messages are said in. */
export const languages = ['en', 'zh'] as const;

/** One of {@link languages}. */
export type Language = (typeof languages)[number];

/**
 * The language for a person: the one asked for by `--lang`, else that of their locale (POSIX: LC_ALL, LC_MESSAGES,
 * LANG; the first that is set counts), else English. Throws `usage` for one that there is not.
 */
export function languageOf(env: Readonly<Record<string, string | undefined>>, asked?: string): Language {
  if (asked !== undefined) {
    const found = languages.find((language) => language === asked.toLowerCase().split(/[-_.]/)[0]);
    if (found) return found;
    throw new TseccError('usage', message`use --lang ${asked}: there is no such language`, {
      cure: message`one of ${languages.join(', ')}`,
    });
  }
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.startsWith('zh') ? 'zh' : 'en';
}

/** What a command line asks for, wherever in it: it has to be known before the line is read, for what is wrong with it. */
export function askedLanguage(argv: readonly string[]): string | undefined {
  const at = argv.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = argv[at];
  return word === '--lang' ? argv[at + 1] : word?.slice('--lang='.length);
}

/** The surroundings of a command, with the language that its user wants: one that there is not is told in English. */
export async function speaking(argv: readonly string[], io: CommandIo): Promise<CommandIo> {
  const language = wantedLanguage(argv, io.env);
  return {
    // Whoever only asks for it opens it.
    get stdin() {
      return io.stdin;
    },
    ...{ stdout: io.stdout, stderr: io.stderr, env: io.env, cwd: () => io.cwd() },
    ...{ language, translate: await speak(language) },
  };
}

function wantedLanguage(argv: readonly string[], env: CommandIo['env']): Language {
  try {
    return languageOf(env, askedLanguage(argv));
  } catch {
    return 'en';
  }
}

/** What says phrases in a language; its catalog is loaded only for it. */
export async function speak(language: Language): Promise<Translate> {
  if (language === 'en') return String;
  const { chinese } = await import('./languages/zh.js');
  return translator(chinese);
}
