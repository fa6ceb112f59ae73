export interface Region {
  id: string;
  prefix: string;
  en: string;
  zh: string;
  endpoint: string;
  zones: readonly string[];
}

export const REGIONS: readonly Region[] = [
  {
    id: 'cn-hangzhou',
    prefix: 'bp1',
    en: 'China (Hangzhou)',
    zh: '华东1（杭州）',
    endpoint: 'ecs-cn-hangzhou.aliyuncs.com',
    zones: ['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j', 'cn-hangzhou-k'],
  },
  {
    id: 'cn-beijing',
    prefix: '2ze',
    en: 'China (Beijing)',
    zh: '华北2（北京）',
    endpoint: 'ecs.cn-beijing.aliyuncs.com',
    zones: ['cn-beijing-h', 'cn-beijing-k', 'cn-beijing-l'],
  },
  {
    id: 'cn-shanghai',
    prefix: 'uf6',
    en: 'China (Shanghai)',
    zh: '华东2（上海）',
    endpoint: 'ecs.cn-shanghai.aliyuncs.com',
    zones: ['cn-shanghai-l'],
  },
  {
    id: 'ap-southeast-1',
    prefix: 't4n',
    en: 'Singapore',
    zh: '新加坡',
    endpoint: 'ecs.ap-southeast-1.aliyuncs.com',
    zones: ['ap-southeast-1a', 'ap-southeast-1b', 'ap-southeast-1c'],
  },
];

/** The region with this id, if the emulator offers it. */
export function regionOf(id: string): Region | undefined {
  return REGIONS.find((region) => region.id === id);
}
