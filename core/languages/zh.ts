import type { Catalog } from '../message.js';
import { verifierChinese } from './zh/verifier.js';

/** Messages in Chinese, by room. */
export const chinese: Catalog = { ...verifierChinese };
