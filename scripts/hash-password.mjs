import { randomBytes, scryptSync } from 'node:crypto';
import { createInterface } from 'node:readline';

const [N, r, p] = [17, 8, 1];
const SHORTEST = 12;

/** The hash of a password for ENI_ATLAS_PASSWORD_HASH; two of one password are not alike. */
export function hashPassword(password) {
  const salt = randomBytes(16);
  const cost = { N: 2 ** N, r, p, maxmem: 256 * 2 ** N * r };
  const hash = scryptSync(password.normalize('NFC'), salt, 32, cost);
  return `scrypt$N=2^${N},r=${r},p=${p}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** The first line of standard input. From a terminal it is asked for, and not shown. */
async function readPassword() {
  const lines = createInterface({
    input: process.stdin,
    output: process.stderr,
    terminal: process.stdin.isTTY,
  });
  if (process.stdin.isTTY) {
    process.stderr.write('Password: ');
    // The terminal would write every key.
    lines._writeToOutput = () => {};
  }
  for await (const line of lines) {
    lines.close();
    if (process.stdin.isTTY) process.stderr.write('\n');
    return line;
  }
  return '';
}

if (import.meta.filename === process.argv[1]) {
  const password = await readPassword();
  if ([...password].length < SHORTEST) {
    process.stderr.write(`The password has to have at least ${SHORTEST} characters.\n`);
    process.exit(1);
  }
  process.stdout.write(`${hashPassword(password)}\n`);
}
