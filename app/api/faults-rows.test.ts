import { describe, expect, it } from 'vitest';
import { callsTo, emulator, idsOf, page, serveApi, walk } from './api.test-kit';

serveApi();

const unique = (ids: readonly string[]) => [...new Set(ids)];

describe('the pages of the cloud', () => {
  it.each(['absent', 'null', 'empty'] as const)('F30: end with a NextToken that is %s', async (endOfList) => {
    emulator().change({ switches: { endOfList } });
    const pages = await walk('region=cn-beijing&limit=100');
    expect(pages.at(-1)?.cursor).toBeNull();
    expect(idsOf(pages)).toHaveLength(emulator().cell('prod', 'cn-beijing')?.enis.length ?? -1);
  });

  it('F29: are empty three times in a row and go on: so does the reading, to rows', async () => {
    emulator().faults.set([{ effect: 'emptyPage', times: 3 }]);
    const { body } = await page('limit=10');
    expect(body.items).toHaveLength(10);
    expect(body.caveats).toEqual([]);
    expect(callsTo('cn-hangzhou')).toHaveLength(4);
    expect(idsOf(await walk('limit=2000'))).toHaveLength(
      emulator().cell('prod', 'cn-hangzhou')?.enis.length ?? -1,
    );
  });

  it('F31: bring an ENI twice: it is one row, and none is missing', async () => {
    const all = idsOf(await walk('limit=2000'));
    emulator().change({ switches: { duplicateRow: true } });
    const pages = await walk('limit=2000');
    for (const each of pages) expect(unique(idsOf([each]))).toHaveLength(each.items.length);
    expect(unique(idsOf(pages)).sort()).toEqual([...all].sort());
    emulator().change({ switches: { duplicateRow: false } });
    expect(idsOf(await walk('limit=2000')).sort()).toEqual([...all].sort());
  });

  it('F27: change while they are read: no page has an ENI twice, and the reading comes to its end', async () => {
    emulator().change({ switches: { churn: true } });
    const before = new Set(
      emulator()
        .cell('prod', 'cn-hangzhou')
        ?.enis.map(({ id }) => id),
    );
    const pages = await walk('limit=300');
    for (const each of pages) expect(unique(idsOf([each]))).toHaveLength(each.items.length);
    const after = new Set(
      emulator()
        .cell('prod', 'cn-hangzhou')
        ?.enis.map(({ id }) => id),
    );
    expect(after).not.toEqual(before);
    for (const eni of pages.flatMap(({ items }) => items))
      expect(before.has(eni.id) || after.has(eni.id)).toBe(true);
    emulator().change({ switches: { churn: false } });
    const again = (await walk('limit=2000')).flatMap(({ items }) => items.map(({ id }) => id));
    expect(again.sort()).toEqual([...after].sort());
  });
});
