#!/usr/bin/env bash
# cockatiel 3.2.1: a retry policy does not hear an abort while it waits. It sleeps the whole back-off, then calls the function
# once more although the caller has left, and rejects only after that.
#
# The signal that execute() takes is looked at right after a failure only. Whoever passes a request's signal expects both
# that the promise ends with the abort and that nothing more is sent; neither holds.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund cockatiel@3.2.1
cat >abort.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { ConstantBackoff, handleAll, retry } from 'cockatiel';
const { version } = JSON.parse(readFileSync('node_modules/cockatiel/package.json', 'utf8'));
console.log(`cockatiel ${version}, node ${process.version}`);
const policy = retry(handleAll, { maxAttempts: 3, backoff: new ConstantBackoff(1500) });
const caller = new AbortController();
const calls = [];
const started = Date.now();
setTimeout(() => caller.abort(), 100);
await policy
  .execute(({ signal }) => {
    calls.push({ ms: Date.now() - started, aborted: signal.aborted });
    throw new Error('down');
  }, caller.signal)
  .catch(() => {});
const ended = Date.now() - started;
console.log('aborted after 100 ms; the function was called', calls);
console.log(`the promise ended after ${ended} ms`);
const isAsSeen = calls.length === 2 && calls[1].aborted && ended >= 1500;
console.log(isAsSeen ? 'as seen: waits on, and calls once more for nobody' : 'CHANGED');
process.exitCode = isAsSeen ? 0 : 1;
JS
node abort.mjs
