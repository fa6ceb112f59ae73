import 'server-only';
import type { ProblemCode } from '@/lib/eni/problem';
import { EXPORT_FORMATS } from '@/lib/export/export-options';
import { METRICS_CONTENT_TYPE } from '../metrics/metrics';
import type { OwnParameter } from './parameters';
import { CLOUD, CURSOR, GUARD, PARAMETERS, SCOPE, SEARCH } from './route-problems';
import { refTo, type SchemaName } from './schemas';

/** The subjects of the routes, and what each one covers. */
export const API_TAGS = {
  ENIs: 'Elastic network interfaces: by search, by id, as a file.',
  Scope: 'The accounts and regions that there are.',
  Networks: 'What ENIs are in and belong to: vSwitches, VPCs, names.',
  Access: 'Who asks, and who has looked at what.',
  Operations: 'This document, probes and metrics.',
};

/** One route: its parameters, its answer, and its possible problems. */
export type ApiRoute = {
  path: `/${string}`;
  tag: keyof typeof API_TAGS;
  summary: string;
  description: string;
  /** The route takes every filter of a search, and the scope. */
  filters: boolean;
  parameters: readonly OwnParameter[];
  /** The body of a 200: JSON of that schema, or one schema for each content type. */
  answer: SchemaName | { types: Readonly<Record<string, Record<string, unknown>>> };
  problems: readonly ProblemCode[];
  /** Another answer that is not a problem, by its status. */
  other?: { status: number; schema: SchemaName; description: string };
};

const TEXT = { type: 'string' };

/** Lines of JSON, each of one of these. */
const linesOf = (...anyOf: Record<string, unknown>[]) => ({
  type: 'string',
  contentMediaType: 'application/x-ndjson',
  contentSchema: { anyOf },
});

const typeOf = (format: keyof typeof EXPORT_FORMATS) => EXPORT_FORMATS[format].type;

