import 'server-only';
import { scrypt, timingSafeEqual } from 'node:crypto';

const FORM = /^scrypt\$N=2\^(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/;

function derive(password: string, salt: Buffer, length: number, cost: { N: number; r: number; p: number }) {
  // scrypt needs 128 × N × r bytes; Node's default limit is 32 MB.
  const options = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise<Buffer>((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, length, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** Whether a password has this hash, as `eni-atlas hash-password` makes it. Takes a third of a second and 128 MB. */
export async function isPasswordOf(hash: string, password: string): Promise<boolean> {
  const [, power, r, p, salt = '', expected = ''] = FORM.exec(hash) ?? [];
  if (power === undefined) return false;
  const wanted = Buffer.from(expected, 'base64url');
  const cost = { N: 2 ** Number(power), r: Number(r), p: Number(p) };
  const made = await derive(password, Buffer.from(salt, 'base64url'), wanted.length, cost);
  return timingSafeEqual(made, wanted);
}
