import { FILTER_KEYS, type FilterKey } from './filters';

/** Words in either language, and in that of other clouds, by which people look for a filter; its label is added. */
const WORDS: Partial<Record<FilterKey, string>> = {
  status: 'status state 状态',
  type: 'type 类型 primary secondary trunk member',
  vpc: 'vpc network 专有网络',
  vswitch: 'vswitch vsw subnet switch 交换机 子网',
  instance: 'instance ecs vm server 实例 主机',
  sg: 'sg security group firewall 安全组',
  rg: 'rg resource group 资源组',
  eni: 'eni id interface 弹性网卡 网卡',
  ip: 'ip address cidr private 地址 网段',
  any: 'any list mixed paste who 列表 批量 粘贴',
  name: 'name 名称',
  description: 'description 描述',
  tag: 'tag label 标签',
  managed: 'managed service requester 托管 服务',
  zone: 'zone az availability 可用区',
  mac: 'mac hardware 物理地址',
  owner: 'owner holder ack terway nat 归属',
  mode: 'mode traffic rdma 流量模式',
  deleteOnRelease: 'delete on release terminate 释放 删除',
  created: 'created age time date 创建 时间',
  ips: 'ips count number 数量 个数',
  eip: 'eip public elastic 公网',
  ipv6: 'ipv6',
  prefix: 'prefix delegated 前缀',
  q: 'words text search anything 关键词 搜索',
};

/** Groups of the filters as a menu lists them. */
const GROUPS = {
  common: ['status', 'type', 'q'],
  network: ['vpc', 'vswitch', 'zone', 'instance', 'sg'],
  address: ['ip', 'any', 'eip', 'ipv6', 'prefix', 'mac', 'ips'],
  meta: ['name', 'tag', 'owner', 'rg', 'eni', 'description'],
  settings: ['created', 'managed', 'mode', 'deleteOnRelease'],
} as const satisfies Record<string, readonly FilterKey[]>;

export type FilterGroup = keyof typeof GROUPS;

const grouped: readonly FilterKey[] = Object.values(GROUPS).flat();

/** The groups; a filter of none is among the settings, so that together they are all of them. */
export const FILTER_GROUPS: Readonly<Record<FilterGroup, readonly FilterKey[]>> = {
  ...GROUPS,
  settings: [...GROUPS.settings, ...FILTER_KEYS.filter((key) => !grouped.includes(key))],
};

/**
 * The filters whose label or words begin with the text, in the order of the definition; every filter for an empty text.
 */
export function findFilters(text: string, labelOf: (key: FilterKey) => string): FilterKey[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [...FILTER_KEYS];
  return FILTER_KEYS.filter((key) => {
    const label = labelOf(key).toLowerCase();
    return (
      label.startsWith(wanted) ||
      `${label} ${WORDS[key] ?? ''}`.split(' ').some((word) => word.startsWith(wanted))
    );
  });
}
