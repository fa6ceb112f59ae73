import 'server-only';
import type { ProblemCode } from '@/lib/eni/problem';

/** The ways in which a sign-in may fail. */
export type SignInFailure = Extract<
  ProblemCode,
  'sign_in_refused' | 'start_again' | 'clocks_differ' | 'too_many_groups' | 'idp_unavailable'
>;

/** A failed sign-in: the person is told its code, the log its reason. Neither holds a token or a claim's value. */
export class SignInError extends Error {
  constructor(
    readonly code: SignInFailure,
    readonly reason: string,
    readonly facts: Readonly<Record<string, string | number>> = {},
  ) {
    super(reason);
    this.name = 'SignInError';
  }
}
