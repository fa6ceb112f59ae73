type Timer = { at: number; ring: () => void };

/** Time that passes at once: every waiter is woken in order as soon as nothing else is left to do. In ms. */
export class VirtualClock {
  now = 0;
  private readonly timers: Timer[] = [];

  wait(ms: number): Promise<void> {
    return new Promise((ring) => {
      this.timers.push({ at: this.now + ms, ring });
    });
  }

  /** Lets time pass until a promise has settled. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let isOver = false;
    const over = () => {
      isOver = true;
    };
    promise.then(over, over);
    for (;;) {
      // The woken code does everything that it can without waiting.
      await new Promise(setImmediate);
      if (isOver) return promise;
      this.timers.sort((a, b) => a.at - b.at);
      const next = this.timers.shift();
      if (!next) throw new Error('nobody waits for anything, and it has not come to its end');
      this.now = next.at;
      next.ring();
    }
  }
}

/** Lets calls through one after another, spaced by the rate, and only this many at once. */
export class VirtualGate {
  private next = 0;
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly clock: VirtualClock,
    /** In ms. */
    private readonly interval: number,
    private readonly concurrency: number,
  ) {}

  /** Makes a call that takes this long. */
  async pass(ms: number): Promise<void> {
    if (this.inside >= this.concurrency) await new Promise<void>((enter) => this.waiting.push(enter));
    this.inside++;
    const at = Math.max(this.clock.now, this.next);
    this.next = at + this.interval;
    await this.clock.wait(at - this.clock.now);
    await this.clock.wait(ms);
    this.inside--;
    this.waiting.shift()?.();
  }
}
