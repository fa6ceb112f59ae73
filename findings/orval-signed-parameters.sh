#!/usr/bin/env bash
# orval 8.38.0: two query parameters `status` and `-status`, as negation is written, each an array of an enum, give a client that
# declares one constant twice, so that it does not compile.
#
# What helps is to name the enum in components and refer to it from both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund orval@8.38.0 typescript@5.9.3
cat >orval.config.cjs <<'JS'
module.exports = { things: { input: './api.json', output: { target: './client.ts', client: 'fetch' } } };
JS
# $1: the schema of the items of both parameters
errors_with() {
  cat >api.json <<JSON
{
  "openapi": "3.1.0",
  "info": { "title": "Things", "version": "1" },
  "paths": {
    "/things": {
      "get": {
        "operationId": "listThings",
        "parameters": [
          { "name": "status", "in": "query", "schema": { "type": "array", "items": $1 } },
          { "name": "-status", "in": "query", "schema": { "type": "array", "items": $1 } }
        ],
        "responses": {
          "200": { "description": "ok", "content": { "application/json": { "schema": { "type": "string" } } } }
        }
      }
    }
  },
  "components": { "schemas": { "Status": { "type": "string", "enum": ["InUse", "Available"] } } }
}
JSON
  npx orval --config orval.config.cjs >/dev/null 2>&1
  npx tsc --noEmit --strict --target es2022 --lib es2022,dom --moduleResolution bundler --module esnext client.ts || true
}
inline=$(errors_with '{ "type": "string", "enum": ["InUse", "Available"] }')
named=$(errors_with '{ "$ref": "#/components/schemas/Status" }')
echo "orval $(node -p "require('orval/package.json').version"), node $(node --version)"
printf '%s\n' "  the enum in both parameters:" "${inline:-    compiles}" "  the enum named in components:" "${named:-    compiles}"
if grep -q 'TS2451.*ListThingsStatusItem' <<<"$inline" && [ -z "$named" ]; then
  echo "as seen: one constant twice, unless the enum has a name"
else
  echo "CHANGED"
  exit 1
fi
