import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { daysIn, makeToken, TOKEN_SCOPES } from './token.mjs';
import { UsageError } from './usage-error.mjs';

export const TOKEN_HELP = `  --name     what the token is for, 1 to 64 characters
  --scope    ${TOKEN_SCOPES.join(', ')}; may be given more than once
  --expires  in how long it ends, such as 90d or 12h, at most 366d
  --account  an account of the dashboard; may be given more than once; every one unless given
  --region   a region; may be given more than once; every one unless given
  --owner    who answers for it, 1 to 256 characters; you unless given

Prints the token, which is not kept anywhere, and below it the entry for the list "tokens" of ENI_ATLAS_TOKENS_FILE.`;

const many = { type: 'string', multiple: true };
const one = { type: 'string' };
const OPTIONS = { name: one, scope: many, expires: one, account: many, region: many, owner: one };

const isText = (text, most) => new RegExp(`^[^\\p{C}]{1,${most}}$`, 'u').test(text);

/** The words of parseArgs, which may repeat a value, without it. */
function readArguments(args) {
  try {
    return parseArgs({ args, allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const [sentence] = error.message.split(/[.\n]/);
    const flags = Object.keys(OPTIONS).map((name) => `--${name}`);
    throw new UsageError(`${sentence}. Allowed: ${flags.join(', ')}`);
  }
}

/** The person who runs this; undefined where the system has no name for them, as in a container. */
function ownName() {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}

/**
 * `token new …`: makes a token and prints it, and what the tokens file keeps of it. Only these two go to stdout.
 * @param {string[]} args
 * @throws UsageError
 */
export function tokenCommand(args) {
  const { positionals, values } = readArguments(args);
  if (positionals.length !== 1 || positionals[0] !== 'new')
    throw new UsageError(
      `token: ${positionals.length === 0 ? 'what to do is missing' : JSON.stringify(positionals.join(' '))}. Allowed: new`,
    );
  const { name, scope: scopes = [], account = ['*'], region = ['*'], owner = ownName() } = values;
  if (!isText(name ?? '', 64)) throw new UsageError('--name: what the token is for, in 1 to 64 characters');
  if (scopes.length === 0 || scopes.some((each) => !TOKEN_SCOPES.includes(each)))
    throw new UsageError(`--scope: at least one of ${TOKEN_SCOPES.join(', ')}`);
  const days = daysIn(values.expires ?? '');
  if (days === null) throw new UsageError('--expires: days or hours up to 366d, such as 90d or 12h');
  if (!isText(owner ?? '', 256))
    throw new UsageError('--owner: who answers for the token, in 1 to 256 characters');
  for (const [flag, list] of Object.entries({ account, region }))
    if (list.some((each) => !isText(each, 64))) throw new UsageError(`--${flag}: a name, or * for every one`);
  const { token, entry } = makeToken({ name, owner, scopes, accounts: account, regions: region, days });
  process.stderr.write('The token, shown once:\n');
  process.stdout.write(`${token}\n`);
  process.stderr.write('For the list "tokens" of ENI_ATLAS_TOKENS_FILE:\n');
  process.stdout.write(`${JSON.stringify(entry)}\n`);
}
