/**
 * The error table of DescribeNetworkInterfaces: the status and message of each code. Where the reference has only a
 * placeholder, the message is its description, or repeats the code in words.
 */
export const DOCUMENTED_ERRORS: Readonly<Record<string, { status: number; message: string }>> = {
  MissingParameter: { status: 400, message: 'A parameter is not specified.' },
  UnsupportedParameter: { status: 400, message: 'The parameter is not supported.' },
  InvalidParameter: { status: 400, message: 'The specified parameter is invalid.' },
  'InvalidInstanceID.Malformed': { status: 400, message: 'The specified InstanceId parameter is invalid.' },
  'InvalidOperation.InvalidEcsState': {
    status: 400,
    message: 'The state of the instance does not allow it.',
  },
  'InvalidOperation.InvalidEniState': { status: 400, message: 'The state of the ENI does not allow it.' },
  'InvalidOperation.DetachPrimaryEniNotAllowed': {
    status: 400,
    message: 'Detaching the primary ENI is not allowed.',
  },
  'Forbidden.RegionId': { status: 400, message: 'The service is unavailable in the current region.' },
  'InvalidRegionId.MalFormed': { status: 400, message: 'The specified parameter RegionId is not valid.' },
  'InvalidUserType.NotSupported': { status: 403, message: 'Your account does not support this operation.' },
  'Abs.InvalidAccount.NotFound': {
    status: 403,
    message: 'Your Alibaba Cloud account does not exist or your AccessKey pair has expired.',
  },
  'Forbidden.NotSupportRAM': {
    status: 403,
    message: 'RAM users are not authorized to perform this operation.',
  },
  'Forbidden.SubUser': {
    status: 403,
    message:
      'You are not authorized to manage this resource. Contact the owner of the Alibaba Cloud account for authorization.',
  },
  MaxEniCountExceeded: {
    status: 403,
    message: 'The maximum number of ENIs that can be managed has been reached.',
  },
  EniPerInstanceLimitExceeded: {
    status: 403,
    message: 'The maximum number of ENIs that can be attached to the specified instance has been reached.',
  },
  'InvalidOperation.AvailabilityZoneMismatch': { status: 403, message: 'The operation is invalid.' },
  'InvalidOperation.VpcMismatch': {
    status: 403,
    message:
      'The operation is invalid. Check whether the VPC in the operation corresponds to other parameters.',
  },
  SecurityGroupInstanceLimitExceed: { status: 403, message: 'The security group has no room left.' },
  'InvalidSecurityGroupId.NotVpc': {
    status: 403,
    message:
      'The specified SecurityGroupId parameter is invalid and the network type of the security group is not VPC.',
  },
  'InvalidOperation.InvalidEniType': { status: 403, message: 'The type of the ENI does not allow it.' },
  'InvalidVpc.Empty': { status: 403, message: 'No vSwitches exist in the specified VPC.' },
  'InvalidOperation.InvalidEniPageNumber': { status: 403, message: 'The page number is invalid.' },
  'InvalidVpc.Indeterminacy': { status: 403, message: 'The VPC cannot be determined.' },
  'InvalidEcsId.NotFound': { status: 404, message: 'The specified instance ID does not exist.' },
  'InvalidEniId.NotFound': { status: 404, message: 'The specified ENI ID does not exist.' },
  'InvalidVSwitchId.NotFound': { status: 404, message: 'The specified vSwitch does not exist.' },
  'InvalidSecurityGroupId.NotFound': {
    status: 404,
    message: 'The specified security group ID does not exist.',
  },
};
