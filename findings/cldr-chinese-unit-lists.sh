#!/usr/bin/env bash
# CLDR 48: in Chinese a list of type "unit" has no mark between its parts, in every width.
#
# Intl.ListFormat('zh-CN', { type: 'unit' }) therefore writes "3 个地址2 个网卡", where English has a comma: the type suits
# "5 小时30 分钟" and no other list. Japanese has a blank, English a comma.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund cldr-misc-full@48.0.0
cat >lists.cjs <<'JS'
const { version } = require('cldr-misc-full/package.json');
console.log(`cldr-misc-full ${version}, node ${process.version}, ICU ${process.versions.icu}`);
const said = [];
for (const locale of ['zh', 'ja', 'en'])
  for (const width of ['', '-short', '-narrow']) {
    const { listPatterns } = require(`cldr-misc-full/main/${locale}/listPatterns.json`).main[locale];
    const { middle } = listPatterns[`listPattern-type-unit${width}`];
    said.push(`${locale} unit${width}: ${JSON.stringify(middle)}`);
  }
const node = new Intl.ListFormat('zh-CN', { type: 'unit' }).format(['a', 'b', 'c']);
said.push(`Node zh-CN unit: ${node}`);
for (const line of said) console.log(`  ${line}`);
const isSo = said.filter((line) => line.startsWith('zh') && line.endsWith('"{0}{1}"')).length === 3 && node === 'abc';
console.log(isSo ? 'as seen: nothing stands between' : 'CHANGED');
process.exitCode = isSo ? 0 : 1;
JS
node lists.cjs
