// Sources as learners break them, and what tsecc says of each in both languages. UPDATE_BROKEN=1 writes that anew.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import t from 'tap';
import { compileFiles } from '../compiler/compile-files.js';
import { textReport } from '../compiler/report/text-report.js';
import type { CommandIo } from '../core/command.js';
import { languages, speak, type Language } from '../core/language.js';
import { root, scratchDirectory } from './fixtures/project.js';

const clangMajor = Number(
  /version (\d+)/.exec(execFileSync('clang', ['--version'], { encoding: 'utf8' }))?.[1],
);
const directory = join(root, 'test/fixtures/broken');
const sources = readdirSync(directory).filter((name) => name.endsWith('.bpf.c'));

/** What tsecc says of a source in each language: it is compiled once. */
async function judge(source: string, outputDirectory: string): Promise<Record<Language, string>> {
  const [result] = await Promise.allSettled([
    compileFiles(source, { outputDirectory, packageKind: 'none', reuse: false }),
  ]);
  const said = await Promise.all(
    languages.map(async (language) => {
      const [stdout, stderr] = [new PassThrough(), new PassThrough()];
      const io: CommandIo = {
        stdin: Readable.from([]),
        stdout,
        stderr,
        env: {},
        cwd: () => directory,
        language,
        translate: await speak(language),
      };
      const report = textReport(io);
      if (result.status === 'fulfilled') report.diagnostics(result.value.diagnostics);
      else report.error(result.reason);
      const text: unknown = stderr.read();
      return [language, normalize(text instanceof Buffer ? text.toString() : '')] as const;
    }),
  );
  const { en = '', zh = '' } = Object.fromEntries(said);
  return { en, zh };
}

/** What other versions of clang and libbpf say in other words, or count otherwise. */
function normalize(text: string): string {
  return (
    text
      // Where in a header of libbpf or of the system, and how its line looks.
      .replaceAll(/^\/usr\/\S+:\d+:\d+: (.*)\n(?: {2}.*\n){2}/gm, '/usr/include/…: $1\n')
      .replaceAll(/\b\d+ (more errors came)/g, 'N $1')
      .replaceAll(/另有 \d+ 个错误/g, '另有 N 个错误')
      .replaceAll(/ \[-W[\w,-]+\]$/gm, '')
      // Before clang 15 and 16.
      .replaceAll(
        /implicit declaration of function ('\w+') is invalid in C99/g,
        'call to undeclared function $1; ISO C99 and later do not support implicit function declarations',
      )
      .replaceAll(
        /implicitly declaring library function ('\w+') with type/g,
        'call to undeclared library function $1 with type',
      )
      .replaceAll(/\(unnamed struct at /g, '(unnamed at ')
      .replaceAll(/(undeclared library function .*); ISO C99 and later do not support .*/g, '$1')
  );
}

/** What clang 16 made an error of a warning, or says in other words, has a text of its own. */
function goldenOf(stem: string, language: Language): string {
  const newer = join(directory, `${stem}.clang-16.${language}.txt`);
  return clangMajor >= 16 && existsSync(newer) ? newer : join(directory, `${stem}.${language}.txt`);
}

t.test('each broken source is told of as it was, in both languages', async (t) => {
  const scratch = scratchDirectory(t);
  const home = process.cwd();
  process.chdir(directory);
  t.teardown(() => process.chdir(home));
  t.ok(sources.length >= 30, `${sources.length} sources`);
  const waiting = [...sources];
  const work = async (): Promise<void> => {
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
      const stem = basename(source, '.bpf.c');
      const said = await judge(source, join(scratch, stem));
      for (const language of languages) {
        const golden = goldenOf(stem, language);
        if (process.env['UPDATE_BROKEN']) writeFileSync(golden, said[language]);
        t.equal(said[language], readFileSync(golden, 'utf8'), `${stem}, ${language}`);
      }
      rmSync(join(scratch, stem), { recursive: true, force: true });
    }
  };
  await Promise.all([work(), work(), work()]);
});

t.test('each message has a place in the source and a cure', async (t) => {
  for (const source of sources) {
    const stem = basename(source, '.bpf.c');
    for (const language of languages) {
      const said = readFileSync(join(directory, `${stem}.${language}.txt`), 'utf8');
      t.match(said, /^ {2}(?:cure|解决办法): /m, `${stem}, ${language}: a cure`);
      if (stem !== 'no-license')
        t.ok(
          said.split('\n').some((line) => line.startsWith(`${source}:`)),
          `${stem}, ${language}`,
        );
    }
  }
});
