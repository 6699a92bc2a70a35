import type { Language } from '../../core/language.js';
import type { AttachOptions } from '../attach/types.js';
import type { RunRequest, Selection } from '../options/parse-options.js';

/** The usual name of the package in the guest's working directory. */
export const labPackageName = 'package.json';

/** The same request, in the user's language, for the tsecli in the lab's guest, where the package lies in the working directory. */
export function labArguments(
  request: RunRequest,
  language: Language = 'en',
  packageName: string = labPackageName,
): readonly string[] {
  return [
    ...(request.output === 'columns' ? [] : [`--output=${request.output}`]),
    ...selectionArguments(request.selection),
    ...request.mapSizes.map(({ map, size }) => `--map-size=${map}=${size}`),
    ...(request.bufferSize === undefined ? [] : [`--buffer-size=${request.bufferSize}`]),
    ...(request.failOnLost ? ['--fail-on-lost'] : []),
    ...(language === 'en' ? [] : [`--lang=${language}`]),
    ...(request.quiet ? ['--quiet'] : []),
    ...(request.verbose ? ['--verbose'] : []),
    ...(request.exec === undefined ? [] : [`--exec=${request.exec}`]),
    ...(request.durationMs === undefined ? [] : [`--duration=${request.durationMs}ms`]),
    ...(request.maxEvents === undefined ? [] : [`--max-events=${request.maxEvents}`]),
    ...request.attach.map(({ program, section }) => `--attach=${program}=${section}`),
    ...request.disable.map((program) => `--disable=${program}`),
    ...(request.partial ? ['--partial'] : []),
    ...attachArguments(request.attachOptions),
    packageName,
    ...request.programArguments,
  ];
}

function selectionArguments({ fields, filter, sort, top }: Selection): readonly string[] {
  return [
    ...(fields === undefined ? [] : [`--fields=${fields}`]),
    ...(filter === undefined ? [] : [`--filter=${filter}`]),
    ...(sort === undefined ? [] : [`--sort=${sort}`]),
    ...(top === undefined ? [] : [`--top=${top}`]),
  ];
}

function attachArguments({ interfaces, cgroup, pid, binary }: AttachOptions): readonly string[] {
  return [
    ...interfaces.map((name) => `--iface=${name}`),
    ...(cgroup === undefined ? [] : [`--cgroup=${cgroup}`]),
    ...(pid === undefined ? [] : [`--pid=${pid}`]),
    ...(binary === undefined ? [] : [`--binary=${binary}`]),
  ];
}
