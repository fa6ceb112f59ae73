import { expect, test } from 'vitest';
import { type PathParams, routeTemplate } from './route-template';

test.each<[string, PathParams, string]>([
  ['/api/enis', {}, '/api/enis'],
  ['/api/enis/count', {}, '/api/enis/count'],
  ['/api/enis/eni-bp1', { id: 'eni-bp1' }, '/api/enis/{id}'],
  ['/api/enis/enis', { id: 'enis' }, '/api/enis/{id}'],
  ['/api/enis/eni%2Dbp1', { id: 'eni-bp1' }, '/api/enis/{id}'],
  ['/api/enis/%3Cb%3E', { id: '%3Cb%3E' }, '/api/enis/{id}'],
  ['/api/enis/100%', { id: '100%' }, '/api/enis/{id}'],
  ['/api/a/b/c', { path: ['a', 'b', 'c'] }, '/api/{path}'],
  ['/api/enis/x', { id: 'y' }, 'other'],
])('%s is %s %s', (path, params, route) => {
  expect(routeTemplate(path, params)).toBe(route);
});
