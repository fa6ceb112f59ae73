#!/usr/bin/env bash
# npm 11.19.1: `npm sbom --omit dev` leaves a production dependency out of the list where a development dependency needs the
# same package; `npm ls --omit=dev` lists it, and `npm install --omit=dev` installs it.
#
# Whoever hands such a list to an auditor says that the package is not in the product. Filter the whole list by the lockfile
# instead, where only what nobody but development needs has `dev: true`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --ignore-scripts --no-audit --no-fund is-number@7.0.0
npm install --silent --ignore-scripts --no-audit --no-fund --save-dev npm@11.19.1 to-regex-range@5.0.1
npm() { node_modules/.bin/npm "$@"; }
names='JSON.parse(require("fs").readFileSync(0)).components.map(({ name }) => name).join(" ")'
listed=$(npm sbom --omit dev --sbom-format cyclonedx 2>/dev/null | node -p "$names")
installed=$(npm ls --omit=dev --all --parseable | sed -n 's#.*/node_modules/##p' | tr '\n' ' ')
rm -rf node_modules/to-regex-range
node -e 'const lock = require("./package-lock.json"); delete lock.packages["node_modules/to-regex-range"]; delete lock.packages[""].devDependencies["to-regex-range"]; require("fs").writeFileSync("package-lock.json", JSON.stringify(lock)); const own = require("./package.json"); delete own.devDependencies["to-regex-range"]; require("fs").writeFileSync("package.json", JSON.stringify(own));'
alone=$(npm sbom --omit dev --sbom-format cyclonedx 2>/dev/null | node -p "$names")
echo "npm $(npm --version), node $(node --version)"
echo "  npm ls --omit=dev:   ${installed:-nothing}"
echo "  npm sbom --omit dev: ${listed:-nothing}"
echo "  npm sbom --omit dev, without the development dependency that needs it too: ${alone:-nothing}"
if [ "$installed" = "is-number " ] && [ -z "$listed" ] && [ "$alone" = "is-number" ]; then
  echo "as seen: the production dependency is missing from the list"
else
  echo "CHANGED"
  exit 1
fi
