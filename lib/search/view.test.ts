import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Beside } from './intake/beside';
import { EXAMPLE_VALUES, randomSearch } from './random-search.test-kit';
import { BROWSER_COLUMNS, COLUMN_IDS, DEFAULT_COLUMNS, parseColumn, type TableColumn } from './table/columns';
import { BY_NAME, GROUP_ORDERS, isGroupBy } from './table/group-by';
import { DEFAULT_VIEW, type ExplorerState, parseExplorer, SHAPES, toExplorerQueryString } from './view';

const parse = (query: string) => parseExplorer(new URLSearchParams(query));

describe('parseExplorer', () => {
  it('writes no defaults', () => expect(toExplorerQueryString(parse(''))).toBe(''));

  it('reads sort, columns and density', () => {
    const { view, issues } = parse('sort=-created&cols=id&density=relaxed&cols=ip');
    expect(issues).toEqual([]);
    expect(view).toEqual({
      ...DEFAULT_VIEW,
      sort: { column: 'created', descending: true },
      columns: ['id', 'ip'],
      density: 'relaxed',
    });
  });

  it('takes one ENI as a filter that opens its drawer', () => {
    const { search, view } = parse('eni=eni-1');
    expect(search.terms).toEqual([{ key: 'eni', negated: false, values: ['eni-1'] }]);
    expect(view.drawer).toBe('eni-1');
    expect(parse('eni=eni-1&view=table').view.drawer).toBeNull();
    expect(parse('eni=eni-1,eni-2').view.drawer).toBeNull();
  });

  it('takes the last ENI as the drawer alone with view=drawer', () => {
    const beside = parse('status=InUse&eni=eni-1&view=drawer');
    expect(beside.search.terms.map(({ key }) => key)).toEqual(['status']);
    expect(beside.view.drawer).toBe('eni-1');
    const both = parse('eni=eni-1,eni-2&eni=eni-3&view=drawer');
    expect(both.search.terms).toEqual([{ key: 'eni', negated: false, values: ['eni-1', 'eni-2'] }]);
    expect(both.view.drawer).toBe('eni-3');
  });

  it('names what it drops and keeps the rest', () => {
    const { search, view, issues } = parse(
      'status=InUse&sort=;drop&cols=id,evil&density=huge&view=x&foo=1&ip=999.1.1.1&vpc=vpc-1',
    );
    expect(issues.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      'cols invalid_enum',
      'density invalid_enum',
      'foo unknown_parameter',
      'ip invalid_ip',
      'sort invalid_enum',
      'view invalid_enum',
    ]);
    expect(view).toEqual(DEFAULT_VIEW);
    expect(search.terms.map(({ key }) => key)).toEqual(['status', 'vpc']);
  });

  it('reads tag columns, groups and shapes', () => {
    const { view, issues } = parse('cols=name,tag:team,tag:a\\,b&sort=-tag:team&group=tag:env&shape=address');
    expect(issues).toEqual([]);
    expect(view).toEqual({
      ...DEFAULT_VIEW,
      columns: ['name', 'tag:team', 'tag:a,b'],
      sort: { column: 'tag:team', descending: true },
      group: { by: 'tag:env', order: BY_NAME },
      shape: 'address',
    });
  });

  it('reads the order of groups after what they are grouped by', () => {
    const order = { by: 'addresses', descending: true } as const;
    expect(parse('group=vpc,-addresses').view.group).toEqual({ by: 'vpc', order });
    expect(parse('group=tag:a\\,b,-addresses').view.group).toEqual({ by: 'tag:a,b', order });
    expect(parse('group=vpc').view.group).toEqual({ by: 'vpc', order: BY_NAME });
  });

  it.each(['ip', 'vpc,', 'vpc,size', 'vpc,enis,name'])('names group=%s, which it does not know', (text) => {
    const { view, issues } = parse(`group=${text}`);
    expect(view.group).toBeNull();
    expect(issues).toEqual([expect.objectContaining({ field: 'group', code: 'invalid_enum', value: text })]);
  });

  it('reads back every state that it writes', () => {
    const tagColumn = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .map((key): TableColumn => `tag:${key}`)
      .filter((column) => parseColumn(column) !== null);
    const column = fc.oneof(
      fc.constantFrom<TableColumn>(...COLUMN_IDS.filter((id) => !BROWSER_COLUMNS.includes(id))),
      tagColumn,
    );
    const state = fc.record({
      search: randomSearch(EXAMPLE_VALUES),
      view: fc.record({
        sort: fc.option(fc.record({ column, descending: fc.boolean() })),
        columns: fc.oneof(fc.constant(DEFAULT_COLUMNS), fc.uniqueArray(column, { minLength: 1 })),
        density: fc.constantFrom('compact' as const, 'relaxed' as const),
        drawer: fc.option(fc.constantFrom('eni-1', 'eni-2', 'eni-nowhere')),
        group: fc.option(
          fc.record({
            by: column.filter(isGroupBy),
            order: fc.record({ by: fc.constantFrom(...GROUP_ORDERS), descending: fc.boolean() }),
          }),
        ),
        shape: fc.constantFrom(...SHAPES),
        beside: fc.constant<Beside[]>([]),
      }),
    });
    const beside = fc.array(
      fc.record({ at: fc.nat(9), text: fc.constantFrom('a,b', 'pay-gw (old)', '10.24.300.7') }),
    );
    fc.assert(
      fc.property(state, beside, (some, list) => {
        const isList = some.search.terms.length > 0 && list.length > 0;
        const given: ExplorerState = isList
          ? { ...some, view: { ...some.view, beside: list, shape: 'asked' } }
          : some;
        const { search, view, issues } = parse(toExplorerQueryString(given));
        expect(issues).toEqual([]);
        expect({ search, view }).toEqual(given);
      }),
      { numRuns: 1000 },
    );
  });
});
