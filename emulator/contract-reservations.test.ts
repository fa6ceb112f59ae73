import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createSdk, HANGZHOU } from './contract-sdk';
import { startEmulator } from './server';

const running = await startEmulator({ seed: 7, enis: 100 });
const { call, failure } = createSdk(running.url);

afterEach(() => running.emulator.reset());
afterAll(() => running.close());

const LIST = 'ListVSwitchCidrReservations';
const audit = { version: '2016-04-28', key: 'audit' };
const rowsOf = (body: {
  VSwitchCidrReservations: { VSwitchCidrReservationName: string; VSwitchId: string }[];
}) => body.VSwitchCidrReservations;
const namesOf = (body: Parameters<typeof rowsOf>[0]) =>
  rowsOf(body).map((row) => row.VSwitchCidrReservationName);

describe('ListVSwitchCidrReservations', () => {
  test('gives the blocks of a region as a bare array, those of IPv4 unless IPv6 is asked for', async () => {
    const body = await call(LIST, HANGZHOU, audit);
    expect(body).toMatchObject({ MaxResults: 10, TotalCount: 3, NextToken: '' });
    expect(namesOf(body)).toEqual(['pods-prefix-段', 'exhausted-已耗尽', 'roomy-有余量']);
    expect(rowsOf(body)[1]).toMatchObject({
      VSwitchCidrReservationId: expect.stringMatching(/^vcr-/),
      VSwitchCidrReservationCidr: '10.65.34.0/24',
      Type: 'prefix',
      IpVersion: 'IPv4',
      Status: 'Assigned',
      AssignedCidrCount: 16,
      AvailableCidrCount: 0,
    });
    const ipv6 = await call(LIST, { ...HANGZHOU, IpVersion: 'IPv6' }, audit);
    expect(rowsOf(ipv6)).toMatchObject([{ IpVersion: 'IPv6', VSwitchCidrReservationName: 'ipv6-前缀' }]);
  });

  test('keeps to a vSwitch, and to ids', async () => {
    const [pods, exhausted] = rowsOf(await call(LIST, HANGZHOU, audit));
    const of = async (query: Record<string, unknown>) =>
      namesOf(await call(LIST, { ...HANGZHOU, ...query }, audit));
    expect(await of({ VSwitchId: pods?.VSwitchId })).toEqual(['pods-prefix-段']);
    expect(await of({ VSwitchId: exhausted?.VSwitchId })).toHaveLength(2);
    expect(await of({ VSwitchId: 'vsw-none' })).toEqual([]);
    expect(await of({ VSwitchCidrReservationIds: ['vcr-none'] })).toEqual([]);
  });

  test('a walk by NextToken gives each once; a token is good for its own filters only', async () => {
    const names: string[] = [];
    let NextToken: string | undefined;
    do {
      const body = await call(LIST, { ...HANGZHOU, MaxResults: 1, NextToken }, audit);
      names.push(...namesOf(body));
      NextToken = body.NextToken || undefined;
    } while (NextToken);
    expect(names).toEqual(['pods-prefix-段', 'exhausted-已耗尽', 'roomy-有余量']);
    const first = await call(LIST, { ...HANGZHOU, MaxResults: 1 }, audit);
    const foreign = { ...HANGZHOU, MaxResults: 1, IpVersion: 'IPv6', NextToken: first.NextToken };
    expect(await failure(LIST, foreign, audit)).toMatchObject({ statusCode: 400 });
  });

  test.each([
    ['more than 100 at once', { MaxResults: 101 }, 'InvalidParameter'],
    ['an IP version that is none', { IpVersion: 'IPv5' }, 'InvalidParameter'],
    ['11 ids', { VSwitchCidrReservationIds: Array.from({ length: 11 }, () => 'vcr-1') }, 'InvalidParameter'],
    ['no region', { RegionId: undefined }, 'MissingParameter'],
  ])('refuses %s', async (_what, query, code) => {
    expect(await failure(LIST, { ...HANGZHOU, ...query }, audit)).toMatchObject({ code, statusCode: 400 });
  });

  test('is denied to who may not, with the action to grant; other accounts have none', async () => {
    const vpc = { version: '2016-04-28' };
    const denied = await failure(LIST, HANGZHOU, { ...vpc, key: 'no-reservations' });
    expect(denied).toMatchObject({ code: 'Forbidden.RAM', statusCode: 403 });
    expect(denied.accessDeniedDetail.AuthAction).toBe('vpc:ListVSwitchCidrReservations');
    expect(rowsOf(await call(LIST, HANGZHOU, { ...vpc, key: 'prod' }))).toEqual([]);
  });
});

test('the dump has the audit account only where it is asked for by name', async () => {
  const accountsOf = async (query: string) => {
    const answer = await fetch(`${running.url}/_emulator/estate${query}`);
    const { cells } = (await answer.json()) as { cells: { account: string; reservations: unknown[] }[] };
    return cells.map(({ account, reservations }) => `${account} ${reservations.length}`);
  };
  expect(await accountsOf('?account=audit&region=cn-hangzhou')).toEqual(['audit 4']);
  expect((await accountsOf('')).some((cell) => cell.startsWith('audit'))).toBe(false);
});
