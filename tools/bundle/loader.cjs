#!/usr/bin/env node
// Starts a command from scripts that V8 has compiled when they were built (SCRIPT.cache). Compiling them is otherwise a
// third of what a short command takes. A cache of another Node.js, or none, only means that they are compiled now.
'use strict';
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const modules = new Map();

function load(path) {
  const known = modules.get(path);
  if (known) return known.exports;
  const module = { exports: {} };
  modules.set(path, module);
  const from = (name) => (name[0] === '.' ? load(join(dirname(path), name)) : require(name));
  // What is imported on demand is loaded then; a script of this kind cannot import by itself.
  const fromLater = async (name) =>
    name[0] === '.' ? from(name) : { default: require(name), ...require(name) };
  const script = new Script(readFileSync(path, 'utf8'), { filename: path, cachedData: readCache(path) });
  script.runInThisContext()(module.exports, from, fromLater, module, path);
  return module.exports;
}

function readCache(path) {
  try {
    return readFileSync(`${path}.cache`);
  } catch {
    return undefined;
  }
}

load(join(__dirname, 'ENTRY'));
