import { describe, expect, it } from 'vitest';
import { calmEni, found, idleEniWith, inputWith } from './findings.test-kit';
import { termsFor } from './links';
import { DEFAULT_POLICY, type Policy } from './policy';

const { thresholds } = DEFAULT_POLICY;
const many = (make: (id: string) => ReturnType<typeof calmEni>) =>
  Array.from({ length: 101 }, (_, at) => make(`eni-${at}`));
const linkTo = (
  rule: Parameters<typeof found>[0],
  enis: ReturnType<typeof many>,
  policy: Partial<Policy> = {},
) => {
  const { terms, exact } = termsFor(found(rule, inputWith({ enis, policy })), thresholds);
  const texts = terms.map(({ key, negated, values }) => `${negated ? '-' : ''}${key}=${values.join(',')}`);
  return { terms: texts, exact };
};

describe('termsFor', () => {
  it('names up to a hundred ENIs', () =>
    expect(linkTo('idle-eni', [idleEniWith(), idleEniWith({ id: 'eni-2' })])).toEqual({
      terms: ['eni=eni-1,eni-2'],
      exact: true,
    }));

  it.each([
    ['idle-eni', ['status=Available', '-type=Primary', '-managed=true', 'created=>7d']],
    ['default-resource-group', [expect.stringMatching(/^eni=(eni-\d+,){99}eni-\d+$/)]],
    ['required-tag-missing', ['-tag=a\\:b', '-managed=true']],
  ] as const)('means more of %s by what they have in common', (rule, terms) => {
    const enis = many((id) => idleEniWith({ id, resourceGroupId: null }));
    expect(linkTo(rule, enis, { requiredTags: ['a:b'] })).toEqual({ terms, exact: false });
  });

  it('means the ENIs of a thing by it', () => {
    const enis = [calmEni(), calmEni({ id: 'eni-2', vSwitchId: 'vsw-2', securityGroupIds: ['sg-2'] })];
    expect(linkTo('multi-vswitch-instance', enis)).toEqual({ terms: ['instance=i-1'], exact: true });
  });

  it('leaves out an id that a URL cannot carry, and is not exact then', () =>
    expect(linkTo('idle-eni', [idleEniWith(), idleEniWith({ id: '云' })])).toMatchObject({
      exact: false,
      terms: expect.arrayContaining(['status=Available']),
    }));
});
