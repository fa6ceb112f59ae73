import { indexOf } from '../eni-index';
import { ApiError } from '../errors';
import type { Eni } from '../estate/model';
import { toWire } from '../wire';
import type { Action, Body, Call } from './call';

export const describeNetworkInterfaceAttribute: Action = {
  name: 'DescribeNetworkInterfaceAttribute',
  version: '2014-05-26',
  run(call: Call): Body {
    const { params, cell } = call;
    const id = params.required('NetworkInterfaceId');
    const attribute = params.oneOf('Attribute', ['attachment', 'connectionTrackingConfiguration', 'basic']);
    const [eni] = indexOf(cell).find('id', [id]);
    if (!eni) {
      throw new ApiError(404, 'InvalidEniId.NotFound', `The specified EniId does not exist. ${id}`);
    }
    const row = toWire(eni, call.emulator.settings.switches);
    const members = cell.enis.filter((other) => other.memberOf?.trunkId === eni.id);
    return {
      ...row,
      ...(members.length > 0 ? { Attachment: trunkAttachment(eni, members) } : {}),
      NetworkInterfaceTrafficConfig: {
        NetworkInterfaceTrafficMode: eni.trafficMode,
        QueueNumber: eni.queueNumber ?? undefined,
      },
      ...(attribute === 'connectionTrackingConfiguration'
        ? {
            ConnectionTrackingConfiguration: {
              TcpEstablishedTimeout: 910,
              TcpClosedAndTimeWaitTimeout: 3,
              UdpTimeout: 30,
            },
          }
        : {}),
      QoSConfig: eni.type === 'Trunk' ? QOS : { EnableQoS: false },
      ...(eni.type === 'slave' ? { SlaveInterfaceSpecification: SLAVE, EnhancedNetwork: ENHANCED } : {}),
      TcpOptionAddressEnabled: 'false',
    };
  },
};

const QOS = {
  EnableQoS: true,
  QoS: {
    BandwidthRx: 50_000,
    BandwidthTx: 50_000,
    PpsRx: 150_000,
    PpsTx: 150_000,
    ConcurrentConnections: 20_000,
  },
};
const SLAVE = {
  BondNetworkInterfaceId: 'eni-bp1owners0bond',
  SlaveNetworkInterfaceStatus: 'InUse',
  WorkState: 'Active',
};
const ENHANCED = { EnableSriov: false, EnableRss: true, VirtualFunctionQuantity: 0 };

function trunkAttachment(trunk: Eni, members: readonly Eni[]): Body {
  return {
    DeviceIndex: trunk.deviceIndex,
    InstanceId: trunk.instance?.id,
    MemberNetworkInterfaceIds: { MemberNetworkInterfaceId: members.map((member) => member.id) },
  };
}
