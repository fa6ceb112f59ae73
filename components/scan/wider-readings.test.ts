import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { enisQuery, FIRST_PAGE } from '@/lib/queries/enis';
import { parseSearch } from '@/lib/search/params';
import type { ScanPage } from '@/lib/search/reading/merge';
import { readingOf } from '@/lib/search/reading/reading-of';
import { seedFromWider, widerReadings } from './wider-readings';

const EARLY = '2026-11-23T10:00:00Z';
const LATE = '2026-11-23T12:00:00Z';
const search = (query: string) => parseSearch(new URLSearchParams(query)).search;
const statuses = (...words: string[]) => words.map((status, at) => eniWith({ id: `eni-${at}`, status }));

let client: QueryClient;
beforeEach(() => {
  client = new QueryClient();
});

function put(query: string, items: ScanPage['items'], more: Partial<ScanPage> = {}) {
  const page: ScanPage = {
    items,
    cursor: null,
    scope: { accounts: ['prod'], regions: ['cn-hangzhou'] },
    scanned: items.length,
    filteredAfter: [],
    failures: [],
    caveats: [],
    asOf: EARLY,
    upstream: [],
    ...more,
  };
  client.setQueryData(enisQuery(search(query)).queryKey, { pages: [page], pageParams: [FIRST_PAGE] });
}

function shown(query: string) {
  const held = client.getQueryData(enisQuery(search(query)).queryKey);
  return held && readingOf(held.pages);
}

describe('seedFromWider', () => {
  it('gives a narrower search its rows, without a call', () => {
    put('', statuses('InUse', 'Available', 'InUse'));
    seedFromWider(client, search('status=InUse'));
    expect(shown('status=InUse')).toMatchObject({ complete: true, scanned: 3, calls: 0, asOf: EARLY });
    expect(shown('status=InUse')?.enis.map(({ id }) => id)).toEqual(['eni-0', 'eni-2']);
  });

  it('leaves a search to be asked for where the wider one has not ended, or is of another scope', () => {
    put('', statuses('InUse'), { cursor: 'more' });
    put('region=cn-beijing', statuses('InUse'));
    seedFromWider(client, search('status=InUse'));
    expect(shown('status=InUse')).toBeUndefined();
  });

  it('leaves what is newer, and what is whole and as new', () => {
    put('', statuses('InUse', 'InUse'));
    put('status=InUse', statuses('InUse'), { asOf: LATE, cursor: 'more' });
    put('-status=Available', statuses('InUse'));
    for (const query of ['status=InUse', '-status=Available']) {
      seedFromWider(client, search(query));
      expect(shown(query)?.enis).toHaveLength(1);
    }
  });

  it('takes the place of what is older', () => {
    put('status=InUse', statuses('InUse'), { cursor: 'more' });
    put('', statuses('InUse', 'InUse'), { asOf: LATE });
    seedFromWider(client, search('status=InUse'));
    expect(shown('status=InUse')).toMatchObject({ complete: true, asOf: LATE });
    expect(shown('status=InUse')?.enis).toHaveLength(2);
  });

  it('takes them from the latest', () => {
    put('', statuses('InUse', 'InUse'));
    put('vpc=vpc-1', [eniWith({ vpcId: 'vpc-1', status: 'InUse' })], { asOf: LATE });
    seedFromWider(client, search('vpc=vpc-1&status=InUse'));
    expect(shown('vpc=vpc-1&status=InUse')).toMatchObject({ asOf: LATE, filteredAfter: ['status'] });
  });
});

it('widerReadings are of other searches than the own', () => {
  put('status=InUse', statuses('InUse'));
  put('', statuses('InUse'));
  expect(widerReadings(client, search('status=InUse')).map((each) => each.search.terms)).toEqual([[]]);
});
