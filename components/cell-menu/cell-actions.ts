import { consoleLink } from '@/lib/eni/console-link';
import type { Eni } from '@/lib/eni/eni';
import { filterOf } from '@/lib/search/filters';
import type { FilterTerm } from '@/lib/search/search';
import { cellText, cellValues, filterOfColumn } from '@/lib/search/table/cell-terms';
import type { TableColumn } from '@/lib/search/table/columns';

/** What can be done with a cell. `open` starts another search; `include` and `exclude` change the one that is shown. */
export type CellAction =
  | { kind: 'include' | 'exclude'; term: FilterTerm }
  | { kind: 'copyValue' | 'copyId'; text: string }
  | { kind: 'open'; what: 'sameInstance' | 'sameVswitch' | 'sameGroup' | 'whoHas'; term: FilterTerm }
  | { kind: 'console'; href: string };

/** A group of actions, in the order to show them. */
export type CellActionGroup = { name: 'filter' | 'copy' | 'open'; actions: CellAction[] };

/** Values of one cell that get actions of their own, at most: a row may have 50 addresses. */
const MOST_VALUES = 5;

const is = (key: FilterTerm['key'], ...values: string[]): FilterTerm => ({ key, negated: false, values });

function openActions(eni: Eni, column: TableColumn, values: readonly string[]): CellAction[] {
  const actions: CellAction[] = [];
  const { instanceId, vSwitchId, securityGroupIds } = eni;
  const key = filterOfColumn(column);
  const isAddress = key !== null && filterOf(key).kind === 'block';
  for (const value of isAddress ? values : [])
    if (!value.includes('/')) actions.push({ kind: 'open', what: 'whoHas', term: is('ip', value) });
  if (instanceId !== null)
    actions.push({ kind: 'open', what: 'sameInstance', term: is('instance', instanceId) });
  if (vSwitchId !== null) actions.push({ kind: 'open', what: 'sameVswitch', term: is('vswitch', vSwitchId) });
  if (securityGroupIds.length > 0)
    actions.push({ kind: 'open', what: 'sameGroup', term: is('sg', ...securityGroupIds) });
  const href = consoleLink(eni);
  if (href !== null) actions.push({ kind: 'console', href });
  return actions;
}

/**
 * What can be done with a cell of the table. Derived from the filters and columns: a new filter gets its menu for free.
 */
export function cellActions(eni: Eni, column: TableColumn): CellActionGroup[] {
  const key = filterOfColumn(column);
  const values = cellValues(eni, column).slice(0, MOST_VALUES);
  const text = cellText(eni, column);
  const filters = (key === null ? [] : values).flatMap((value): CellAction[] => {
    const term = is(key ?? 'eni', value);
    return [
      { kind: 'include', term },
      { kind: 'exclude', term },
    ];
  });
  const copies: CellAction[] = [
    ...(text === null ? [] : [{ kind: 'copyValue' as const, text }]),
    ...(text === eni.id ? [] : [{ kind: 'copyId' as const, text: eni.id }]),
  ];
  const groups: CellActionGroup[] = [
    { name: 'filter', actions: filters },
    { name: 'copy', actions: copies },
    { name: 'open', actions: openActions(eni, column, values) },
  ];
  return groups.filter(({ actions }) => actions.length > 0);
}
