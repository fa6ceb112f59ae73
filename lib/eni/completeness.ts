import { CAVEAT_CODES, type Caveat, type Failure } from './page';

/**
 * What makes an answer incomplete: the one list of it. After a caveat that leaves rows out, a missing row may still
 * exist. Every code is listed here, so that a new one is not forgotten.
 */
const LEAVES_ROWS_OUT: Readonly<Record<Caveat['code'], boolean>> = {
  sg_primaries_unknown: false,
  tags_read_wider: false,
  maybe_capped: true,
  token_repeated: true,
  too_many_pages: true,
  rows_without_id: true,
  // A stale answer does not describe the present; it is shown with its age, and comparisons treat it separately.
  stale: false,
  read_again: false,
  lanes_incomplete: true,
  read_in_line: false,
  vpcs_unknown: false,
  reservations_unknown: false,
  names_unknown: false,
  restarted: false,
};

/** The codes after which a row may be missing, for texts that have nothing but them. */
export const LOSS_CODES = CAVEAT_CODES.filter((code) => LEAVES_ROWS_OUT[code]);

/** Whether a row that did not come may still exist. */
export function leavesRowsOut({ code }: Pick<Caveat, 'code'>): boolean {
  return LEAVES_ROWS_OUT[code];
}

/** Whether everything that there is has come of what was read to its end. */
export function leavesNothingOut({
  failures,
  caveats,
}: {
  failures: readonly Failure[];
  caveats: readonly Caveat[];
}): boolean {
  return failures.length === 0 && !caveats.some(leavesRowsOut);
}
