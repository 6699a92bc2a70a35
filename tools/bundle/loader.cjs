#!/usr/bin/env node
// Starts a command from scripts that V8 has compiled when they were built (SCRIPT.cache). Compiling them is otherwise a
// third of what a short command takes. A cache of another Node.js, or none, only means that they are compiled now.
'use strict';
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { Script } = require('node:vm');

const modules = new Map();

function load(file) {
  const known = modules.get(file);
  if (known) return known.exports;
  const module = { exports: {} };
  modules.set(file, module);
  const from = (name) => (name[0] === '.' ? load(path.join(path.dirname(file), name)) : require(name));
  // What is imported on demand is loaded then; a script of this kind cannot import by itself.
  const fromLater = async (name) =>
    name[0] === '.' ? from(name) : { default: require(name), ...require(name) };
  const script = new Script(readFileSync(file, 'utf8'), { filename: file, cachedData: readCache(file) });
  script.runInThisContext()(module.exports, from, fromLater, module, file);
  return module.exports;
}

function readCache(file) {
  try {
    return readFileSync(`${file}.cache`);
  } catch {
    return undefined;
  }
}

load(path.join(__dirname, 'ENTRY'));
