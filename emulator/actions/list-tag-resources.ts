import { hasTags } from '../eni-query';
import { invalidParameter, missingParameter } from '../errors';
import type { Eni } from '../estate/model';
import { tokenPage } from '../paging';
import type { Action, Body, Call } from './call';

const RESOURCES_PER_PAGE = 50;
const GROUP_KEY = 'acs:rm:rgId';

/** One row for a resource and tag; the only way past the thousand ENIs of a tag or group filter. */
export const listTagResources: Action = {
  name: 'ListTagResources',
  version: '2014-05-26',
  run(call: Call): Body {
    const { params, cell } = call;
    const resourceType = params.required('ResourceType');
    if (resourceType !== 'eni') throw invalidParameter('ResourceType', '.ResourceType');
    const ids = params.list('ResourceId', 50);
    const tags = params.tags();
    if (ids.length === 0 && tags.length === 0) throw missingParameter('ResourceId or Tag');
    const groups = tags.filter((tag) => tag.key === GROUP_KEY);
    if (groups.length > 0 && tags.length > 1) throw invalidParameter('Tag', '.TagKey');
    const groupId = groups[0]?.value ?? null;
    const found = cell.enis.filter(
      (eni) =>
        (ids.length === 0 || ids.includes(eni.id)) &&
        (groups.length > 0
          ? groupId === null || (eni.resourceGroupId || cell.defaultResourceGroupId) === groupId
          : hasTags(eni.tags, tags) && eni.tags.length > 0),
    );
    const page = tokenPage(call, found, JSON.stringify([ids, tags]), RESOURCES_PER_PAGE);
    const rows = page.items.flatMap((eni) =>
      rowsOf(
        eni,
        groups.length > 0 ? groupId : null,
        tags.map((tag) => tag.key),
      ),
    );
    return { NextToken: page.nextToken, TagResources: { TagResource: rows } };
  },
};

function rowsOf(eni: Eni, groupId: string | null, keys: readonly string[]): Body[] {
  const tags =
    groupId !== null
      ? [{ key: GROUP_KEY, value: groupId }]
      : eni.tags.filter((tag) => keys.length === 0 || keys.includes(tag.key));
  return tags.map((tag) => ({
    ResourceId: eni.id,
    ResourceType: 'eni',
    TagKey: tag.key,
    TagValue: tag.value,
  }));
}
