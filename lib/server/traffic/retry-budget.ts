import 'server-only';

const FULL = 100;
const COST = { usual: 5, timeout: 10 };

/**
 * How much retrying an account can afford: a success earns a little, a retry costs more, so that retries cannot
 * multiply the load of a cloud that is down. The shape is that of the AWS SDKs' token bucket.
 */
export class RetryBudget {
  left = FULL;

  earn(): void {
    this.left = Math.min(FULL, this.left + 1);
  }

  /** Pays for a retry; false when the budget is too low. */
  spend(wasTimeout: boolean): boolean {
    const cost = wasTimeout ? COST.timeout : COST.usual;
    if (this.left < cost) return false;
    this.left -= cost;
    return true;
  }
}
