import type { Tag } from './model';
import type { Prng } from './prng';

interface App {
  zh: string;
  en: string;
  team: string;
  costCenter: string;
}

const APPS: readonly App[] = [
  { zh: '支付网关', en: 'payment-gateway', team: 'payments', costCenter: 'CC-1024' },
  { zh: '订单服务', en: 'order-service', team: '交易平台', costCenter: 'CC-1031' },
  { zh: '数据库代理', en: 'db-proxy', team: 'dba', costCenter: 'CC-2001' },
  { zh: '用户中心', en: 'user-center', team: 'identity', costCenter: 'CC-1007' },
  { zh: '库存', en: 'inventory', team: '交易平台', costCenter: 'CC-1031' },
  { zh: '搜索', en: 'search', team: 'search', costCenter: 'CC-1102' },
  { zh: '风控引擎', en: 'risk-engine', team: '风控', costCenter: 'CC-1205' },
  { zh: '消息队列', en: 'message-broker', team: 'middleware', costCenter: 'CC-2010' },
  { zh: '日志采集', en: 'log-agent', team: 'observability', costCenter: 'CC-2044' },
  { zh: '堡垒机', en: 'bastion', team: 'security', costCenter: 'CC-3001' },
  { zh: '持续集成', en: 'ci-runner', team: '研发效能', costCenter: 'CC-2050' },
  { zh: '推荐', en: 'recommendation', team: 'data', costCenter: 'CC-1150' },
];

const ENV_ZH: Record<string, string> = {
  prod: '生产',
  staging: '预发',
  gray: '灰度',
  test: '测试',
  lab: '实验',
};

export interface Workload {
  app: App;
  env: string;
  /** The names of one workload are in one language. */
  chinese: boolean;
}

export function pickWorkload(prng: Prng, env: string): Workload {
  return {
    app: prng.pick(APPS),
    env: env === 'prod' && prng.chance(0.04) ? 'gray' : env,
    chinese: prng.chance(0.4),
  };
}

/** `支付网关-生产-07`, `order-service-gray-02`, `数据库代理-主`, or none. */
export function workloadName(prng: Prng, { app, env, chinese }: Workload): string {
  const number = String(prng.int(1, 40)).padStart(2, '0');
  if (!chinese) return `${app.en}-${env}-${number}`;
  if (app.en === 'db-proxy') return `${app.zh}-${prng.pick(['主', '备', '只读'])}`;
  return `${app.zh}-${ENV_ZH[env] ?? env}-${number}`;
}

/** The tags people put on it: some forget a few, few forget all. */
export function workloadTags(prng: Prng, { app, env }: Workload): Tag[] {
  if (prng.chance(0.06)) return [];
  const tags: Tag[] = [{ key: 'env', value: env }];
  if (prng.chance(0.8)) tags.push({ key: 'team', value: app.team });
  if (prng.chance(0.7)) tags.push({ key: 'app', value: app.en });
  if (prng.chance(0.4)) tags.push({ key: 'cost-center', value: app.costCenter });
  if (prng.chance(0.15)) tags.push({ key: '业务线', value: prng.pick(['电商', '金融', '物流', '内部系统']) });
  if (prng.chance(0.08))
    tags.push({ key: '负责人', value: prng.pick(['王伟', '李娜', 'zhang.min', '陈静']) });
  if (prng.chance(0.03)) tags.push({ key: 'owner:email', value: 'netops@example.com' });
  if (prng.chance(0.02)) tags.push({ key: 'temporary', value: '' });
  return tags;
}
