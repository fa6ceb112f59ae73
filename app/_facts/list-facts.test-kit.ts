import { fieldOf } from '@/lib/compare/fields';
import type { Eni } from '@/lib/eni/eni';
import { visibleText } from '@/lib/eni/visible-text';
import { LIST_SEPARATOR } from '@/lib/export/export-columns';
import en from '@/lib/i18n/en.json';
import { facetReader } from '@/lib/search/facets/facets';
import { escapeText } from '@/lib/search/list-text';
import {
  compared,
  csv,
  type EniPlaces,
  firstAndMore,
  firstOf,
  keeps,
  list,
  type Places,
  sort,
} from './eni-places.test-kit';
import { attributesOf } from './shown.test-kit';

/** A cell shows so many. */
const SHOWN_TAGS = 3;

const tagsOf = (eni: Eni) => eni.tags.map(({ key, value }) => `${key}=${value}`);

/** Every fact about the security groups and tags of an ENI, in the same form. */
export const LIST_FACTS: Readonly<Record<string, (at: EniPlaces) => Places>> = {
  'security groups': (at) => ({
    cell: at.shown && firstAndMore(at.shown.cellMarkup('sg')),
    export: firstOf(csv(at, 'sg').split(LIST_SEPARATOR).filter(Boolean)),
    json: firstOf(at.copy.securityGroupIds),
    facet: firstOf(facetReader('sg')(at.eni) as string[]),
    compare: firstOf(fieldOf('sg').read(at.eni)),
    drawer: at.shown && firstOf(at.shown.groups),
    filter: firstOf(at.eni.securityGroupIds.filter((id) => keeps(at, 'sg', id))),
  }),
  tags: (at) => ({
    export: visibleText(csv(at, 'tags')),
    json: visibleText(list(tagsOf(at.copy))),
    compare: visibleText(compared(at, 'tags')),
    filter: visibleText(
      list(
        at.eni.tags
          .filter((tag) => keeps(at, 'tag', `${escapeText(tag.key, ':')}:${escapeText(tag.value, '*')}`))
          .map(({ key, value }) => `${key}=${value}`),
      ),
    ),
  }),
  'tags as drawn': (at) => {
    const drawn = (sign: string) =>
      at.copy.tags.map(({ key, value }) => visibleText(key) + sign + visibleText(value));
    return {
      drawer: at.shown && list(at.shown.tags.map((tag) => tag.replace(' ', ': '))),
      json: list(drawn(': ')),
      'cell, on hover':
        at.shown &&
        (attributesOf(at.shown.cellMarkup('tags'), 'title')[0] ?? '').replaceAll('\n', LIST_SEPARATOR),
      'cell, each on hover':
        at.shown &&
        list([
          ...attributesOf(at.shown.cellMarkup('tags'), 'title').slice(1),
          ...drawn(': ').slice(SHOWN_TAGS),
        ]),
    };
  },
  'number of tags': (at) => ({
    sort: sort(at, 'tags'),
    drawer: at.shown?.tagsNote.replace(en.drawer.none, '0'),
    'drawer as drawn': at.shown?.tags.length,
    json: at.copy.tags.length,
    facet: facetReader('tag')(at.eni).length,
  }),
};
