import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Grant, ROLES } from './access-file';
import { grantsFor, highestRole, mayIn, regionsGranted, whoOf } from './grants';

const grant = (more: Partial<Grant>): Grant => ({
  id: 'g',
  who: ['group:net'],
  role: 'viewer',
  accounts: ['prod'],
  regions: ['cn-hangzhou'],
  ...more,
});

describe('whoOf', () => {
  const facts = { subject: '00u1', email: 'Lin@Nordhafen.example', groups: ['/net/admins', 'pay'] };

  it.each([
    ['group:/net/admins', true],
    ['group:net/admins', false],
    ['group:/NET/admins', false],
    ['user:00u1', true],
    ['user:00U1', false],
    ['email:lin@nordhafen.example', true],
    ['domain:nordhafen.example', true],
    ['domain:hafen.example', false],
    // It matches every person, so a session need not keep it.
    ['anyone', false],
  ])('%s: %s', (entry, isNamed) => {
    expect(whoOf([grant({ who: [entry] })], facts)).toEqual(isNamed ? [entry] : []);
  });

  it('B101: names nobody by an address that is not verified', () => {
    const grants = [grant({ who: ['email:lin@nordhafen.example', 'domain:nordhafen.example'] })];
    expect(whoOf(grants, { ...facts, email: null })).toEqual([]);
  });
});

describe('rights', () => {
  it('are the union of the grants, each with its own role', () => {
    const rights = grantsFor(
      [
        grant({ id: 'a', role: 'admin' }),
        grant({ id: 'b', accounts: ['*'], regions: ['cn-beijing'] }),
        grant({ id: 'c', who: ['group:pay'], accounts: ['lab'] }),
        grant({ id: 'd', who: ['anyone'], accounts: ['staging'], regions: ['*'], role: 'exporter' }),
      ],
      ['group:net'],
    );
    expect(mayIn(rights, 'admin', 'prod', 'cn-hangzhou')).toBe(true);
    expect(mayIn(rights, 'viewer', 'prod', 'cn-beijing')).toBe(true);
    expect(mayIn(rights, 'exporter', 'prod', 'cn-beijing')).toBe(false);
    expect(mayIn(rights, 'exporter', 'staging', 'cn-shanghai')).toBe(true);
    expect(mayIn(rights, 'viewer', 'lab', 'cn-hangzhou')).toBe(false);
    expect(regionsGranted(rights, 'prod')).toEqual(['cn-hangzhou', 'cn-beijing']);
    expect(regionsGranted(rights, 'staging')).toBeNull();
    expect(regionsGranted(rights, 'lab')).toEqual(['cn-beijing']);
    expect(highestRole(rights)).toBe('admin');
    expect(highestRole([])).toBeNull();
  });

  it('are no smaller for another grant, whatever it says', () => {
    const names = fc.subarray(['prod', 'staging', 'lab'], { minLength: 1 });
    const regions = fc.subarray(['cn-hangzhou', 'cn-beijing'], { minLength: 1 });
    const grants = fc.record({
      id: fc.string({ minLength: 1, maxLength: 5 }),
      who: fc.subarray(['group:net', 'anyone', 'group:pay'], { minLength: 1 }),
      role: fc.constantFrom(...ROLES),
      accounts: fc.oneof(names, fc.constant<string[]>(['*'])),
      regions: fc.oneof(regions, fc.constant<string[]>(['*'])),
    });
    fc.assert(
      fc.property(fc.array(grants), grants, (some, more) => {
        const [few, many] = [grantsFor(some, ['group:net']), grantsFor([...some, more], ['group:net'])];
        for (const role of ROLES)
          for (const account of ['prod', 'staging', 'lab'])
            for (const region of ['cn-hangzhou', 'cn-beijing'])
              expect(mayIn(many, role, account, region) || !mayIn(few, role, account, region)).toBe(true);
      }),
    );
  });
});
