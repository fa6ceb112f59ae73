#!/usr/bin/env bash
# @alicloud/credentials 2.4.7: of several first calls at once on the default chain, one gets credentials and the others are
# refused with the message of the last provider in the chain that had none.
#
# The default chain notes a provider as the one in use before that provider has answered. A second call that comes meanwhile
# asks only the noted one, which for everybody whose keys are not in the environment (aliyun CLI profile, RRSA, ECS role) is
# still the environment. Later calls succeed. Who starts by reading several regions side by side loses most of them, once.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @alicloud/credentials@2.4.7
mkdir -p home/.aliyun
cat >home/.aliyun/config.json <<'JSON'
{
  "current": "work",
  "profiles": [
    {
      "name": "work",
      "mode": "AK",
      "access_key_id": "example-id",
      "access_key_secret": "example-secret",
      "region_id": "cn-hangzhou"
    }
  ]
}
JSON
cat >first-calls.cjs <<'JS'
const Credential = require('@alicloud/credentials').default;
const { version } = require('@alicloud/credentials/package.json');
console.log(`@alicloud/credentials ${version}, node ${process.version}`);
async function threeAtOnce(client) {
  const results = await Promise.allSettled([1, 2, 3].map(() => client.getCredential()));
  for (const { status, value, reason } of results)
    console.log(`  ${status}: ${value ? value.providerName : reason.message.slice(0, 90)}`);
  return results.filter(({ status }) => status === 'fulfilled').length;
}
(async () => {
  const client = new Credential();
  console.log('three first calls at once:');
  const first = await threeAtOnce(client);
  console.log('three more at once:');
  const later = await threeAtOnce(client);
  const isAsSeen = first === 1 && later === 3;
  console.log(isAsSeen ? 'as seen: 1 of 3, then 3 of 3' : `CHANGED: ${first} of 3, then ${later} of 3`);
  process.exitCode = isAsSeen ? 0 : 1;
})();
JS
env -i HOME="$folder/home" PATH="$PATH" ALIBABA_CLOUD_ECS_METADATA_DISABLED=true node first-calls.cjs
