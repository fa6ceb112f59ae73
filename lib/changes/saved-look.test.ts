import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { ProblemError } from '@/lib/eni/problem';
import type { ExportEnd, ExportStart } from '@/lib/export/export-provenance';
import type { Search } from '@/lib/search/search';
import { runSteps } from '@/lib/steps/run-steps';
import { savedLookSteps } from './saved-look';

const { problem: throttled } = new ProblemError('upstream_throttled');
const search: Search = { accounts: [], regions: ['cn-hangzhou'], terms: [] };
const idle: Search = { ...search, terms: [{ key: 'status', negated: false, values: ['Available'] }] };
const FILE_TIME = '2026-11-26T09:00:00.000Z';
const read = (text: unknown, asked = search) =>
  runSteps(savedLookSteps(typeof text === 'string' ? text : JSON.stringify(text), asked, FILE_TIME));

const enis = [eniWith({ status: 'Available' }), eniWith({ id: 'eni-2', status: 'InUse' })];
const provenance: ExportStart = {
  search: 'region=cn-hangzhou',
  link: 'http://localhost/?region=cn-hangzhou',
  selected: null,
  scope: { accounts: ['prod'], regions: ['cn-hangzhou'] },
  format: 'json',
  shape: 'eni',
  columns: null,
  started: '2026-11-26T18:00:00Z',
};
const end: ExportEnd = {
  finished: '2026-11-26T18:01:00Z',
  asOf: '2026-11-26T17:59:58Z',
  rows: 2,
  enis: 2,
  scanned: 2,
  calls: 1,
  complete: true,
  stopped: null,
  failures: [],
  caveats: [],
};

describe('a saved look', () => {
  it('is whole out of an export of the same search', () =>
    expect(read({ provenance, items: enis, end })).toMatchObject({
      isWhole: true,
      isTimeGuessed: false,
      leftOut: 0,
      look: { takenAt: end.asOf, complete: true, scope: provenance.scope, unread: [] },
    }));

  it('is what this search means of an export of a wider one', () =>
    expect(read({ provenance, items: enis, end }, idle)).toMatchObject({
      isWhole: true,
      leftOut: 1,
      look: { rows: [{ id: 'eni-1' }] },
    }));

  it.each([
    ['of another search', { provenance: { ...provenance, search: 'region=cn-hangzhou&type=Primary' }, end }],
    ['that was cut off', { provenance }],
    ['that stopped', { provenance, end: { ...end, complete: false, stopped: { reason: 'time_limit' } } }],
    ['of chosen ENIs', { provenance: { ...provenance, selected: 2 }, end }],
    ['that may have left rows out', { provenance, end: { ...end, caveats: [{ code: 'maybe_capped' }] } }],
    ['whose provenance is of a later version', { provenance: { version: 9 }, end }],
  ])('tells nothing of what is new out of an export %s', (_, file) =>
    expect(read({ ...file, items: enis })).toMatchObject({ isWhole: false, look: { complete: false } }),
  );

  it('is whole but for the places that an export could not read', () => {
    const failures = [{ account: 'prod', region: 'cn-beijing', problem: throttled }];
    expect(read({ provenance, items: enis, end: { ...end, complete: false, failures } })).toMatchObject({
      isWhole: true,
      look: { unread: ['prod/cn-beijing'] },
    });
  });

  it('is not taken of an export of chosen columns', () =>
    expect(read({ provenance: { ...provenance, columns: ['id'] }, items: [{ id: 'eni-1' }], end })).toEqual({
      code: 'columns',
    }));

  it('comes out of a page of the API, with its time and scope', () =>
    expect(
      read({
        items: enis,
        cursor: null,
        scope: provenance.scope,
        asOf: '2026-11-26T10:00:00Z',
        failures: [],
      }),
    ).toMatchObject({ isWhole: false, look: { takenAt: '2026-11-26T10:00:00Z', scope: provenance.scope } }));

  it('comes out of an array, whose time is that of the file', () =>
    expect(read(enis)).toMatchObject({
      isTimeGuessed: true,
      look: { takenAt: FILE_TIME, scope: { accounts: ['prod'], regions: ['cn-hangzhou'] } },
    }));

  it.each([
    ['one after another', enis.map((eni) => JSON.stringify(eni)).join('\n')],
    [
      'after what they are',
      [
        JSON.stringify({ provenance }),
        ...enis.map((eni) => JSON.stringify(eni)),
        JSON.stringify({ end }),
        '',
      ].join('\r\n'),
    ],
    ['alone', `\uFEFF${JSON.stringify(enis[0])}\n`],
  ])('comes out of lines %s', (_, text) =>
    expect(read(text)).toMatchObject({
      look: { rows: expect.arrayContaining([expect.objectContaining({ id: 'eni-1' })]) },
    }),
  );

  it('is one row an ENI, however often that comes', () =>
    expect(read([...enis, ...enis])).toMatchObject({ look: { rows: { length: 2 } } }));

  it.each([
    ['empty', {}, ''],
    ['empty', {}, ' \n'],
    ['not_json', {}, 'ENI,Name\r\neni-1,web'],
    ['not_json', { at: 'line 2' }, `${JSON.stringify(enis[0])}\n{"id":`],
    ['not_enis', {}, '{"rows":[]}'],
    ['not_enis', {}, '7'],
    ['not_an_eni', { at: 'items[1]', allowed: 'object' }, { items: [enis[0], 5] }],
    ['not_an_eni', { at: '[0].privateIps', allowed: 'array' }, [{ ...enis[0], privateIps: undefined }]],
    [
      'not_an_eni',
      { at: 'line 2.status' },
      `${JSON.stringify(enis[0])}\n${JSON.stringify({ ...enis[1], status: 7 })}`,
    ],
  ])('is refused as %s, %j', (code, where, text) => expect(read(text)).toMatchObject({ code, ...where }));
});
