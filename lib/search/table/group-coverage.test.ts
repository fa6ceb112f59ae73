import { describe, expect, it } from 'vitest';
import { isInPart } from './group-coverage';

const hangzhou = { account: 'prod', region: 'cn-hangzhou' };
const beijing = { account: 'prod', region: 'cn-beijing' };

describe('isInPart', () => {
  const regions = new Set(['cn-hangzhou']);
  it('knows a VPC whole whose region was read to its end', () => {
    expect(isInPart({ by: 'vpc', value: 'vpc-1', regions }, [beijing])).toBe(false);
    expect(isInPart({ by: 'vpc', value: 'vpc-1', regions }, [beijing, hangzhou])).toBe(true);
  });

  it('knows an account whole that was read to its end', () => {
    expect(isInPart({ by: 'account', value: 'staging', regions }, [hangzhou])).toBe(false);
    expect(isInPart({ by: 'account', value: 'prod', regions }, [beijing])).toBe(true);
  });

  it.each([
    ['status', 'InUse'],
    ['owner', 'ack'],
    ['tag:team', 'pay'],
    ['vpc', null],
  ] as const)('knows %s=%s whole only where nothing is left to read', (by, value) => {
    expect(isInPart({ by, value, regions }, [beijing])).toBe(true);
    expect(isInPart({ by, value, regions }, [])).toBe(false);
  });
});
