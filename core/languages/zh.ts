import type { Catalog } from '../message.js';

/** Messages in Chinese, by room. */
export const chinese: Catalog = {};
