import 'server-only';
import type { ProblemCode } from '@/lib/eni/problem';

/** Refusals before a route runs, and a defect of ours. */
export const GUARD = [
  'host_not_allowed',
  'cross_site',
  'sign_in_needed',
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

export const PARAMETERS = [
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

export const SCOPE = [
  'unknown_account',
  'unknown_region',
  'region_not_granted',
] as const satisfies readonly ProblemCode[];

export const CURSOR = [
  'cursor_invalid',
  'cursor_mismatch',
  'cursor_forbidden',
  'cursor_expired',
] as const satisfies readonly ProblemCode[];

export const CLOUD = [
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

export const SEARCH = [...GUARD, ...PARAMETERS, ...VALUES, ...SCOPE, ...CLOUD] as const;

/** The problems of signing in and out, steps for browsers and the identity provider that are not part of the API. */
export const SIGN_IN = [
  'sign_in_refused',
  'start_again',
  'clocks_differ',
  'password_wrong',
  'too_many_groups',
  'body_too_large',
  'unsupported_media_type',
  'too_many_tries',
  'idp_unavailable',
] as const satisfies readonly ProblemCode[];
