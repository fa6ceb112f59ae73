import 'server-only';

const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

type Granted = { accounts: readonly string[]; regions: readonly string[] };

const has = (list: readonly string[], name: string) => list.includes('*') || list.includes(name);

/**
 * Metrics cut for a token that covers only some accounts and regions: without the series of others, and without those
 * that add up a region over all accounts, unless the token covers all of them.
 * @param text in Prometheus' text format
 */
export function cutMetrics(text: string, granted: Granted): string {
  const isOfAll = granted.accounts.includes('*');
  if (isOfAll && granted.regions.includes('*')) return text;
  return text
    .split('\n')
    .filter((line) => {
      if (line.startsWith('#')) return true;
      const labels = new Map([...line.matchAll(LABEL)].map(([, name = '', value = '']) => [name, value]));
      const [account, region] = [labels.get('account'), labels.get('region')];
      if (account !== undefined && !has(granted.accounts, account)) return false;
      if (region !== undefined && !has(granted.regions, region)) return false;
      return account !== undefined || region === undefined || isOfAll;
    })
    .join('\n');
}
