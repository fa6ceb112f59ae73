/** One call as the emulator saw it. No secret, no signature. */
export interface LoggedCall {
  n: number;
  at: string;
  requestId: string;
  action: string;
  version: string;
  region: string;
  account: string | null;
  key: string | null;
  params: Record<string, string>;
  status: number;
  code: string | null;
  /** The effect of the fault rule that hit it. */
  fault: string | null;
  ms: number;
}

const MOST_CALLS = 20_000;

/** The latest calls since the last reset. */
export class CallLog {
  private calls: LoggedCall[] = [];
  private total = 0;

  add(call: Omit<LoggedCall, 'n'>): void {
    this.total += 1;
    this.calls.push({ n: this.total, ...call });
    if (this.calls.length > MOST_CALLS) this.calls.splice(0, MOST_CALLS / 10);
  }

  list(): readonly LoggedCall[] {
    return this.calls;
  }

  reset(): void {
    this.calls = [];
    this.total = 0;
  }
}
