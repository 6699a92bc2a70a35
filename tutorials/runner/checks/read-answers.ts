/**
 * The answers in a text file: what stands behind the last `=` of each line, or behind `answer:`, empty for those that are
 * open. Lines that begin with `#` are for the reader. Full-width digits and signs, of Chinese input methods, are taken too.
 */
export function readAnswers(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .split('\n')
    .flatMap((line) => {
      if (line.trimStart().startsWith('#')) return [];
      const answer = /^\s*(?:answer|答案)\s*[:：](.*)$/i.exec(line) ?? /^.*=(.*)$/.exec(line);
      return answer ? [(answer[1] ?? '').trim()] : [];
    });
}
