import type { Catalog } from '../message.js';
import { attach } from './zh/attach.js';
import { compiler } from './zh/compiler.js';
import { core } from './zh/core.js';
import { diagnostics } from './zh/diagnostics.js';
import { doctorChinese } from './zh/doctor.js';
import { lab } from './zh/lab.js';
import { load } from './zh/load.js';
import { objects } from './zh/objects.js';
import { options } from './zh/options.js';
import { runtime } from './zh/runtime.js';
import { sources } from './zh/sources.js';
import { verifierChinese } from './zh/verifier.js';

/** Messages in Chinese. */
export const chinese: Catalog = {
  ...attach,
  ...compiler,
  ...core,
  ...diagnostics,
  ...doctorChinese,
  ...lab,
  ...load,
  ...objects,
  ...options,
  ...runtime,
  ...sources,
  ...verifierChinese,
};
