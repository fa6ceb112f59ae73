import { describe, expect, it } from 'vitest';
import { MOST_FILE_BYTES, parseAccessFile } from './access-file';

const known = { accounts: ['prod', 'staging'], isRegion: (region: string) => region.startsWith('cn-') };
const grant = {
  id: 'net',
  who: ['group:net', 'user:1', 'email:a@b.example', 'domain:b.example', 'anyone'],
  role: 'admin',
  accounts: ['*'],
  regions: ['*'],
};
const textOf = (...grants: object[]) => JSON.stringify({ version: 1, grants });
const problemsOf = (text: string) => {
  const parsed = parseAccessFile(text, known);
  return 'problems' in parsed ? parsed.problems.join('\n') : null;
};

it('reads grants as they are written', () => {
  expect(parseAccessFile(textOf(grant), known)).toEqual({ version: 1, grants: [grant] });
  expect(problemsOf(textOf())).toBeNull();
});

describe('B111', () => {
  it.each([
    ['an unknown key', textOf({ ...grant, deny: [] }), 'grants.0: has keys that are not known: deny'],
    ['an unknown key of the file', '{"version":1,"grants":[],"default":"x"}', 'not known: default'],
    ['an unknown version', '{"version":2,"grants":[]}', 'version: must be 1'],
    ['an unknown role', textOf({ ...grant, role: 'root' }), 'grants.0.role: must be viewer, exporter, admin'],
    [
      'an unknown account',
      textOf({ ...grant, accounts: ['prod', 'lab'] }),
      'grants.0.accounts.1: is no account',
    ],
    [
      'an unknown region',
      textOf({ ...grant, regions: ['us-nowhere-9'] }),
      'grants.0.regions.0: is no region',
    ],
    ['no region id', textOf({ ...grant, regions: ['../x'] }), 'grants.0.regions.0: must be a region id'],
    ['an id twice', textOf(grant, grant), 'grants.1.id: is the id of an earlier one'],
    ['no account', textOf({ ...grant, accounts: [] }), 'grants.0.accounts: must name at least one'],
    ['an account beside all', textOf({ ...grant, accounts: ['*', 'prod'] }), 'nothing stands beside it'],
    ['a star for who', textOf({ ...grant, who: ['*'] }), 'grants.0.who.0: must be anyone, group:<name>'],
    ['two @ in an address', textOf({ ...grant, who: ['email:a@b@c'] }), 'grants.0.who.0: must be'],
    ['nobody', textOf({ ...grant, who: [] }), 'grants.0.who: must name at least one'],
    ['a byte order mark', `\uFEFF${textOf(grant)}`, 'byte order mark'],
    ['5 MB', textOf({ ...grant, who: [`group:${'x'.repeat(5_000_000)}`] }), `larger than ${MOST_FILE_BYTES}`],
    ['half a file', textOf(grant).slice(0, 40), 'is not valid JSON'],
    ['nothing', '', 'is not valid JSON'],
  ])('%s is refused, and its place named', (_, text, message) => {
    expect(problemsOf(text)).toContain(message);
  });

  it('repeats nobody', () => {
    const text = textOf({ ...grant, who: ['group:secret-project', 'secret-person'], role: 'secret-role' });
    expect(problemsOf(text)).not.toContain('secret');
  });
});
