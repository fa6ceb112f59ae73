import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaceAnswer } from '@/lib/eni/ask';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { ProblemError } from '@/lib/eni/problem';
import { answerOf, LIST_FILTERS, listFilterOf } from './answer';
import { hitWith, NODE_ENI, placeWith, readingWith, searchFor } from './answer.test-kit';
import { type Heard, NOTHING_HEARD, withAnswer } from './heard';
import { foldedPlaces, sortedOut } from './places';
import { type Question, questionOf } from './question';

const question = (...values: string[]) => questionOf(searchFor('any', ...values), []) as Question;

function heardOf(answers: PlaceAnswer[], more: Partial<Heard> = {}): Heard {
  const places = [
    { account: 'prod', region: 'cn-hangzhou' },
    { account: 'prod', region: 'cn-beijing' },
    { account: 'data', region: 'cn-hangzhou' },
  ];
  return { head: { values: [], places }, answers, isAsking: false, ...more };
}

const denied = new ProblemError('cloud_forbidden', { action: 'ecs:DescribeNetworkInterfaces' }).problem;

describe('the verdict of a thing', () => {
  const here = eniWith({ id: 'eni-here', privateIpAddress: '10.0.0.7' });
  const there = hitWith('10.0.0.7', { id: 'eni-there', account: 'data', privateIpAddress: '10.0.0.7' });

  test('is "here" by what the view itself read, before any place has answered', () => {
    const { items } = answerOf(question('10.0.0.7'), readingWith([here]), NOTHING_HEARD);
    expect(items[0]).toMatchObject({ verdict: 'here', hits: [{ isHere: true, way: 'primary' }] });
  });

  test('is "both" with the view\'s own first, whatever came first', () => {
    const { items } = answerOf(
      question('10.0.0.7'),
      readingWith([here]),
      heardOf([placeWith('data', 'cn-hangzhou', { hits: [there] })]),
    );
    expect(items[0]?.verdict).toBe('both');
    expect(items[0]?.hits.map(({ eni }) => eni?.id)).toEqual(['eni-here', 'eni-there']);
  });

  test('is "none" only with what it rests on: places that know it, and places that do not', () => {
    const answers = [
      placeWith('prod', 'cn-beijing'),
      placeWith('data', 'cn-hangzhou', {
        state: 'open',
        open: ['10.0.0.7'],
        price: { calls: 101, seconds: 13 },
      }),
    ];
    const { items } = answerOf(question('10.0.0.7'), readingWith([]), heardOf(answers));
    expect(items[0]).toMatchObject({ verdict: 'none', asked: 2, notAsked: 1, pending: 0 });
  });

  test('is "open" while a place is being asked, and no longer', () => {
    const asking = heardOf([placeWith('prod', 'cn-beijing')], { isAsking: true });
    const of = (heard: Heard) => answerOf(question('10.0.0.7'), readingWith([]), heard).items[0];
    expect(of(asking)).toMatchObject({ verdict: 'open', asked: 2, pending: 1 });
    expect(of({ ...asking, isAsking: false })).toMatchObject({ verdict: 'none', notAsked: 1, pending: 0 });
  });

  test('stands by what came before a place failed', () => {
    const answers = [placeWith('data', 'cn-hangzhou', { state: 'failed', problem: denied, hits: [there] })];
    const { items, places } = answerOf(question('10.0.0.7'), readingWith([]), heardOf(answers));
    expect(items[0]?.verdict).toBe('elsewhere');
    expect(sortedOut(places).notAsked.map(({ account, state }) => `${account} ${state}`)).toEqual([
      'prod unasked',
      'data failed',
    ]);
  });
});

