import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch } from '../params';
import { parseExplorer } from '../view';
import { limitsPassed, linkOf, readableLinkOf, safeHref } from './link';

const ORIGIN = 'https://eni.example.com';
const idsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => `eni-bp1${(at * 7919 + 104_729).toString(36).padStart(17, 'x')}`);
const plain = (count: number) => `${ORIGIN}/?eni=${idsOf(count).join(',')}`;

describe('linkOf', () => {
  it.each([
    ['/?name=web-*', '/?name=web-%2A'],
    ['/?tag=team:&foo=(1)', '/?tag=team:&foo=%281%29'],
    ['/?region=cn-hangzhou#main', '/?region=cn-hangzhou'],
    ['/', '/'],
    ['/cleanup?eni=', '/cleanup?eni'],
  ])('hands %s on as %s', (given, link) => expect(linkOf(ORIGIN + given)).toBe(ORIGIN + link));

  it('packs what others wrote at length, and what it hands on reads the same', () => {
    const link = linkOf(plain(300));
    expect(link).toMatch(/\/\?s=1\./);
    expect(link.length).toBeLessThan(plain(300).length);
    expect(parseExplorer(new URL(link).searchParams)).toEqual(
      parseExplorer(new URL(plain(300)).searchParams),
    );
    expect(readableLinkOf(link)).toBe(plain(300));
  });

  it('has no readable form where what was packed is damaged', () =>
    expect(readableLinkOf(linkOf(plain(300)).slice(0, -5))).toBeNull());
});

describe('safeHref', () => {
  it('changes nothing of an address but the spelling of its marks', () => {
    const text = fc.stringMatching(/^[a-z*:.,()|!~_-]{0,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 4 }), (pairs) => {
        const href = `${ORIGIN}/usage?${pairs.map((pair) => pair.join('=')).join('&')}#at`;
        expect([...new URL(safeHref(href)).searchParams]).toEqual([...new URL(href).searchParams]);
        expect(new URL(safeHref(href)).hash).toBe('#at');
      }),
    );
  });

  it('leaves a long address as long as it was', () => expect(safeHref(plain(300))).toBe(plain(300)));
});

describe('limitsPassed', () => {
  const ofLength = (length: number) => `${ORIGIN}/?q=`.padEnd(length, 'x');
  const passed = (link: string) => limitsPassed(link).map(({ most }) => most);

  it('counts the whole link for Excel and IIS', () => {
    expect(passed(ofLength(2_083))).toEqual([]);
    expect(passed(ofLength(2_084))).toEqual([2_083]);
  });

  it('counts the line of the request for Apache and nginx', () => {
    const line = 'GET /?q= HTTP/1.1'.length - '/?q='.length;
    const longest = ORIGIN.length + 8_190 - line;
    expect(passed(ofLength(longest))).toEqual([2_083]);
    expect(passed(ofLength(longest + 1))).toEqual([2_083, 8_190]);
  });

  it('lets no search of 50 ids be too long', () => {
    expect(passed(linkOf(plain(50)))).toEqual([]);
    expect(parseSearch(new URL(linkOf(plain(50))).searchParams).issues).toEqual([]);
  });
});
