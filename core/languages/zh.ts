import type { Catalog } from '../message.js';
import { attach } from './zh/attach.js';
import { bundle } from './zh/bundle.js';
import { compiler } from './zh/compiler.js';
import { core } from './zh/core.js';
import { diagnostics } from './zh/diagnostics.js';
import { doctorChinese } from './zh/doctor.js';
import { inspectChinese } from './zh/inspect.js';
import { lab } from './zh/lab.js';
import { learnChinese } from './zh/learn.js';
import { load } from './zh/load.js';
import { objects } from './zh/objects.js';
import { options } from './zh/options.js';
import { policyChinese } from './zh/policy.js';
import { registry } from './zh/registry.js';
import { runtime } from './zh/runtime.js';
import { sources } from './zh/sources.js';
import { trust } from './zh/trust.js';
import { verifierChinese } from './zh/verifier.js';

/** Messages in Chinese. */
export const chinese: Catalog = {
  ...attach,
  ...bundle,
  ...compiler,
  ...core,
  ...diagnostics,
  ...doctorChinese,
  ...inspectChinese,
  ...lab,
  ...learnChinese,
  ...load,
  ...objects,
  ...options,
  ...policyChinese,
  ...registry,
  ...runtime,
  ...sources,
  ...trust,
  ...verifierChinese,
};
