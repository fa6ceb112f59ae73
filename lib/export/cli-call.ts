import { shellWord } from './cli-shell';

/** Where a call is made; the account is the profile of the aliyun CLI. */
export type CallPlace = { account: string; region: string };

export type CallParameters = readonly (readonly [name: string, value: string | number])[];

function flag([name, value]: CallParameters[number]): string {
  const word = shellWord(String(value));
  // What begins with a dash would be taken for the next flag.
  return `--${name}${String(value).startsWith('-') ? '=' : ' '}${word}`;
}

/** A call of the aliyun CLI, a flag a line. */
export function cliCommand(
  action: string,
  { account, region }: CallPlace,
  parameters: CallParameters,
): string {
  const flags = [['profile', account] as const, ['RegionId', region] as const, ...parameters].map(flag);
  return [`aliyun ecs ${action}`, ...flags.map((each) => ` ${each}`)].join(' \\\n');
}

/** A list as the API numbers it: `Name.1`, `Name.2`. */
export function numbered(name: string, values: readonly string[]): CallParameters {
  return values.map((value, at) => [`${name}.${at + 1}`, value] as const);
}
