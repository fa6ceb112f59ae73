import { REGIONS } from '../estate/regions';
import type { Action, Body, Call } from './call';

export const describeRegions: Action = {
  name: 'DescribeRegions',
  version: '2014-05-26',
  isGlobal: true,
  run({ params }: Call): Body {
    const language = params.oneOf('AcceptLanguage', ['zh-CN', 'zh-TW', 'en-US', 'ja', 'fr', 'de', 'ko']);
    return {
      Regions: {
        Region: REGIONS.map((region) => ({
          RegionId: region.id,
          RegionEndpoint: region.endpoint,
          LocalName: language === null || language.startsWith('zh') ? region.zh : region.en,
          Status: 'available',
        })),
      },
    };
  },
};
