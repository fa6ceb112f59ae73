/**
 * DescribeNetworkInterfaces: the most values that a filter takes in one call, and so the most rows of a call by ids.
 */
export const VALUES_A_CALL = 100;

/** DescribeNetworkInterfaces: the most rows of a page by NextToken (MaxResults, 10 unless given). */
export const ROWS_A_PAGE = 500;

/** Filters by tag and resource group stop at this many ENIs. docs/UPSTREAM.md#capped-filters */
export const CAPPED_AT = 1000;

/** This program's own API: the most matches of a page (`limit`), for which the server reads many calls side by side. */
export const MATCHES_A_PAGE = 2000;
