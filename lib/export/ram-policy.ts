/** The least RAM policy that allows the actions, as the console takes it. */
export function ramPolicy(actions: readonly string[]): string {
  return JSON.stringify(
    { Version: '1', Statement: [{ Effect: 'Allow', Action: [...new Set(actions)], Resource: '*' }] },
    null,
    2,
  );
}
