import { editDistance } from './edit-distance.js';

/**
 * The candidates that `name` may be a misspelling of, best first, by edit distance: at most one change in three
 * letters and three in all, a swap of neighbours counting once. Empty when nothing is near.
 */
export function nearest(name: string, candidates: Iterable<string>, limit = 3): string[] {
  const most = Math.min(3, Math.max(1, Math.floor(name.length / 3)));
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const distance = editDistance(name, candidate, most);
    if (distance <= most && candidate !== name) near.push({ candidate, distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance || compareText(a.candidate, b.candidate))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** Edits that still suggest a misspelling of a function's name. */
const maxEdits = 2;

/** Entry points for the same work: of system calls and their compatibility twins, and of io_uring. */
const entryPoint = /^_*(?:(?:x64|ia32|x32|arm64|riscv|se|do)_)*(?:compat_)?sys_|compat|^io_/;

/** Functions that the kernel generates around its tracepoints. */
const tracing = /^_*(?:perf_trace|trace_event|trace_raw|traceiter|probestub|bpf_trace)_/;

/** Symbols that no probe can sit on: the padding before functions, and static calls. */
const notFunction = /^__(?:pfx|cfi|SC[KT])_/;

/**
 * The functions that `name` may be called in this kernel, best first: names that share the words of it that few
 * others have (`do_unlinkat` became `filename_unlinkat` in Linux 7.2), and near misspellings. Names with leading
 * underscores, entry points and generated functions come after plain ones; equals are ordered by edit distance.
 * Made for a whole /proc/kallsyms (200,000 names) as candidates.
 */
export function nearestFunctions(name: string, candidates: Iterable<string>, limit = 3): string[] {
  const all = [...candidates];
  const shared = sharedWords(name, all);
  const entries = all.map((candidate, index) => ({
    candidate,
    score: rate(name, candidate, shared[index] ?? 0),
  }));
  const best = entries.reduce((most, entry) => Math.max(most, entry.score), 0);
  const good = entries
    .filter((entry) => entry.score > 0 && entry.score >= best / 2)
    .sort((a, b) => b.score - a.score || lengthGap(name, a.candidate) - lengthGap(name, b.candidate));
  // Where the words tell nothing, thousands are equally good: enough of those that look alike are compared.
  const scores = new Map(good.slice(0, 1000).map(({ candidate, score }) => [candidate, score]));
  return [...scores]
    .map(([candidate, score]) => ({ candidate, score, distance: fullDistance(name, candidate) }))
    .sort((a, b) => b.score - a.score || a.distance - b.distance || compareText(a.candidate, b.candidate))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

const lengthGap = (a: string, b: string) => Math.abs(a.length - b.length);
const fullDistance = (a: string, b: string) => editDistance(a, b, Math.max(a.length, b.length));

/** For each candidate the sum of what its words tell that the name has too: a word tells the more, the fewer have it. */
function sharedWords(name: string, candidates: readonly string[]): Float64Array {
  const sums = new Float64Array(candidates.length);
  for (const word of new Set(name.split(/[_.]/))) {
    if (word === '') continue;
    const having: number[] = [];
    candidates.forEach((candidate, index) => {
      if (hasWord(candidate, word)) having.push(index);
    });
    const weight = Math.log2(1 + candidates.length / having.length);
    for (const index of having) sums[index] = (sums[index] ?? 0) + weight;
  }
  return sums;
}

/** Whether a name has a word, between underscores or dots. Without splitting: it runs for each symbol of a kernel. */
function hasWord(name: string, word: string): boolean {
  for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
    if (isBorder(name[at - 1]) && isBorder(name[at + word.length])) return true;
  }
  return false;
}

const isBorder = (character: string | undefined) =>
  character === undefined || character === '_' || character === '.';

function rate(name: string, candidate: string, shared: number): number {
  const distance = editDistance(name, candidate, maxEdits);
  const total = shared + (distance <= maxEdits ? 2 * (maxEdits + 1 - distance) : 0);
  if (total === 0 || candidate === name || notFunction.test(candidate)) return 0;
  if (entryPoint.test(candidate) && !entryPoint.test(name)) return total * 0.3;
  if (tracing.test(candidate) && !tracing.test(name)) return total * 0.3;
  return candidate.startsWith('_') && !name.startsWith('_') ? total * 0.7 : total;
}

/** Order by code units, the same in every locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
