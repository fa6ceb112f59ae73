import 'server-only';
import { PROBLEMS, type ProblemCode } from '@/lib/eni/problem';
import manifest from '@/package.json';
import { FILTER_PARAMETERS, ownParameter, type Parameter } from './parameters';
import { API_ROUTES, type ApiRoute } from './routes';
import { answerSchemas, refTo } from './schemas';

type Body = { description: string; content: Record<string, { schema: Record<string, unknown> }> };

export type OpenApiDocument = {
  openapi: '3.1.0';
  info: Record<string, unknown>;
  servers: { url: string }[];
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, unknown> };
};

type Operation = {
  operationId: string;
  summary: string;
  parameters: Parameter[];
  responses: Record<string, Body>;
};

const DESCRIPTION = [
  'Reads elastic network interfaces of Alibaba Cloud. Everything is GET and changes nothing.',
  'In a parameter a comma means either, different parameters all hold, a leading - excludes; a backslash takes the next character as it is.',
  'A part of a scope that cannot be read is in failures, as long as another part could be.',
].join(' ');

/** The parameters of a route, in the order in which it names them. */
export function parametersOf({ filters, parameters }: ApiRoute): Parameter[] {
  const own = parameters.map(ownParameter);
  if (!filters) return own;
  return [ownParameter('account'), ownParameter('region'), ...FILTER_PARAMETERS, ownParameter('s'), ...own];
}

function answerOf({ answer, summary }: ApiRoute): Body {
  const types = typeof answer === 'string' ? { 'application/json': answer } : answer.types;
  const content = Object.entries(types).map(
    ([type, name]) => [type, { schema: name === null ? {} : refTo(name) }] as const,
  );
  return { description: summary, content: Object.fromEntries(content) };
}

function problemsOf(codes: readonly ProblemCode[]): Record<string, Body> {
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code]))].sort();
  return Object.fromEntries(
    statuses.map((status) => {
      const those = [...new Set(codes.filter((code) => PROBLEMS[code] === status))];
      const schema = { allOf: [refTo('Problem'), { properties: { code: { enum: those } } }] };
      return [
        String(status),
        { description: those.join(', '), content: { 'application/problem+json': { schema } } },
      ];
    }),
  );
}

function operationOf(route: ApiRoute): Operation {
  const { path, summary, problems, other } = route;
  return {
    operationId: `get${path.replace(/[^A-Za-z]+(.)?/g, (_, letter = '') => letter.toUpperCase())}`,
    summary,
    parameters: parametersOf(route),
    responses: {
      200: answerOf(route),
      ...problemsOf(problems),
      ...(other && {
        [other.status]: {
          description: other.description,
          content: { 'application/problem+json': { schema: refTo(other.schema) } },
        },
      }),
    },
  };
}

/** The OpenAPI 3.1 document of the API, from the schemas and the filters that the routes themselves use. */
export function openApiDocument(): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: {
      title: 'ENI Atlas',
      version: manifest.version,
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(API_ROUTES.map((route) => [route.path, { get: operationOf(route) }])),
    components: { schemas: answerSchemas() },
  };
}

let written: string | null = null;

/** The document as JSON. It is the same for the whole life of a process, and is made when it is first asked for. */
export function openApiText(): string {
  written ??= JSON.stringify(openApiDocument());
  return written;
}
