import { randomBytes } from 'node:crypto';
import type { EmulatorView } from './actions/call';
import { CallLog } from './call-log';
import { indexOf } from './eni-index';
import { createAuditCells } from './estate/audit/audit';
import { Churn } from './estate/churn';
import { type EstateOptions, generateEstate } from './estate/estate';
import type { Cell, Estate } from './estate/model';
import { createOddCells } from './estate/odd-texts';
import { createOwnersCells } from './estate/owners/owners';
import { Faults } from './faults';
import { DEFAULT_SETTINGS, mergeSettings, type Settings, type SettingsPatch } from './settings';
import { NonceStore } from './signature';
import { Throttle } from './throttle';

/** Accounts that are made on first use, so that a test without them does not wait. */
const MADE_LATER: Readonly<Record<string, (options: EstateOptions) => Cell[]>> = {
  audit: createAuditCells,
  odd: createOddCells,
  owners: createOwnersCells,
};

export interface EmulatorOptions extends EstateOptions {
  settings?: SettingsPatch;
}

/** All that one emulator holds, apart from HTTP. */
export class Emulator implements EmulatorView {
  readonly estate: Estate;
  readonly faults = new Faults();
  readonly calls = new CallLog();
  readonly throttle = new Throttle();
  readonly nonces = new NonceStore();
  readonly tokenSecret = randomBytes(16).toString('hex');
  readonly churn: Churn;
  tokenEpoch = 0;
  settings: Settings;
  private readonly initial: Settings;
  private readonly madeLater = new Map<string, Cell[]>();
  private undos: (() => void)[] = [];

  constructor(options: EmulatorOptions) {
    this.initial = mergeSettings(DEFAULT_SETTINGS, options.settings ?? {});
    this.settings = this.initial;
    this.estate = generateEstate(options);
    this.churn = new Churn(this.estate.seed);
    for (const cell of this.estate.cells) indexOf(cell).warm();
  }

  now(): number {
    return Date.now() + this.settings.clockSkewMs;
  }

  cell(account: string, region: string): Cell | undefined {
    return this.cellsOf(account).find((cell) => cell.region === region);
  }

  /** The cells of an account, made now if the account waits for first use. */
  cellsOf(account: string): readonly Cell[] {
    const create = Object.hasOwn(MADE_LATER, account) ? MADE_LATER[account] : undefined;
    if (!create) return this.estate.cells.filter((cell) => cell.account === account);
    const made = this.madeLater.get(account) ?? create(this.estate);
    if (!this.madeLater.has(account)) {
      this.madeLater.set(account, made);
      for (const cell of made) indexOf(cell).warm();
    }
    return made;
  }

  /** Deliberate changes are undone by the next reset. */
  undoOnReset(undo: () => void): void {
    this.undos.push(undo);
  }

  /** Restores the settings and the estate of the start, except what churn did; no faults, no calls, no throttling. */
  reset(): void {
    for (const undo of this.undos.reverse()) undo();
    this.undos = [];
    this.settings = this.initial;
    this.faults.set([]);
    this.calls.reset();
    this.throttle.reset();
  }

  change(patch: SettingsPatch): void {
    this.settings = mergeSettings(this.settings, patch);
  }
}
