import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { daysIn, makeToken, TOKEN_SCOPES } from './lib/token.mjs';

const USAGE = `node scripts/token.mjs new --name NAME --scope SCOPE [--scope SCOPE] --expires 90d
  --scope    ${TOKEN_SCOPES.join(', ')}
  --expires  at most 366d
  --account  an account of the dashboard; every one unless given
  --region   a region; every one unless given
  --owner    who answers for it; you unless given

Prints the token once, and the entry for the list "tokens" of ENI_ATLAS_TOKENS_FILE.`;

function fail(problem) {
  process.stderr.write(`${problem}\n\n${USAGE}\n`);
  process.exit(2);
}

function readArguments() {
  const many = { type: 'string', multiple: true };
  const one = { type: 'string' };
  try {
    return parseArgs({
      allowPositionals: true,
      options: { name: one, scope: many, expires: one, account: many, region: many, owner: one },
    });
  } catch (error) {
    return fail(error.message);
  }
}

const { positionals, values } = readArguments();
if (positionals.join() !== 'new') fail('What to do is missing. Allowed: new.');
const { name, scope: scopes = [], account = ['*'], region = ['*'] } = values;
if (!name) fail('--name is missing: what the token is for.');
if (scopes.length === 0 || scopes.some((each) => !TOKEN_SCOPES.includes(each)))
  fail(`--scope: at least one of ${TOKEN_SCOPES.join(', ')}.`);
const days = daysIn(values.expires ?? '');
if (days === null) fail('--expires: a number of days or hours up to 366d, such as 90d.');
const { token, entry } = makeToken({
  name,
  owner: values.owner ?? userInfo().username,
  scopes,
  accounts: account,
  regions: region,
  days,
});
process.stderr.write('The token, shown once:\n');
process.stdout.write(`${token}\n`);
process.stderr.write('For the list "tokens" of ENI_ATLAS_TOKENS_FILE:\n');
process.stdout.write(`${JSON.stringify(entry)}\n`);
