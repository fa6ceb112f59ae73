import { randomBytes, scryptSync } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { UsageError } from './usage-error.mjs';

const [N, r, p] = [17, 8, 1];
const SHORTEST = 12;
/** The exit code of a shell for a command that Ctrl-C ended. */
const EXIT_INTERRUPTED = 130;

export const PASSWORD_HELP = `Asks for the password, or takes the first line of standard input, and prints its hash for ENI_ATLAS_PASSWORD_HASH.
It has at least ${SHORTEST} characters.`;

/** The hash of a password for ENI_ATLAS_PASSWORD_HASH; two hashes of one password differ. */
export function hashPassword(password) {
  const salt = randomBytes(16);
  const cost = { N: 2 ** N, r, p, maxmem: 256 * 2 ** N * r };
  const hash = scryptSync(password.normalize('NFC'), salt, 32, cost);
  return `scrypt$N=2^${N},r=${r},p=${p}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** Receives a terminal's echo, which would show every typed key. */
const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** The first line of standard input. From a terminal it is asked for, and not shown. */
async function readPassword() {
  const { stdin, stderr } = process;
  const lines = createInterface({ input: stdin, output: nowhere(), terminal: stdin.isTTY });
  lines.on('SIGINT', () => {
    stderr.write('\n');
    process.exit(EXIT_INTERRUPTED);
  });
  if (stdin.isTTY) stderr.write('Password: ');
  for await (const line of lines) {
    lines.close();
    if (stdin.isTTY) stderr.write('\n');
    return line;
  }
  return '';
}

/**
 * `hash-password`: prints the hash of a password, which never comes as an argument: others see those, and shells keep them.
 * @param {string[]} args
 * @throws UsageError
 */
export async function passwordCommand(args) {
  if (args.length > 0)
    throw new UsageError(
      'hash-password takes no argument: it asks for the password, or reads a line of stdin',
    );
  const password = await readPassword();
  if ([...password].length < SHORTEST) {
    process.stderr.write(`The password has to have at least ${SHORTEST} characters.\n`);
    process.exitCode = 1;
    return;
  }
  process.stdout.write(`${hashPassword(password)}\n`);
}
