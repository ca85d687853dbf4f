'use strict';
// Jest transformer: removes TypeScript types with Node's own stripper. Stripping keeps every position, so no source map
// is needed, and no `sourceUrl` is passed: V8 coverage would lose the file.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { stripTypeScriptTypes } = require('node:module');

const ownText = readFileSync(__filename);
const transform = (source) => ({ code: stripTypeScriptTypes(source, { mode: 'strip' }) });

module.exports = {
  process: transform,
  processAsync: async (source) => transform(source),
  // Without a key of our own Jest would keep results of an older transformer or of another Node.
  getCacheKey(source, path, { configString, instrument }) {
    const hash = createHash('sha256');
    for (const part of [ownText, process.version, source, path, configString, String(instrument)]) hash.update(part).update('\0');
    return hash.digest('hex').slice(0, 32);
  },
};
