import { createHash, randomBytes } from 'node:crypto';

/** What a NextToken stands for. A client cannot read it, and must not. */
export interface TokenState {
  /** Account, region, action and filters: a token is of no use with others. */
  scope: string;
  offset: number;
  /** The ends of the ids of the rows before it; none where the list has no ids. */
  last: string[];
  page: number;
  issuedAt: number;
  /** Tokens of an earlier epoch count as expired. */
  epoch: number;
}

const SALT_BYTES = 6;
const MAC_BYTES = 4;

/** The token of a state. It always has `+`, `/` and `=`, so that a client that forgets to encode it is found out. */
export function encodeToken(state: TokenState, secret: string): string {
  const json = JSON.stringify([
    hash(state.scope),
    state.offset,
    state.page,
    state.issuedAt,
    state.epoch,
    state.last,
  ]);
  const bytes = SALT_BYTES + MAC_BYTES + Buffer.byteLength(json);
  const text = Buffer.from(bytes % 3 === 0 ? `${json} ` : json);
  for (;;) {
    const salt = randomBytes(SALT_BYTES);
    const mac = digest(secret, salt, text).subarray(0, MAC_BYTES);
    const token = Buffer.concat([salt, mac, cipher(secret, salt, text)]).toString('base64');
    if (token.includes('+') && token.includes('/')) return token;
  }
}

/** The state of a token that this emulator issued for `scope`; null for any other. */
export function decodeToken(token: string, scope: string, secret: string): TokenState | null {
  const bytes = Buffer.from(token, 'base64');
  if (bytes.length <= SALT_BYTES + MAC_BYTES || bytes.toString('base64') !== token) return null;
  const salt = bytes.subarray(0, SALT_BYTES);
  const mac = bytes.subarray(SALT_BYTES, SALT_BYTES + MAC_BYTES);
  const text = cipher(secret, salt, bytes.subarray(SALT_BYTES + MAC_BYTES));
  if (!digest(secret, salt, text).subarray(0, MAC_BYTES).equals(mac)) return null;
  const [scopeHash, offset, page, issuedAt, epoch, last] = JSON.parse(text.toString()) as [
    string,
    number,
    number,
    number,
    number,
    string[],
  ];
  return scopeHash === hash(scope) ? { scope, offset, last, page, issuedAt, epoch } : null;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

function digest(secret: string, salt: Buffer, text: Buffer | string): Buffer {
  return createHash('sha256').update(secret).update(salt).update(text).digest();
}

function cipher(secret: string, salt: Buffer, text: Buffer): Buffer {
  const out = Buffer.from(text);
  for (let block = 0; block * 32 < out.length; block += 1) {
    const stream = digest(secret, salt, `stream ${block}`);
    for (let i = 0; i < 32 && block * 32 + i < out.length; i += 1) {
      const at = block * 32 + i;
      out[at] = (out[at] ?? 0) ^ (stream[i] ?? 0);
    }
  }
  return out;
}
