import { expect, it } from 'vitest';
import { ramPolicy } from './ram-policy';

it('allows the actions once each, and nothing else', () =>
  expect(JSON.parse(ramPolicy(['ecs:DescribeNetworkInterfaces', 'ecs:DescribeNetworkInterfaces']))).toEqual({
    Version: '1',
    Statement: [{ Effect: 'Allow', Action: ['ecs:DescribeNetworkInterfaces'], Resource: '*' }],
  }));
