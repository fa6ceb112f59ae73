/** Where ENIs are: an account and a region of it. */
type Where = { account: string; region: string };

/** What makes an account and a region one. */
export function placeKey({ account, region }: Where): string {
  return `${account}/${region}`;
}

/** What makes a thing of a place one: its id alone may be in another place too. */
export function keyIn(where: Where, id: string): string {
  return `${placeKey(where)}/${id}`;
}
