/** A region of Alibaba Cloud with its names; the console's own words. */
export type RegionNames = { readonly en: string; readonly zh: string };

/**
 * The regions known when this was written: the fallback where DescribeRegions is not allowed, and the names in the
 * language that DescribeRegions was not asked in. Source: ECS 2014-05-26 DescribeRegions and the endpoint list.
 */
export const BUILTIN_REGIONS: ReadonlyMap<string, RegionNames> = new Map(
  Object.entries({
    'cn-qingdao': { en: 'China (Qingdao)', zh: '华北1（青岛）' },
    'cn-beijing': { en: 'China (Beijing)', zh: '华北2（北京）' },
    'cn-zhangjiakou': { en: 'China (Zhangjiakou)', zh: '华北3（张家口）' },
    'cn-huhehaote': { en: 'China (Hohhot)', zh: '华北5（呼和浩特）' },
    'cn-wulanchabu': { en: 'China (Ulanqab)', zh: '华北6（乌兰察布）' },
    'cn-hangzhou': { en: 'China (Hangzhou)', zh: '华东1（杭州）' },
    'cn-shanghai': { en: 'China (Shanghai)', zh: '华东2（上海）' },
    'cn-nanjing': { en: 'China (Nanjing - Local Region)', zh: '华东5（南京-本地地域）' },
    'cn-fuzhou': { en: 'China (Fuzhou - Local Region)', zh: '华东6（福州-本地地域）' },
    'cn-wuhan-lr': { en: 'China (Wuhan - Local Region)', zh: '华中1（武汉-本地地域）' },
    'cn-shenzhen': { en: 'China (Shenzhen)', zh: '华南1（深圳）' },
    'cn-heyuan': { en: 'China (Heyuan)', zh: '华南2（河源）' },
    'cn-guangzhou': { en: 'China (Guangzhou)', zh: '华南3（广州）' },
    'cn-chengdu': { en: 'China (Chengdu)', zh: '西南1（成都）' },
    'cn-zhongwei': { en: 'China (Zhongwei)', zh: '西北2（中卫）' },
    'cn-zhengzhou-jva': { en: 'Zhengzhou (China Unicom Joint Venture)', zh: '郑州（联通合营）' },
    'cn-hongkong': { en: 'China (Hong Kong)', zh: '中国香港' },
    'ap-northeast-1': { en: 'Japan (Tokyo)', zh: '日本（东京）' },
    'ap-northeast-2': { en: 'South Korea (Seoul)', zh: '韩国（首尔）' },
    'ap-southeast-1': { en: 'Singapore', zh: '新加坡' },
    'ap-southeast-2': { en: 'Australia (Sydney)', zh: '澳大利亚（悉尼）' },
    'ap-southeast-3': { en: 'Malaysia (Kuala Lumpur)', zh: '马来西亚（吉隆坡）' },
    'ap-southeast-5': { en: 'Indonesia (Jakarta)', zh: '印度尼西亚（雅加达）' },
    'ap-southeast-6': { en: 'Philippines (Manila)', zh: '菲律宾（马尼拉）' },
    'ap-southeast-7': { en: 'Thailand (Bangkok)', zh: '泰国（曼谷）' },
    'ap-southeast-8': { en: 'Malaysia (Johor)', zh: '马来西亚（柔佛州）' },
    'ap-south-1': { en: 'India (Mumbai)', zh: '印度（孟买）' },
    'us-east-1': { en: 'US (Virginia)', zh: '美国（弗吉尼亚）' },
    'us-west-1': { en: 'US (Silicon Valley)', zh: '美国（硅谷）' },
    'us-southeast-1': { en: 'US (Atlanta)', zh: '美国（亚特兰大）' },
    'na-south-1': { en: 'Mexico', zh: '墨西哥' },
    'eu-central-1': { en: 'Germany (Frankfurt)', zh: '德国（法兰克福）' },
    'eu-west-1': { en: 'UK (London)', zh: '英国（伦敦）' },
    'eu-west-2': { en: 'France (Paris)', zh: '法国（巴黎）' },
    'me-east-1': { en: 'UAE (Dubai)', zh: '阿联酋（迪拜）' },
    'me-central-1': { en: 'SAU (Riyadh - Partner Region)', zh: '沙特（利雅得）- 合作伙伴运营' },
    'cn-hangzhou-finance': { en: 'Hangzhou Finance', zh: '华东1 金融云' },
    'cn-shanghai-finance-1': { en: 'Shanghai Finance', zh: '华东2 金融云' },
    'cn-shenzhen-finance-1': { en: 'Shenzhen Finance', zh: '华南1 金融云' },
    'cn-beijing-finance-1': { en: 'Beijing Finance (preview)', zh: '华北2 金融云（邀测）' },
    'cn-north-2-gov-1': { en: 'Beijing Government', zh: '华北2 阿里政务云1' },
  }),
);

/** The form of a region id. A region enters a host name, so nothing else may pass. */
export const REGION_ID = /^[a-z]{2,4}(-[a-z0-9]+){1,4}$/;
