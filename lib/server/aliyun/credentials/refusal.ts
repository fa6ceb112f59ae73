import 'server-only';
import type { CredentialFailure, CredentialReason } from '@/lib/eni/credential-failure';

/**
 * A source of credentials that gave none, in words that are safe to show. It keeps no cause: error texts of the library
 * contain files and answers.
 */
export class CredentialRefusal extends Error {
  constructor(
    readonly failure: CredentialFailure,
    /** The code with which the cloud refused. */
    readonly upstreamCode?: string | undefined,
  ) {
    super(failure.reason);
    this.name = 'CredentialRefusal';
  }

  /** The message says which source it is about. */
  get isPlaced(): boolean {
    return this.failure.profile !== undefined || this.failure.mode !== undefined;
  }
}

/** Codes of Node for a host that cannot be reached, TLS errors among them. */
const UNREACHABLE =
  /^(ENOTFOUND|EAI_|ECONN|EHOST|ENET|EPIPE|EADDR|ETIMEDOUT|EPROTO|ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|UND_ERR)/;
const FILE = /^(ENOENT|EACCES|EPERM|EISDIR|ENOTDIR|ELOOP|EMFILE)$/;
/** Codes of the cloud, and a status, that say nothing against the caller. */
const PASSING = /Throttling|ServiceUnavailable|InternalError|ServiceBusy/;
const FAILED = /(?:status code|httpStatus): 5\d\d/;
const SAFE_CODE = /"(?:Code|ErrorCode|error)"\s*:\s*"([A-Za-z][A-Za-z0-9._-]{0,80})"/;
/** The other side has answered by the rules: with a JSON object, or with a status that refuses. */
const ANSWERED = /failed: \{|(?:status code|httpStatus): 4\d\d/;

type Where = Omit<CredentialFailure, 'reason'>;

/**
 * What an error of the library means. Only its codes and statuses are read.
 * @param refused the problem to report where the other side has answered with a refusal
 * @param where the profile concerned, and its field that names a file
 */
export function refusalOf(error: unknown, refused: CredentialReason, where: Where = {}): CredentialRefusal {
  const { fields, ...profile } = where;
  if (error instanceof CredentialRefusal)
    return error.isPlaced
      ? error
      : new CredentialRefusal({ ...profile, ...error.failure }, error.upstreamCode);
  const as = (reason: CredentialReason, upstreamCode?: string) =>
    new CredentialRefusal({ ...profile, reason }, upstreamCode);
  const met: NodeJS.ErrnoException = error instanceof Error ? error : new Error();
  // fetch puts the error it met into the cause of its TypeError.
  const { code = met.code ?? '' } = met.cause instanceof Error ? (met.cause as NodeJS.ErrnoException) : met;
  const { name, message } = met;
  if (UNREACHABLE.test(code) || /Timeout/.test(name) || FAILED.test(message)) return as('unreachable');
  if (FILE.test(code)) return new CredentialRefusal({ ...where, reason: 'file_unreadable' });
  const upstreamCode = SAFE_CODE.exec(message)?.[1];
  if (upstreamCode && PASSING.test(upstreamCode)) return as('unreachable', upstreamCode);
  const isAnswer = refused === 'command_failed' || upstreamCode !== undefined || ANSWERED.test(message);
  return as(isAnswer ? refused : 'answer_unusable', upstreamCode);
}
