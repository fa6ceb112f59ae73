import { addEni, type CellBuilder } from './builder';
import { type Eni, ODD_SHAPES, type VSwitch } from './model';

/** Rows that every estate of some size has, whatever the seed, so that tests and people can look for them. */
export function addLandmarks(builder: CellBuilder, vSwitch: VSwitch, budget: number): void {
  const specs = [
    {
      name: '支付网关-生产-07',
      tags: [
        { key: '__proto__', value: 'polluted' },
        { key: 'constructor', value: 'x' },
      ],
    },
    {
      name: '订单服务-灰度-02',
      tags: [
        { key: 'env', value: 'gray' },
        { key: 'a:b', value: 'c:d=e&f,g' },
      ],
    },
    { name: '数据库代理-主', tags: [{ key: '环境', value: '生产 环境+100%' }] },
    { name: 'unknown-type', type: 'Bond9', status: 'InUse' },
    { name: 'unknown-status', status: 'Frozen' },
    {
      name: 'lingjun-primary',
      tags: [
        { key: 'leni_primary', value: 'true' },
        { key: 'acs:ecs:support_eni', value: 'true' },
      ],
    },
    { name: 'slave-eni', type: 'slave' },
    { name: '=HYPERLINK("http://example.com")', description: '<img src=x onerror=alert(1)>' },
    { name: `long-${'名'.repeat(123)}`, description: 'd'.repeat(255) },
    { name: 'eip-on-secondary', secondaries: 3, eipAt: 2 },
    { name: 'dual-stack', ipv6: true, ipv6Prefixes: 1, prefixes: 1 },
  ];
  for (const spec of specs.slice(0, budget))
    addEni(builder, vSwitch, { type: 'Secondary', status: 'Available', ...spec });
}

/** Gives a few ordinary rows the odd shapes. */
export function markOddRows(enis: readonly Eni[], rounds: number): void {
  const ordinary = enis.filter(
    (eni) => eni.type === 'Secondary' && eni.serviceId === null && eni.name !== '',
  );
  const step = Math.max(1, Math.floor(ordinary.length / (ODD_SHAPES.length * rounds)));
  for (let i = 0; i < ODD_SHAPES.length * rounds; i += 1) {
    const shape = ODD_SHAPES[i % ODD_SHAPES.length];
    const later = ordinary.slice(i * step);
    const eni = later.find(
      (candidate) => !candidate.odd && (shape !== 'longIpv6' || candidate.ipv6.length > 0),
    );
    if (eni && shape) eni.odd = shape;
  }
}
