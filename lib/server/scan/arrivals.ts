/** Tells the waiting run that an answer has come. */
export class Arrivals {
  private wake: () => void = () => {};

  ring(): void {
    this.wake();
  }

  /**
   * Resolves with the next answer.
   * @param patience the longest wait in ms; null to wait as long as it takes
   */
  next(patience: number | null): Promise<void> {
    return new Promise((resolve) => {
      const timer = patience === null ? undefined : setTimeout(resolve, patience);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
