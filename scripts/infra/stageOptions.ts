import { addRelease, releaseAlias } from './release.ts';
import { withTracing } from './roles.ts';
import type { Resource } from './service.ts';
import { idOf } from './service.ts';

interface ServiceFunction {
  readonly events: readonly object[];
  versionFunction?: boolean;
  /** Set before the framework compiles routes, so that integrations and permissions use the alias. */
  targetAlias?: { readonly name: string; readonly logicalId: string };
  /** Set by the framework when it compiles the function. */
  readonly versionLogicalId?: string;
}

/** The parts of the framework's object that the plugin uses. */
interface Framework {
  readonly service: {
    readonly custom: { readonly canary: string; readonly tracing: string };
    readonly functions: Readonly<Record<string, ServiceFunction>>;
    readonly provider: { readonly compiledCloudFormationTemplate: { readonly Resources: Record<string, Resource> } };
  };
}

/**
 * A plugin of the Serverless Framework for the parameters `canary` and `tracing`. This code must be a plugin, because only the framework knows the logical IDs
 * of the functions' versions, which contain hashes. If `canary` is off, the template has no aliases.
 */
export default class StageOptions {
  readonly hooks: Readonly<Record<string, () => void>>;

  constructor({ service }: Framework) {
    this.hooks = {
      initialize: () => {
        if (service.custom.canary === 'off') return;
        for (const [name, each] of Object.entries(service.functions)) {
          // Only the API's functions have callers to shift. The other functions run on a schedule or during a deploy.
          if (!each.events.some((event) => 'httpApi' in event)) continue;
          each.versionFunction = true;
          each.targetAlias = { name: releaseAlias, logicalId: `${idOf(name)}LiveAlias` };
        }
      },
      'after:aws:package:finalize:mergeCustomProviderResources': () => {
        const { Resources } = service.provider.compiledCloudFormationTemplate;
        const functions = Object.entries(service.functions).map(([name, each]) => ({ id: idOf(name), ...each }));
        if (service.custom.tracing === 'true')
          for (const { id } of functions) {
            const role = Resources[`${id}Role`];
            if (role) Resources[`${id}Role`] = withTracing(role);
          }
        // When `canary` is turned on or off, API Gateway calls another target. The permission for this call must be created first.
        for (const { id } of functions) {
          const integration = Resources[`HttpApiIntegration${id}`];
          if (integration) Resources[`HttpApiIntegration${id}`] = { ...integration, DependsOn: [`${id}LambdaPermissionHttpApi`] };
        }
        if (service.custom.canary === 'off') return;
        const released = functions.flatMap(({ id, targetAlias, versionLogicalId }) =>
          targetAlias && versionLogicalId ? [{ id, aliasId: targetAlias.logicalId, versionId: versionLogicalId }] : [],
        );
        addRelease(Resources, released, service.custom.canary);
      },
    };
  }
}
