import 'server-only';
import type { ProblemCode } from '@/lib/eni/problem';

/** How a sign-in may end badly. */
export type SignInFailure = Extract<
  ProblemCode,
  'sign_in_refused' | 'start_again' | 'clocks_differ' | 'too_many_groups' | 'idp_unavailable'
>;

/** A sign-in that ends badly: people are told its code, the log its reason. Neither holds a token or a claim's value. */
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
