#!/usr/bin/env bash
# @alicloud/credentials 2.4.7: a CLI profile of mode CloudSSO asks for credentials without saying for which account.
#
# The provider builds a body with AccountId and AccessConfigurationId, and never gives it to the request. aliyun-cli sends it
# (cloudsso/refresh.go). So no such profile can work in Node.js, whatever the sign-in.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @alicloud/credentials@2.4.7
mkdir -p home/.aliyun
cat >cloud-sso.cjs <<'JS'
const { createServer } = require('node:http');
const { writeFileSync } = require('node:fs');
const { CLIProfileCredentialsProvider } = require('@alicloud/credentials');
const { version } = require('@alicloud/credentials/package.json');
console.log(`@alicloud/credentials ${version}, node ${process.version}`);
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  console.log(`  ${request.method} ${request.url}, ${request.headers['content-type']}, body: ${JSON.stringify(body)}`);
  console.log(body === '' ? 'as seen: no body' : 'CHANGED: there is a body');
  process.exitCode = body === '' ? 0 : 1;
  response.writeHead(400).end('{}');
});
server.listen(0, '127.0.0.1', async () => {
  const profile = {
    name: 'work',
    mode: 'CloudSSO',
    cloud_sso_sign_in_url: `http://127.0.0.1:${server.address().port}/start/login`,
    cloud_sso_account_id: 'example-account',
    cloud_sso_access_config: 'ac-example',
    access_token: 'example-token',
    cloud_sso_access_token_expire: Math.floor(Date.now() / 1000) + 3600,
  };
  writeFileSync(`${process.env.HOME}/.aliyun/config.json`, JSON.stringify({ current: 'work', profiles: [profile] }));
  const provider = CLIProfileCredentialsProvider.builder().withProfileName('work').build();
  await provider.getCredentials().catch(() => {});
  server.closeAllConnections();
  server.close();
});
JS
env -i HOME="$folder/home" PATH="$PATH" node cloud-sso.cjs
