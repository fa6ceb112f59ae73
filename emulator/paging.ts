import type { Call } from './actions/call';
import { ApiError, invalidParameter } from './errors';
import { decodeToken, encodeToken, type TokenState } from './tokens';

export interface Page<T> {
  items: T[];
  /** undefined: the field is left out. */
  nextToken: string | null | undefined;
  offset: number;
}

export interface Sizes {
  least: number;
  most: number;
}

/** Rows that a token remembers, and how much of the id of each. */
const [REMEMBERED, TAIL] = [3, 8];

/** Where a list goes on after the rows that a token remembers, though others came and went before them. */
function offsetIn<T>(list: readonly T[], { offset, last }: TokenState, idOf: (item: T) => string): number {
  const isAt = (at: number, tail: string) => {
    const item = list[at];
    return item !== undefined && idOf(item).endsWith(tail);
  };
  for (const tail of [...last].reverse()) {
    const at = isAt(offset - 1, tail) ? offset - 1 : list.findIndex((_, index) => isAt(index, tail));
    if (at >= 0) return at + 1;
  }
  return Math.min(offset, list.length);
}

/**
 * One page of a list by MaxResults and NextToken, with the quirks that the settings ask for. With `idOf` a token stands
 * for the row that it comes after, as those of the cloud do, and not for a number of rows.
 */
export function tokenPage<T>(
  call: Call,
  list: readonly T[],
  filterKey: string,
  size: number,
  idOf: (item: T) => string = () => '',
): Page<T> {
  const { emulator } = call;
  const { settings, tokenSecret } = emulator;
  const { paging } = call;
  const scope = JSON.stringify([call.cell.account, call.region, call.action, filterKey]);
  const state = readToken(call, scope);
  const { page } = state;
  const offset = offsetIn(list, state, idOf);
  const wants = {
    ...settings.switches,
    ...(paging === 'repeatToken' ? { repeatToken: true } : {}),
    ...(paging === 'extraToken' ? { tokenOnLastPage: true } : {}),
  };
  const isEmpty = paging === 'emptyPage' || (wants.emptyMiddlePage && page === 1);
  const isShort = paging === 'shortPage' || (wants.shortPages && size > 1);
  const count = isEmpty ? 0 : isShort ? Math.max(1, Math.floor(size * 0.6)) : size;
  const end = Math.min(list.length, offset + count);
  const from = wants.duplicateRow && offset > 0 && !isEmpty ? offset - 1 : offset;
  const isLast =
    end >= list.length && !(isEmpty && offset < list.length) && !(wants.tokenOnLastPage && end > offset);
  const repeated = wants.repeatToken ? call.params.text('NextToken') : null;
  const next: TokenState = {
    scope,
    offset: end,
    last: list
      .slice(Math.max(0, end - REMEMBERED), end)
      .map(idOf)
      .flatMap((id) => (id === '' ? [] : [id.slice(-TAIL)])),
    page: page + 1,
    issuedAt: emulator.now(),
    epoch: emulator.tokenEpoch,
  };
  const endValue = { absent: undefined, null: null, empty: '' }[wants.endOfList];
  return {
    items: list.slice(from, end),
    nextToken: repeated ?? (isLast ? endValue : encodeToken(next, tokenSecret)),
    offset,
  };
}

/** MaxResults, clamped without a word as ECS does. */
export function maxResults(call: Call, sizes: Sizes): number {
  const wanted = call.params.integer('MaxResults') ?? sizes.least;
  return Math.min(sizes.most, Math.max(sizes.least, wanted));
}

/** PageNumber and PageSize; a value outside the documented range is an error. */
export function pageParams(call: Call, mostSize: number): { pageNumber: number; pageSize: number } {
  const pageNumber = call.params.integer('PageNumber') ?? 1;
  const pageSize = call.params.integer('PageSize') ?? 10;
  if (pageNumber < 1) throw invalidParameter('PageNumber');
  if (pageSize < 1 || pageSize > mostSize) throw invalidParameter('PageSize');
  return { pageNumber, pageSize };
}

/** The rows of a numbered page. */
export function numberedPage<T>(list: readonly T[], pageNumber: number, pageSize: number): T[] {
  return list.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
}

function readToken(call: Call, scope: string): TokenState {
  const { emulator } = call;
  const { settings, tokenSecret, tokenEpoch } = emulator;
  const token = call.params.text('NextToken');
  if (token === null)
    return { scope, offset: 0, last: [], page: 0, issuedAt: emulator.now(), epoch: tokenEpoch };
  const state = decodeToken(token, scope, tokenSecret);
  const isExpired =
    !state || state.epoch !== tokenEpoch || emulator.now() - state.issuedAt > settings.tokenTtlSeconds * 1000;
  if (isExpired || call.paging === 'expireTokens') {
    const code = settings.switches.tokenErrorCode;
    throw new ApiError(400, code, invalidParameter('NextToken').message);
  }
  return state;
}
