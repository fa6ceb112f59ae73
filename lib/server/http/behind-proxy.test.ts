import { expect, test } from 'vitest';
import { refusalBehindProxy } from './behind-proxy';

test('whatever a proxy writes into a request shows that there is one', () => {
  for (const name of [
    'x-forwarded-for',
    'x-forwarded-proto',
    'x-forwarded-user',
    'forwarded',
    'via',
    'x-real-ip',
  ])
    expect(refusalBehindProxy({ host: 'localhost', [name]: '' }), name).toMatchObject({
      code: 'sign_in_needed',
    });
});

test('what browsers and scripts send does not', () => {
  const headers = { host: 'localhost', 'x-requested-with': 'x', 'sec-fetch-site': 'none', cookie: 'via=x' };
  expect(refusalBehindProxy(headers)).toBeNull();
});
