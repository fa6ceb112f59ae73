/** Where ENIs are: an account and a region of it. */
type Where = { account: string; region: string };

/** The key of an account and region. */
export function placeKey({ account, region }: Where): string {
  return `${account}/${region}`;
}

/** The key of a thing in a place: its id alone may occur in another place too. */
export function keyIn(where: Where, id: string): string {
  return `${placeKey(where)}/${id}`;
}
