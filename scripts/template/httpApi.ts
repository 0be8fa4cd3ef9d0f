import { at, list, ofType, type Rule, target, unless } from './template.ts';

// The routes that anyone may call. Every other route requires a token.
const publicRoute = /^((GET|HEAD) \/(products|products\/\{productId\}|categories|openapi\.json|docs)|\$default)$/;

/** The HTTP API must verify tokens with the JWT authorizer, throttle requests and write an access log. */
export const httpApi: Rule = (template) => [
  ...ofType(template, 'AWS::ApiGatewayV2::Route').flatMap(([resource, route]) => {
    const key = String(at(route, 'RouteKey'));
    if (publicRoute.test(key)) return [];
    const authorizer = template.Resources[target(at(route, 'AuthorizerId')) ?? ''];
    const isJwt = at(authorizer?.Properties, 'AuthorizerType') === 'JWT' && at(route, 'AuthorizationType') === 'JWT';
    return unless(
      isJwt,
      'no-authorizer',
      resource,
      `${key} needs no token: set authorizer: { name: customers }, or add the route to publicRoute in scripts/template/httpApi.ts and .ci/checkers/accepted.mjs`,
    );
  }),
  ...ofType(template, 'AWS::ApiGatewayV2::Stage').flatMap(([resource, stage]) => {
    const throttled = ['ThrottlingRateLimit', 'ThrottlingBurstLimit'].every((key) => Number(at(stage, 'DefaultRouteSettings', key)) > 0);
    const logged = Boolean(at(stage, 'AccessLogSettings', 'DestinationArn'));
    return [
      ...unless(throttled, 'unthrottled', resource, 'has no throttle: set one in infra/api.yml'),
      ...unless(logged, 'no-access-log', resource, 'has no access log: set provider.logs.httpApi'),
    ];
  }),
  ...ofType(template, 'AWS::ApiGatewayV2::Api')
    .filter(([, api]) => at(api, 'CorsConfiguration', 'AllowCredentials') === true)
    .filter(([, api]) => list(at(api, 'CorsConfiguration', 'AllowOrigins')).includes('*'))
    .map(([resource]) => ({ code: 'open-cors', resource, message: 'allows credentials from any origin: list the origins' })),
];
