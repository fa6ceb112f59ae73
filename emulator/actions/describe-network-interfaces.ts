import { type EniFilters, parseEniFilters, queryEnis } from '../eni-query';
import { ApiError } from '../errors';
import { maxResults, numberedPage, pageParams, tokenPage } from '../paging';
import { toWire } from '../wire';
import type { Action, Body, Call } from './call';

const MOST_PAGE_SIZE = 1000;
const ONCE_MOST_PAGE_SIZE = 100;
const DEEPEST_ROW = 10_000;

export const describeNetworkInterfaces: Action = {
  name: 'DescribeNetworkInterfaces',
  version: '2014-05-26',
  run(call: Call): Body {
    const { params, cell } = call;
    const { switches } = call.emulator.settings;
    const filters = parseEniFilters(params);
    if (switches.unknownIdsAre404) checkIds(call, filters);
    const isTokenMode = params.has('MaxResults') || params.has('NextToken');
    if (!isTokenMode) {
      const isRefused = switches.largePages === 'refused';
      const asked = pageParams(call, isRefused ? ONCE_MOST_PAGE_SIZE : MOST_PAGE_SIZE);
      const { pageNumber } = asked;
      const isCut = switches.largePages === 'cut';
      const pageSize = isCut ? Math.min(asked.pageSize, ONCE_MOST_PAGE_SIZE) : asked.pageSize;
      if (switches.deepPagesFail && pageNumber * pageSize > DEEPEST_ROW) {
        throw new ApiError(403, 'InvalidOperation.InvalidEniPageNumber', 'The page number is too large.');
      }
      const enis = queryEnis(cell, filters, switches);
      const rows = numberedPage(enis, pageNumber, pageSize).map((eni) => toWire(eni, switches));
      return {
        PageNumber: pageNumber,
        PageSize: pageSize,
        TotalCount: enis.length,
        NextToken: '',
        ...wrap(rows),
      };
    }
    const size = maxResults(call, { least: 10, most: 500 });
    const enis = queryEnis(cell, filters, switches);
    const page = tokenPage(call, enis, JSON.stringify(filters), size, (eni) => eni.id);
    const rows = page.items.map((eni) => toWire(eni, switches));
    // The documents call TotalCount invalid in token mode, so a client that trusts it should fail here.
    const total = switches.wrongTotalCount ? rows.length + (page.offset > 0 ? 0 : 1) : enis.length;
    return { NextToken: page.nextToken, PageSize: size, PageNumber: 1, TotalCount: total, ...wrap(rows) };
  },
};

function wrap(rows: unknown[]): Body {
  return { NetworkInterfaceSets: { NetworkInterfaceSet: rows } };
}

function checkIds({ cell }: Call, filters: EniFilters): void {
  const { vSwitchId, instanceId, securityGroupId } = filters;
  if (vSwitchId && !cell.vSwitches.some((vSwitch) => vSwitch.id === vSwitchId)) {
    throw new ApiError(404, 'InvalidVSwitchId.NotFound', 'The specified vSwitch does not exist.');
  }
  if (instanceId && !cell.instances.some((instance) => instance.id === instanceId)) {
    throw new ApiError(404, 'InvalidEcsId.NotFound', 'The specified instance ID does not exist.');
  }
  if (securityGroupId && !cell.enis.some((eni) => eni.securityGroupIds.includes(securityGroupId))) {
    throw new ApiError(
      404,
      'InvalidSecurityGroupId.NotFound',
      'The specified security group ID does not exist.',
    );
  }
}
