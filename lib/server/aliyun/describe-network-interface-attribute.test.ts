import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eniAttributeSchema } from '@/lib/eni/told';
import { attributeIn } from './describe-network-interface-attribute';

const CELL = {
  account: { name: 'prod', profile: null, roleArn: null, regions: null },
  region: 'cn-hangzhou',
};
const MADE = { asOf: '2026-12-01T00:00:00Z', upstream: [] };

it('reads numbers and flags that come as text, and takes what is empty for none', () => {
  expect(
    attributeIn(
      {
        NetworkInterfaceId: 'eni-1',
        NetworkInterfaceTrafficConfig: { NetworkInterfaceTrafficMode: 'HighPerformance', QueueNumber: '4' },
        ConnectionTrackingConfiguration: {},
        QoSConfig: { EnableQoS: 'true', QoS: { BandwidthRx: '100' } },
        BondInterfaceSpecification: { BondMode: 'active-backup' },
        EnhancedNetwork: {},
        TcpOptionAddressEnabled: false,
        Attachment: { MemberNetworkInterfaceIds: { MemberNetworkInterfaceId: ['eni-2', 'null'] } },
      },
      CELL,
    ),
  ).toMatchObject({
    trafficMode: 'HighPerformance',
    queueNumber: 4,
    connectionTracking: null,
    qos: { enabled: true, bandwidthRx: 100, ppsTx: null },
    bond: { BondMode: 'active-backup' },
    enhancedNetwork: null,
    tcpOptionAddressEnabled: 'false',
    memberNetworkInterfaceIds: ['eni-2'],
  });
});

it('makes of any body an answer that the schema takes, or none', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constant(undefined));
  const body = fc.record({
    NetworkInterfaceId: fc.oneof(fc.constant('eni-1'), value),
    NetworkInterfaceTrafficConfig: value,
    ConnectionTrackingConfiguration: value,
    QoSConfig: fc.oneof(value, fc.record({ EnableQoS: value, QoS: value })),
    EnhancedNetwork: value,
    SlaveInterfaceSpecification: value,
    TcpOptionAddressEnabled: value,
    Attachment: fc.oneof(value, fc.record({ MemberNetworkInterfaceIds: value })),
  });
  fc.assert(
    fc.property(body, (fields) => {
      const read = attributeIn(fields, CELL);
      if (read !== null) expect(() => eniAttributeSchema.parse({ ...read, ...MADE })).not.toThrow();
    }),
    { numRuns: 200 },
  );
});
