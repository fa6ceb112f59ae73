import { expect, test } from 'vitest';
import { createLog } from './log';

const KEY_ID = 'LTAI5tCanaryCanaryCanary';
const SESSION_KEY_ID = 'STS.NUCanaryCanaryCanaryCanary';
const SECRET = 'CanaryKeySecret7f3e91c2b4';

function written(write: (log: ReturnType<typeof createLog>) => void): string {
  let lines = '';
  write(
    createLog({
      write: (line) => {
        lines += line;
      },
    }),
  );
  return lines;
}

test.each<[string, (log: ReturnType<typeof createLog>) => void]>([
  ['in a message', (log) => log.info(`signed with ${KEY_ID} and ${SESSION_KEY_ID}.`)],
  ['in a field', (log) => log.info({ detail: `"${KEY_ID}"`, deep: { deeper: [SESSION_KEY_ID] } }, 'call')],
  ['in a field of a child', (log) => log.child({ key: KEY_ID }).warn({ session: SESSION_KEY_ID })],
  ['in an error', (log) => log.error(new Error(`InvalidAccessKeyId: ${KEY_ID} ${SESSION_KEY_ID}`))],
  ['as a key of a field', (log) => log.info({ [KEY_ID]: 1, [SESSION_KEY_ID]: 2 })],
])('a key id %s is not written', (_, write) => {
  const lines = written(write);
  expect(lines).toContain('[key]');
  expect(lines).not.toMatch(/LTAI|STS\.|Canary/);
  expect(() => JSON.parse(lines)).not.toThrow();
});

test('what holds a secret by its name is not written', () => {
  const credential = { accessKeyId: 'id', accessKeySecret: SECRET, securityToken: SECRET };
  const headers = { authorization: SECRET, cookie: SECRET };
  const lines = written((log) => {
    log.info({ credential, headers }, 'nested');
    log.info({ ...credential, ...headers }, 'flat');
  });
  expect(lines).not.toContain(SECRET);
  expect(lines.match(/nested|flat/g)).toHaveLength(2);
});

test('a line without a secret is written as it is', () => {
  const fields = { requestId: '7e0c', path: '/api/enis/eni-bp1LTAI', upstream: ['STS', 'LTAI5t'] };
  expect(JSON.parse(written((log) => log.info(fields, 'request')))).toMatchObject({
    ...fields,
    msg: 'request',
  });
});
