import type { Browser } from '@playwright/test';
import type { Dashboard } from './dashboard';
import type { EmulatorControl } from './emulator';

/** One row of the table: a figure beside what it is compared with, from the same run. */
export type Finding = {
  what: string;
  figure: string;
  baseline: string;
  /** How the two compare, in the bar's own terms; empty where the bar is no comparison. */
  ratio: string;
  bar: string;
  /** Null where this run cannot tell. */
  isMet: boolean | null;
  /** What a reader has to know before believing the row. */
  notes?: readonly string[];
  /** The figures unrounded, for test-results/bench.json. */
  numbers: Readonly<Record<string, number>>;
};

/** What a benchmark runs on. Everything except the emulators is ended with the benchmark. */
export type BenchContext = {
  /** Load scenarios run for as long as they are written down, not for the seconds that fit a daily run. */
  isLong: boolean;
  say(text: string): void;
  /**
   * An emulator with so many ENIs over all accounts and regions, and so many vSwitches in the largest of them, as new.
   * Kept for the run: large ones take a while.
   */
  emulator(enis: number, vSwitches?: number): Promise<EmulatorControl>;
  /** A dashboard on the production build, or on the one in another folder, on the account prod. */
  dashboard(
    emulator: EmulatorControl,
    env?: Record<string, string>,
    folder?: string | null,
  ): Promise<Dashboard>;
  browser(): Promise<Browser>;
  /** Runs when the benchmark has ended, however it did. */
  after(cleanUp: () => unknown): void;
};

export type Benchmark = {
  /** What it is called on the command line. */
  name: string;
  what: string;
  bar: string;
  /** Runs only where it is named. */
  isOnRequest?: boolean;
  /** How long it may take, where that is more than a benchmark usually does. */
  minutes?: number;
  run(context: BenchContext): Promise<Finding[]>;
};