/** Every route of the API and of operations. */
export const API_ROUTES: readonly ApiRoute[] = [
  {
    path: '/api/enis',
    tag: 'ENIs',
    summary: 'The ENIs of a search, page by page',
    description:
      'Rows that match, with a cursor for the next page: ask again with it and the same search until it is null. A page may have more rows than limit, fewer, or none.',
    filters: true,
    parameters: ['limit', 'cursor', 'explain'],
    answer: 'EnisPage',
    problems: [...SEARCH, ...CURSOR],
  },
  {
    path: '/api/enis/count',
    tag: 'ENIs',
    summary: 'How many ENIs a search has, where the cloud can count them',
    description:
      'total is null where a filter runs after reading, or where the filter of the cloud is not exact.',
    filters: true,
    parameters: [],
    answer: 'EnisCount',
    problems: SEARCH,
  },
  {
    path: '/api/enis/export',
    tag: 'ENIs',
    summary: 'All ENIs of a search as a file, streamed',
    description:
      'The status is sent before the rows: a file without its end was cut off. provenance=false leaves out both beginning and end.',
    filters: true,
    parameters: ['format', 'shape', 'cols', 'provenance'],
    answer: {
      types: {
        [typeOf('csv')]: TEXT,
        [typeOf('xlsx')]: { type: 'string', format: 'binary' },
        [typeOf('json')]: refTo('ExportFile'),
        [typeOf('ndjson')]: linesOf(
          { type: 'object', properties: { provenance: refTo('ExportStart') } },
          refTo('Eni'),
          refTo('ExportRow'),
          { type: 'object', properties: { end: refTo('ExportEnd') } },
        ),
      },
    },
    problems: SEARCH,
  },
  {
    path: '/api/enis/{id}',
    tag: 'ENIs',
    summary: 'One ENI, looked for in each account and region of the scope',
    description:
      'Asks all accounts and regions of the scope at once, and answers with the first that has it.',
    filters: false,
    parameters: ['id', 'account', 'region', 's', 'raw'],
    answer: 'EniDetail',
    problems: [...GUARD, ...PARAMETERS, 'not_boolean', ...SCOPE, 'eni_not_found', ...CLOUD],
  },
  {
    path: '/api/enis/{id}/attribute',
    tag: 'ENIs',
    summary: 'What the list of ENIs does not give of one',
    description:
      'Connection tracking, QoS, enhanced network, bond and slave specification, members. Two calls of DescribeNetworkInterfaceAttribute, which is an optional permission.',
    filters: false,
    parameters: ['id', 'oneAccount', 'oneRegion', 's'],
    answer: 'EniAttribute',
    problems: [...GUARD, ...PARAMETERS, ...SCOPE, ...CLOUD, 'eni_not_found'],
  },
  {
    path: '/api/enis/{id}/holders',
    tag: 'ENIs',
    summary: 'Who says that an ENI is theirs',
    description:
      'The services of ENI_ATLAS_HOLDERS, and the names of its EIPs. What may not be asked is in unavailable, with the action to grant.',
    filters: false,
    parameters: ['id', 'oneAccount', 'oneRegion', 's'],
    answer: 'EniHolders',
    problems: [...GUARD, ...PARAMETERS, ...SCOPE, ...CLOUD, 'eni_not_found'],
  },
  {
    path: '/api/accounts',
    tag: 'Scope',
    summary: 'The accounts; the first is the default',
    description: 'Their names are values of the parameter account.',
    filters: false,
    parameters: [],
    answer: 'Accounts',
    problems: [...GUARD, 'unknown_parameter'],
  },
  {
    path: '/api/me',
    tag: 'Access',
    summary: 'Who has signed in, what they may see, and until when',
    description: 'There in the modes with sign-in, for a person; a token is told nothing of itself.',
    filters: false,
    parameters: [],
    answer: 'Me',
    problems: [...GUARD, 'unknown_parameter', 'not_found'],
  },
  {
    path: '/api/regions',
    tag: 'Scope',
    summary: 'The regions of an account, with their names',
    description: 'Their ids are values of the parameter region.',
    filters: false,
    parameters: ['oneAccount', 's'],
    answer: 'Regions',
    problems: [...GUARD, ...PARAMETERS, 'unknown_account'],
  },
  {
    path: '/api/vswitches',
    tag: 'Networks',
    summary: 'All vSwitches of a scope, with their VPCs and reservations',
    description: 'All of the scope in one answer, without pages.',
    filters: false,
    parameters: ['account', 'region', 's', 'vpcIds'],
    answer: 'VSwitches',
    problems: [...GUARD, ...PARAMETERS, ...SCOPE, ...CLOUD],
  },
  {
    path: '/api/vswitches/{id}/addresses',
    tag: 'Networks',
    summary: 'What VPC IPAM says has the IPv4 addresses of a vSwitch',
    description:
      'Of ENIs and of what is none. isAsked is false where no resource discovery is configured for the account. What may not be asked is in unavailable, with the action to grant.',
    filters: false,
    parameters: ['vSwitchId', 'oneAccount', 'oneRegion', 's'],
    answer: 'DiscoveredAddresses',
    problems: [...GUARD, ...PARAMETERS, ...SCOPE],
  },
  {
    path: '/api/vswitches/{id}/prefixes',
    tag: 'Networks',
    summary: 'Who has the prefixes of the CIDR reservations of a vSwitch',
    description: 'What may not be asked is in unavailable, with the action to grant.',
    filters: false,
    parameters: ['vSwitchId', 'oneAccount', 'oneRegion', 's'],
    answer: 'PrefixHolders',
    problems: [...GUARD, ...PARAMETERS, ...SCOPE, ...CLOUD],
  },
  {
    path: '/api/names',
    tag: 'Networks',
    summary:
      'The names of VPCs, vSwitches, instances and security groups of one account and region, by their ids',
    description:
      'Of at most 100 ids of each kind. What the RAM identity may not read is in unavailable, with the action to grant.',
    filters: false,
    parameters: ['oneAccount', 'oneRegion', 's', 'vpcNames', 'vswitchNames', 'instanceNames', 'sgNames'],
    answer: 'Names',
    problems: [...GUARD, ...PARAMETERS, ...SCOPE],
  },
  {
    path: '/api/ask',
    tag: 'ENIs',
    summary:
      'Who has these exact values, asked in every account and region that there is: a head, then a line a place as soon as that is done',
    description:
      'Lines as soon as a place has answered, or with Accept: application/json one object in the end. Places that are dear to read stay open, with their price.',
    filters: false,
    parameters: ['askAny', 'askName', 'askAccount', 'askRegion', 's', 'read'],
    answer: {
      types: {
        'application/x-ndjson': linesOf(refTo('AskHead'), refTo('PlaceAnswer')),
        'application/json': refTo('AskAnswer'),
      },
    },
    problems: [...GUARD, ...PARAMETERS, 'invalid_enum', ...SCOPE],
  },
  {
    path: '/api/audit',
    tag: 'Access',
    summary: 'A day of the audit trail, for who has the role admin everywhere',
    description: 'What was looked at, exported and denied, and by whom. There where an audit file is kept.',
    filters: false,
    parameters: [
      'auditDay',
      'utcOffset',
      'auditKind',
      'auditWho',
      'auditAccount',
      'auditAuth',
      'auditMark',
      'auditSession',
    ],
    answer: 'AuditAnswer',
    problems: [
      ...GUARD,
      'unknown_parameter',
      'duplicate_parameter',
      'invalid_enum',
      'not_integer',
      'out_of_range',
      'not_found',
    ],
  },
  {
    path: '/api/openapi.json',
    tag: 'Operations',
    summary: 'This document',
    description: 'Made from the code that reads the requests and checks the answers.',
    filters: false,
    parameters: [],
    answer: { types: { 'application/json': { type: 'object' } } },
    problems: [...GUARD, 'unknown_parameter'],
  },
  {
    path: '/healthz',
    tag: 'Operations',
    summary: 'Whether the process answers',
    description: 'For startup and liveness probes. It asks nothing else, and answers to any Host.',
    filters: false,
    parameters: [],
    answer: 'Healthy',
    problems: ['url_too_long'],
  },
  {
    path: '/readyz',
    tag: 'Operations',
    summary: 'Whether to send requests here',
    description: 'For readiness probes: 503 from the moment that the process is told to stop.',
    filters: false,
    parameters: [],
    answer: 'Ready',
    problems: ['url_too_long'],
    other: { status: 503, schema: 'Stopping', description: 'It is being stopped.' },
  },
  {
    path: '/metrics',
    tag: 'Operations',
    summary: 'Metrics for Prometheus',
    description: 'In the text format of Prometheus.',
    filters: false,
    parameters: [],
    answer: { types: { [METRICS_CONTENT_TYPE]: TEXT } },
    problems: [...GUARD.filter((code) => code !== 'malformed')],
  },
];
