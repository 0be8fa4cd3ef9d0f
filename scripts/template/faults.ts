import type { InfraFunction } from '../infra/service.ts';
import { databases, stores } from './data.ts';
import { httpApi } from './httpApi.ts';
import { lambdas, secretValues } from './lambdas.ts';
import { networkPlacement, noInternetAccess, securityGroupRules } from './network.ts';
import { invokers, roles, wildcards } from './permissions.ts';
import { releases } from './releases.ts';
import type { Fault, Rule, Template } from './template.ts';

const all: readonly Rule[] = [
  ...[wildcards, roles, invokers, securityGroupRules, noInternetAccess, networkPlacement],
  ...[databases, stores, lambdas, secretValues, httpApi, releases],
];

/** Returns the faults of a template. A template with faults must not be deployed. */
export function faults(template: Template, functions: readonly InfraFunction[]): readonly Fault[] {
  return all.flatMap((rule) => rule(template, functions));
}
