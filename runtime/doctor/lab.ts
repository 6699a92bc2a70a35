import type { Check } from '../../core/doctor/types.js';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { pulledKernels } from '../lab/kernels/kernel.js';
import { acceleratorsToTry } from '../lab/machine/accelerator.js';
import { architecture } from '../lab/machine/architectures.js';
import { labPaths } from '../lab/paths.js';
import { findTool, needs } from '../lab/tools.js';
import type { DoctorContext, Finding } from './types.js';

type Environment = DoctorContext['env'];

/** What the lab needs of this host: its programs, a model of the machine, an accelerator, and kernels. */
export function checkLab(env: Environment): readonly Check[] {
  return [
    { id: 'lab:machine', title: message`machine`, ...finding(() => ({ state: 'ok', detail: modelOf() })) },
    ...toolNames.map((tool): Check => ({
      id: `lab:${tool}`,
      title: tool === 'qemu' ? 'QEMU' : tool,
      ...finding(() => ({ state: 'ok', detail: findTool(tool, env) })),
    })),
    { id: 'lab:accelerator', title: message`accelerator`, ...checkAccelerator(env) },
    { id: 'lab:kernels', title: message`kernels`, ...checkKernels(env) },
  ];
}

/** Whether a lab can be opened, as far as can be told from these. */
export function canOpenLab(checks: readonly Check[]): boolean {
  return checks.every(({ state }) => state !== 'missing');
}

const toolNames: readonly (keyof typeof needs)[] = ['qemu', 'busybox', 'bpftool'];

function modelOf(): string {
  const { machine } = architecture();
  return `${process.arch}, ${machine}`;
}

function finding(look: () => Finding): Finding {
  try {
    return look();
  } catch (error) {
    if (!(error instanceof TseccError)) throw error;
    return { state: 'missing', detail: error.phrases.message, cure: error.phrases.cure };
  }
}

function checkAccelerator(env: Environment): Finding {
  const [first] = acceleratorsToTry(labPaths(env).memory);
  if (first === 'kvm') return { state: 'ok', detail: 'KVM' };
  return {
    state: 'limited',
    detail: message`emulation, as KVM is not there or does not truly work: it is slower`,
  };
}

function checkKernels(env: Environment): Finding {
  const releases = pulledKernels(labPaths(env).kernels).map(({ release }) => release);
  if (releases.length > 0) return { state: 'ok', detail: releases.join(', ') };
  return { state: 'limited', detail: message`none yet: the first use fetches one`, cure: 'tsecli lab pull' };
}
