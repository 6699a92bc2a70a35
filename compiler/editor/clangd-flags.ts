import { languageFlags, type ClangTarget } from '../clang/clang-args.js';

/** What a language server has to know: a part of what clang has to. */
type EditorTarget = Pick<ClangTarget, 'architecture' | 'systemDirectories' | 'ownHeaders'> & {
  readonly vmlinuxDirectory: string;
};

/**
 * The flags that decide how tsecc's clang reads a source, for clangd. Relative directories are from the source's. Pure.
 */
export function clangdFlags(target: EditorTarget): readonly string[] {
  return [
    ...languageFlags(target),
    '-Werror=implicit-function-declaration',
    // As in a compile: a vmlinux.h beside the source goes before ours.
    '-I.',
    `-I${target.vmlinuxDirectory}`,
    ...target.systemDirectories.flatMap((directory) => ['-idirafter', directory]),
    `-I${target.ownHeaders}`,
  ];
}
