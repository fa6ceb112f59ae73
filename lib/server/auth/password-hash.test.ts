import { expect, test } from 'vitest';
import { hashPassword } from '@/scripts/lib/password.mjs';
import { parseConfig } from '../config/config';
import { isPasswordOf } from './password-hash';

test('what the command makes is taken, and opens with that password alone', async () => {
  const hash = hashPassword('correct horse battery');
  const env = {
    ENI_ATLAS_AUTH: 'password',
    ENI_ATLAS_PASSWORD_HASH: hash,
    ENI_ATLAS_PUBLIC_URL: 'http://127.0.0.1:3000',
    ENI_ATLAS_SESSION_KEYS: 'k'.repeat(43),
    ENI_ATLAS_ACCESS_FILE: 'access.json',
  };
  expect(parseConfig(env).signIn).toEqual({ mode: 'password', hash });
  expect(await isPasswordOf(hash, 'correct horse battery')).toBe(true);
  expect(await isPasswordOf(hash, 'correct horse batterz')).toBe(false);
  expect(hashPassword('correct horse battery')).not.toBe(hash);
});

test('what is no hash opens with nothing', async () => expect(await isPasswordOf('', '')).toBe(false));
