/** What a test or a person can change while the emulator runs. */
export interface Settings {
  latencyMs: number;
  /** Calls a second for one account, region and action; 0 = no limit. */
  qps: number;
  /** Calls in a clock minute for one account, region and action; 0 = no limit. */
  callsPerMinute: number;
  /** How long too many calls a second are refused: the rest of the clock minute, as the cloud does, or of the second. */
  throttleWindow: 'minute' | 'second';
  tokenTtlSeconds: number;
  /** Moves the emulator's clock: dates of requests, throttle windows and the Date header. */
  clockSkewMs: number;
  switches: Switches;
}

/** Behaviour on which documents and observations differ, or which is rare. */
export interface Switches {
  tokenErrorCode: 'InvalidParameter' | 'InvalidParameter.NextToken';
  tokenOnLastPage: boolean;
  shortPages: boolean;
  emptyMiddlePage: boolean;
  repeatToken: boolean;
  /** The last row of a page comes again as the first of the next. */
  duplicateRow: boolean;
  endOfList: 'absent' | 'null' | 'empty';
  wrongTotalCount: boolean;
  capAtThousand: boolean;
  /** Numbered pages past row 10,000 are refused. */
  deepPagesFail: boolean;
  /** Numbered pages of more than 100 rows: as documented now, cut to 100 as it was once, or refused. */
  largePages: 'granted' | 'cut' | 'refused';
  defaultGroup: 'included' | 'unsupported';
  unknownIdsAre404: boolean;
  echoStringToSign: boolean;
  errorHostId: boolean;
  errorRecommend: boolean;
  xmlErrors: boolean;
  retryAfterHeader: boolean;
  throttleStatus: number;
  /** Rows with masked values, "null" and "hide", unknown fields, one-item lists as objects … */
  oddRows: boolean;
  /** Unset fields as absent, null, "" or {}, by row; off: always absent. */
  variation: boolean;
  churn: boolean;
}

const DEFAULT_SWITCHES: Switches = {
  tokenErrorCode: 'InvalidParameter',
  tokenOnLastPage: false,
  shortPages: false,
  emptyMiddlePage: false,
  repeatToken: false,
  duplicateRow: false,
  endOfList: 'empty',
  wrongTotalCount: true,
  capAtThousand: true,
  deepPagesFail: false,
  largePages: 'granted',
  defaultGroup: 'included',
  unknownIdsAre404: false,
  echoStringToSign: true,
  errorHostId: true,
  errorRecommend: true,
  xmlErrors: false,
  retryAfterHeader: false,
  throttleStatus: 400,
  oddRows: true,
  variation: true,
  churn: false,
};

export const DEFAULT_SETTINGS: Settings = {
  latencyMs: 0,
  qps: 0,
  callsPerMinute: 0,
  throttleWindow: 'minute',
  tokenTtlSeconds: 3600,
  clockSkewMs: 0,
  switches: DEFAULT_SWITCHES,
};

export type SettingsPatch = Partial<Omit<Settings, 'switches'>> & { switches?: Partial<Switches> };

const WORDS: Record<string, readonly string[]> = {
  throttleWindow: ['minute', 'second'],
  tokenErrorCode: ['InvalidParameter', 'InvalidParameter.NextToken'],
  largePages: ['granted', 'cut', 'refused'],
  endOfList: ['absent', 'null', 'empty'],
  defaultGroup: ['included', 'unsupported'],
};

/** The settings with a patch applied. */
export function mergeSettings(settings: Settings, patch: SettingsPatch): Settings {
  const { switches, ...rest } = patch;
  return { ...settings, ...rest, switches: { ...settings.switches, ...switches } };
}

/** A patch out of untrusted JSON; throws an Error that names the field. */
export function parseSettingsPatch(input: unknown): SettingsPatch {
  const { switches = {}, ...rest } = asRecord(input, 'settings');
  checkFields(rest, { ...DEFAULT_SETTINGS }, 'settings');
  checkFields(asRecord(switches, 'switches'), { ...DEFAULT_SWITCHES }, 'switches');
  return { ...rest, switches: switches as Partial<Switches> } as SettingsPatch;
}

export function asRecord(input: unknown, name: string): Record<string, unknown> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new Error(`${name} must be a JSON object`);
  }
  return input as Record<string, unknown>;
}

function checkFields(input: Record<string, unknown>, model: Record<string, unknown>, where: string): void {
  for (const [name, value] of Object.entries(input)) {
    if (!Object.hasOwn(model, name)) {
      throw new Error(`${where}.${name} is unknown; known: ${Object.keys(model).join(', ')}`);
    }
    const words = WORDS[name];
    if (words) {
      if (!words.includes(String(value)))
        throw new Error(`${where}.${name} must be one of ${words.join(', ')}`);
    } else if (typeof value !== typeof model[name]) {
      throw new Error(`${where}.${name} must be a ${typeof model[name]}`);
    } else if (typeof value === 'number' && name !== 'clockSkewMs' && !(value >= 0 && value < 1e9)) {
      throw new Error(`${where}.${name} must be at least 0`);
    }
  }
}