test('an ENI that several accounts see is one ENI', () => {
  const eni = { id: 'eni-shared', privateIpAddress: '10.0.0.7' };
  const answers = [
    placeWith('prod', 'cn-hangzhou', { hits: [hitWith('10.0.0.7', eni)] }),
    placeWith('data', 'cn-hangzhou', { hits: [hitWith('10.0.0.7', { ...eni, account: 'data' })] }),
  ];
  const { items } = answerOf(question('10.0.0.7'), readingWith([eniWith(eni)]), heardOf(answers));
  expect(items[0]?.hits).toHaveLength(1);
  expect(items[0]).toMatchObject({ verdict: 'here', hits: [{ account: 'prod', seenBy: ['data'] }] });
});

test('an EIP is known by its ENI, with what the place says of the EIP itself', () => {
  const eip = {
    ipAddress: '39.105.88.14',
    allocationId: 'eip-2zeq4',
    instanceId: NODE_ENI.id ?? null,
    instanceType: 'NetworkInterface',
    privateIpAddress: '10.80.4.27',
    name: null,
  };
  const hit = hitWith('39.105.88.14', NODE_ENI, { way: 'eip', eip });
  const { items } = answerOf(
    question('39.105.88.14'),
    readingWith([]),
    heardOf([placeWith('prod', 'cn-beijing', { hits: [hit] })]),
  );
  expect(items[0]).toMatchObject({
    verdict: 'elsewhere',
    hits: [{ way: 'eip', eip: { allocationId: 'eip-2zeq4' } }],
  });
});

test('a reading says nothing of names of instances, so its own place is asked for them', () => {
  const names = questionOf(searchFor('ip', '10.0.0.7'), [{ at: 1, text: 'worker-bj-12' }]) as Question;
  const { places } = answerOf(names, readingWith([]), heardOf([], { isAsking: true }));
  expect(places[0]).toMatchObject({ isHere: true, state: 'asking' });
});

test('the counts of a list are all of it, whatever the places say', () => {
  const value = fc.constantFrom('10.0.0.1', '10.0.0.2', '10.0.0.3', 'i-bp1x');
  const place = fc.record({
    account: fc.constantFrom('prod', 'data'),
    region: fc.constantFrom('cn-hangzhou', 'cn-beijing'),
    state: fc.constantFrom<PlaceAnswer['state']>('settled', 'open', 'failed', 'skipped'),
    found: fc.uniqueArray(value),
    open: fc.uniqueArray(value),
  });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 6 }), fc.boolean(), (places, isAsking) => {
      const answers = places.reduce<PlaceAnswer[]>(
        (all, { account, region, state, found, open }) =>
          withAnswer(
            all,
            placeWith(account, region, {
              state,
              open: state === 'open' ? open : [],
              hits: found.map((one) =>
                hitWith(one, { account, region, id: `eni-${account}-${region}-${one}` }),
              ),
            }),
          ),
        [],
      );
      const list = questionOf(searchFor('any', '10.0.0.1', '10.0.0.2', '10.0.0.3', 'i-bp1x'), [
        { at: 2, text: '10.0.0.300' },
        { at: 4, text: 'web-1' },
      ]) as Question;
      const answer = answerOf(list, readingWith([]), heardOf(answers, { isAsking }));
      const counts = LIST_FILTERS.map(
        (one) => answer.items.filter((item) => listFilterOf(item) === one).length,
      );
      expect(counts.reduce((a, b) => a + b)).toBe(6);
      for (const { as, asked, notAsked, pending, verdict, hits } of answer.items) {
        expect(asked + notAsked + pending).toBe(answer.places.length);
        if (as === 'unread') continue;
        expect(hits.length > 0).toBe(['here', 'both', 'elsewhere'].includes(verdict));
        expect(verdict === 'open').toBe(hits.length === 0 && pending > 0);
      }
    }),
  );
});

test('places of an account that could not be asked for one reason are one line', () => {
  const failed = Array.from({ length: 6 }, (_, at) =>
    placeWith('denied', `cn-${at}`, { state: 'failed', problem: denied }),
  );
  const heard = heardOf(failed, { head: { values: [], places: failed } });
  const { places } = answerOf(question('10.0.0.7'), readingWith([]), heard);
  expect(foldedPlaces(places).map((group) => group.places.length)).toEqual([1, 6]);
});
