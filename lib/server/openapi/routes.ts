import 'server-only';
import type { ProblemCode } from '@/lib/eni/problem';
import { EXPORT_FORMATS } from '@/lib/export/export-options';
import { METRICS_CONTENT_TYPE } from '../metrics';
import type { OwnParameter } from './parameters';
import type { SchemaName } from './schemas';

/** One route: what it takes, what it answers, and the problems that it may have. */
export type ApiRoute = {
  path: `/${string}`;
  summary: string;
  /** It takes every filter of a search, and the scope. */
  filters: boolean;
  parameters: readonly OwnParameter[];
  /** The body of a 200: JSON of that schema, or text of other types. */
  answer: SchemaName | { types: Readonly<Record<string, SchemaName | null>> };
  problems: readonly ProblemCode[];
  /** Another answer that is no problem, by its status. */
  other?: { status: number; schema: SchemaName; description: string };
};

/** Refused before a route is asked, and a defect of ours. */
const GUARD = [
  'host_not_allowed',
  'cross_site',
  'signed_out',
  'token_in_url',
  'two_askers',
  'token_invalid',
  'no_grant',
  'role_needed',
  'asker_busy',
  'audit_unavailable',
  'bad_path',
  'invalid_encoding',
  'url_too_long',
  'malformed',
  'internal_error',
] as const satisfies readonly ProblemCode[];

const PARAMETERS = [
  'unknown_parameter',
  'unsupported_parameter',
  'duplicate_parameter',
  'missing_parameter',
  'too_many',
  'too_long',
] as const satisfies readonly ProblemCode[];

const VALUES = [
  'invalid_enum',
  'invalid_ip',
  'not_boolean',
  'not_integer',
  'out_of_range',
] as const satisfies readonly ProblemCode[];

const SCOPE = [
  'unknown_account',
  'unknown_region',
  'region_not_granted',
] as const satisfies readonly ProblemCode[];

const CURSOR = [
  'cursor_invalid',
  'cursor_mismatch',
  'cursor_forbidden',
  'cursor_expired',
] as const satisfies readonly ProblemCode[];

const CLOUD = [
  'cloud_forbidden',
  'upstream_throttled',
  'queue_full',
  'circuit_open',
  'credentials_unavailable',
  'cloud_credentials_invalid',
  'cloud_signature',
  'cloud_quota',
  'clock_skew',
  'region_unavailable',
  'upstream_rejected',
  'upstream_error',
  'upstream_unknown',
  'upstream_bad_payload',
  'upstream_too_large',
  'upstream_unreachable',
  'upstream_dns',
  'upstream_tls',
  'upstream_timeout',
] as const satisfies readonly ProblemCode[];

const SEARCH = [...GUARD, ...PARAMETERS, ...VALUES, ...SCOPE, ...CLOUD] as const;

const typeOf = (format: keyof typeof EXPORT_FORMATS) => EXPORT_FORMATS[format].type;

/** Every route of the API and of operations. */
export const API_ROUTES: readonly ApiRoute[] = [
  {
    path: '/api/enis',
    summary: 'The ENIs of a search, page by page',
    filters: true,
    parameters: ['limit', 'cursor', 'explain'],
    answer: 'EnisPage',
    problems: [...SEARCH, ...CURSOR],
  },
  {
    path: '/api/enis/count',
    summary: 'How many ENIs a search has, where the cloud can count them',
    filters: true,
    parameters: [],
    answer: 'EnisCount',
    problems: SEARCH,
  },
  {
    path: '/api/enis/export',
    summary: 'All ENIs of a search as a file, streamed',
    filters: true,
    parameters: ['format', 'shape', 'cols', 'provenance'],
    answer: {
      types: {
        [typeOf('csv')]: null,
        [typeOf('xlsx')]: null,
        [typeOf('json')]: 'ExportFile',
        [typeOf('ndjson')]: null,
      },
    },
    problems: SEARCH,
  },
  {
    path: '/api/enis/{id}',
    summary: 'One ENI, looked for in each account and region of the scope',
    filters: false,
    parameters: ['id', 'account', 'region', 's', 'raw'],
    answer: 'EniDetail',
    problems: [...GUARD, ...PARAMETERS, 'not_boolean', ...SCOPE, 'eni_not_found', ...CLOUD],
  },
  {
    path: '/api/accounts',
    summary: 'The accounts; the first is the default',
    filters: false,
    parameters: [],
    answer: 'Accounts',
    problems: [...GUARD, 'unknown_parameter'],
  },
  {
    path: '/api/me',
    summary: 'Who has signed in, what they may see, and until when',
    filters: false,
    parameters: [],
    answer: 'Me',
    problems: [...GUARD, 'unknown_parameter', 'not_found'],
  },
  {
    path: '/api/regions',
    summary: 'The regions of an account, with their names',
    filters: false,
    parameters: ['oneAccount', 's'],
    answer: 'Regions',
    problems: [...GUARD, ...PARAMETERS, 'unknown_account'],
  },
  {
    path: '/api/vswitches',
    summary: 'All vSwitches of a scope, with their VPCs and reservations',
    filters: false,
    parameters: ['account', 'region', 's', 'vpcIds'],
    answer: 'VSwitches',
    problems: [...GUARD, ...PARAMETERS, ...SCOPE, ...CLOUD],
  },
  {
    path: '/api/names',
    summary:
      'The names of VPCs, vSwitches, instances and security groups of one account and region, by their ids',
    filters: false,
    parameters: ['oneAccount', 'oneRegion', 's', 'vpcNames', 'vswitchNames', 'instanceNames', 'sgNames'],
    answer: 'Names',
    problems: [...GUARD, ...PARAMETERS, ...SCOPE],
  },
  {
    path: '/api/ask',
    summary:
      'Who has these exact values, asked in every account and region that there is: a head, then a line a place as soon as that is done',
    filters: false,
    parameters: ['askAny', 'askName', 'askAccount', 'askRegion', 's', 'read'],
    answer: { types: { 'application/x-ndjson': null, 'application/json': 'AskAnswer' } },
    problems: [...GUARD, ...PARAMETERS, 'invalid_enum', ...SCOPE],
  },
  {
    path: '/api/audit',
    summary: 'A day of the audit trail, for who has the role admin everywhere',
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
    summary: 'This document',
    filters: false,
    parameters: [],
    answer: { types: { 'application/json': null } },
    problems: [...GUARD, 'unknown_parameter'],
  },
  {
    path: '/healthz',
    summary: 'Whether the process answers',
    filters: false,
    parameters: [],
    answer: 'Healthy',
    problems: [],
  },
  {
    path: '/readyz',
    summary: 'Whether to send requests here',
    filters: false,
    parameters: [],
    answer: 'Ready',
    problems: [],
    other: { status: 503, schema: 'Stopping', description: 'It is being stopped.' },
  },
  {
    path: '/metrics',
    summary: 'Metrics for Prometheus',
    filters: false,
    parameters: [],
    answer: { types: { [METRICS_CONTENT_TYPE]: null } },
    problems: [...GUARD.filter((code) => code !== 'malformed')],
  },
];
