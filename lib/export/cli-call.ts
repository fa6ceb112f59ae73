import { type CommandShell, SHELLS } from './shells';

/**
 * The account and region of a call. `profile` is the one of the aliyun CLI that acts as the account; null if the
 * account has none, so that the CLI chooses.
 */
export type CallPlace = { account: string; profile: string | null; region: string };

/** The profile of the aliyun CLI that acts as an account of the dashboard; null where there is none. */
export type ProfileOf = (account: string) => string | null;

export type CallParameters = readonly (readonly [name: string, value: string | number])[];

/** A list as the API numbers it: `Name.1`, `Name.2`. */
export function numbered(name: string, values: readonly string[]): CallParameters {
  return values.map((value, at) => [`${name}.${at + 1}`, value] as const);
}

/**
 * The arguments of a parameter. A value that begins with a dash shares the argument of its flag: else the CLI would
 * take it for the next flag.
 */
function argumentsOf([name, value]: CallParameters[number]): string[] {
  const text = String(value);
  return text.startsWith('-') ? [`--${name}=${text}`] : [`--${name}`, text];
}

/** The flags that say where a call is made, as arguments that are still to be written for a shell. */
export function placeArguments({ profile, region }: Pick<CallPlace, 'profile' | 'region'>): string[] {
  const account: CallParameters = profile === null ? [] : [['profile', profile]];
  return [...account, ['RegionId', region] as const].flatMap(argumentsOf);
}

/**
 * A call of the aliyun CLI, a flag a line: the one place where a command is written.
 * @param action the product and what is asked of it, such as `ecs DescribeNetworkInterfaces`
 */
export function cliCommand(
  action: `${'ecs' | 'vpc'} ${string}`,
  place: CallPlace,
  parameters: CallParameters,
  shell: CommandShell,
): string {
  const { word, goesOn, caveat } = SHELLS[shell];
  const flags = [...placeArguments(place), ...parameters.flatMap(argumentsOf)];
  const lines = [`aliyun ${action}`];
  for (const argument of flags) {
    // No value begins with a dash, see above.
    if (argument.startsWith('--')) lines.push(` ${word(argument)}`);
    else lines.push(`${lines.pop()} ${word(argument)}`);
  }
  const warning = caveat(flags);
  return [...(warning === null ? [] : [warning]), lines.join(goesOn)].join('\n');
}

/** A note for calls in these places: the CLI chooses the identity for accounts without a profile. */
export function profileNotes(places: readonly CallPlace[], shell: CommandShell): string[] {
  const unknown = [
    ...new Set(places.filter(({ profile }) => profile === null).map(({ account }) => account)),
  ];
  if (unknown.length === 0) return [];
  const says =
    'No profile of the aliyun CLI is known for these accounts. Choose one with --profile, else the current one is asked:';
  return [SHELLS[shell].comment(says, ...unknown)];
}
