// The benchmarks' own C programs, compiled when a row needs them.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const libraries = { consumer: ['-lbpf'] };

/** Compiles `<name>.c` of this folder into `folder` and gives the program's path. */
export function compileC(name, folder) {
  const program = join(folder, name);
  const source = fileURLToPath(new URL(`${name}.c`, import.meta.url));
  const strict = ['-O2', '-Wall', '-Wextra', '-Werror'];
  execFileSync('cc', [...strict, '-o', program, source, ...(libraries[name] ?? [])], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return program;
}
