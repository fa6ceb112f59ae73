import 'server-only';
import { PROBLEMS, type ProblemCode } from '@/lib/eni/problem';
import manifest from '@/package.json';
import { FILTER_PARAMETERS, PARAMETERS, type Parameter, parameterNamed } from './parameters';
import { SIGN_IN } from './route-problems';
import { API_ROUTES, API_TAGS, type ApiRoute } from './routes';
import { answerSchemas, refTo } from './schemas';

type Body = { description: string; content: Record<string, { schema: Record<string, unknown> }> };

export type OpenApiDocument = {
  openapi: '3.1.0';
  info: Record<string, unknown>;
  servers: { url: string }[];
  security: [];
  tags: { name: string; description: string }[];
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, unknown>; parameters: Readonly<Record<string, Parameter>> };
};

type Operation = {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters: { $ref: string }[];
  responses: Record<string, Body>;
};

const DESCRIPTION = [
  'Reads elastic network interfaces of Alibaba Cloud. Everything is GET and changes nothing.',
  'In a parameter a comma means either, and so does a key that repeats, but tag, of which all hold; different parameters all hold, a leading - excludes; a backslash takes the next character as it is.',
  'A part of a scope that cannot be read is in failures, as long as another part could be.',
  `Where there is sign-in, its steps at /auth/… have problems of their own: ${SIGN_IN.map((code) => `${code} (${PROBLEMS[code]})`).join(', ')}.`,
].join(' ');

/** The names of a route's parameters, in the order in which it has them. */
function parameterNamesOf({ filters, parameters }: ApiRoute): readonly string[] {
  return filters ? ['account', 'region', ...FILTER_PARAMETERS, 's', ...parameters] : parameters;
}

/** The parameters of a route, in the order in which it names them. */
export function parametersOf(route: ApiRoute): Parameter[] {
  return parameterNamesOf(route).map(parameterNamed);
}

function answerOf({ answer, summary }: ApiRoute): Body {
  const types = typeof answer === 'string' ? { 'application/json': refTo(answer) } : answer.types;
  const content = Object.entries(types).map(([type, schema]) => [type, { schema }] as const);
  return { description: summary, content: Object.fromEntries(content) };
}

function problemsOf(codes: readonly ProblemCode[]): Record<string, Body> {
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code]))].sort();
  return Object.fromEntries(
    statuses.map((status) => {
      const those = [...new Set(codes.filter((code) => PROBLEMS[code] === status))];
      return [
        String(status),
        {
          description: those.join(', '),
          content: { 'application/problem+json': { schema: refTo('Problem') } },
        },
      ];
    }),
  );
}

function operationOf(route: ApiRoute): Operation {
  const { path, tag, summary, description, problems, other } = route;
  return {
    operationId: `get${path.replace(/[^A-Za-z]+(.)?/g, (_, letter = '') => letter.toUpperCase())}`,
    tags: [tag],
    summary,
    description,
    parameters: parameterNamesOf(route).map((name) => ({ $ref: `#/components/parameters/${name}` })),
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
      contact: { name: 'ENI Atlas maintainers' },
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    // Everyone who reaches the port may ask; the document says so, since the lack of sign-in could look like an
    // oversight.
    security: [],
    tags: Object.entries(API_TAGS).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(API_ROUTES.map((route) => [route.path, { get: operationOf(route) }])),
    components: { schemas: answerSchemas(), parameters: PARAMETERS },
  };
}

let written: string | null = null;

/** The document as JSON. It does not change while a process lives, and is made on first use. */
export function openApiText(): string {
  written ??= JSON.stringify(openApiDocument());
  return written;
}
